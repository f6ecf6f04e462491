import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DINGTALK_HOSTS, LOCAL_HOST_NAME } from "../net/hosts.ts";
import { type Certificate, makeCertificate } from "./make-certificate.ts";

const FILES = { ca: "ca.pem", certificate: "certificate.pem", key: "key.pem" } as const;
const RENEW_BEFORE_MS = 30 * 24 * 60 * 60 * 1_000;

export interface StoredCertificate extends Certificate {
  /** Where programs find the CA. */
  caFile: string;
}

/**
 * The certificate stored in the folder; created when there is none or when it expires within 30 days of machine time.
 * @throws when the folder cannot be written
 */
export async function loadOrCreateCertificate(folder: string, now = new Date()): Promise<StoredCertificate> {
  const caFile = join(folder, FILES.ca);
  const stored = read(folder);
  if (stored !== undefined && isGood(stored, now)) return { ...stored, caFile };
  const made = await makeCertificate(now);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILES.key), made.key, { mode: 0o600 });
  writeFileSync(join(folder, FILES.certificate), made.certificate);
  writeFileSync(caFile, made.ca);
  return { ...made, caFile };
}

function read(folder: string): Certificate | undefined {
  if (!existsSync(join(folder, FILES.ca))) return undefined;
  const text = (name: string): string => {
    const file = join(folder, name);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return { ca: text(FILES.ca), certificate: text(FILES.certificate), key: text(FILES.key) };
}

/** A kill while writing leaves files that do not match. */
function isGood({ ca, certificate, key }: Certificate, now: Date): boolean {
  try {
    const authority = new X509Certificate(ca);
    const leaf = new X509Certificate(certificate);
    return (
      leaf.verify(authority.publicKey) &&
      leaf.checkPrivateKey(createPrivateKey(key)) &&
      [...DINGTALK_HOSTS, LOCAL_HOST_NAME].every((host) => leaf.checkHost(host) !== undefined) &&
      leaf.validToDate.getTime() - now.getTime() > RENEW_BEFORE_MS
    );
  } catch {
    return false;
  }
}
