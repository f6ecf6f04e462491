import { Refusal } from "../../../shared/refusal.ts";
import { DeliveryTrouble } from "../../chat/ports.ts";
import { phrases } from "../phrases.ts";

export interface FileRules {
  /** Hosts (with port, where there is one) and parent domains that files may come from. */
  hosts: readonly string[];
  maxBytes: number;
}

const TIMEOUT_MS = 60_000;
const RETRY_MS = 2_000;

/** Whether the address lies on an allowed host or below an allowed domain. */
export function isAllowedHost(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  return hosts.some((host) => url.host === host || url.hostname.endsWith(`.${host}`));
}

async function readUpTo(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new Refusal("chat.file-too-large", phrases.fileTooLarge(maxBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The bytes behind a download address. Follows no redirect.
 * @throws Refusal for a foreign host, an expired address or too many bytes; DeliveryTrouble when it may work later
 */
export async function fetchFile(address: string, { hosts, maxBytes }: FileRules): Promise<Buffer> {
  const url = new URL(address);
  if (!isAllowedHost(url, hosts)) throw new Refusal("chat.file-foreign-host", phrases.fileUnavailable);
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status >= 500) throw new Error(`the file server answered ${response.status}`);
    if (!response.ok) throw new Refusal("chat.file-expired", phrases.fileUnavailable);
    return await readUpTo(response, maxBytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new DeliveryTrouble("a file could not be fetched", RETRY_MS, { cause: error });
  }
}
