import { RefusalError } from "../../../shared/refusal-error.ts";
import { DeliveryError } from "../../chat/ports.ts";
import { phrases } from "../phrases.ts";

export interface FileRules {
  /** Allowed hosts, with port if any, and parent domains. */
  hosts: readonly string[];
  maxBytes: number;
}

const TIMEOUT_MS = 60_000;
const RETRY_MS = 2_000;

/** Whether the URL points to an allowed host or a subdomain of one. */
export function isAllowedHost(url: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== "https:" && url.protocol !== "http:") return false;
  return hosts.some((host) => url.host === host || url.hostname.endsWith(`.${host}`));
}

async function readUpTo(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw new RefusalError("chat.file-too-large", phrases.fileTooLarge(maxBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Downloads a file. Redirects are not followed.
 * @throws RefusalError for a foreign host, an expired URL or a file that is too large; DeliveryError when a retry may
 *   succeed
 */
export async function fetchFile(address: string, { hosts, maxBytes }: FileRules): Promise<Buffer> {
  const url = new URL(address);
  if (!isAllowedHost(url, hosts)) throw new RefusalError("chat.file-foreign-host", phrases.fileUnavailable);
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status >= 500) throw new Error(`the file server returned ${response.status}`);
    if (!response.ok) throw new RefusalError("chat.file-expired", phrases.fileUnavailable);
    return await readUpTo(response, maxBytes);
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw new DeliveryError("could not download a file", RETRY_MS, { cause: error });
  }
}
