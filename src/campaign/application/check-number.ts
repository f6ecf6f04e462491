import { createHash } from "node:crypto";
import type { ApplicationRevision } from "./revision.ts";

/** Digits and letters that are not mistaken for each other on paper; each stands for five bits. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 8;
const HALF = 4;
/** Begins what the printed code holds, so that another code on the page is not taken for it. */
const SCHEME = "JIAYUAN/";
const NUMBER = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/**
 * 校验号. Printed on the paper of a submission and found again from a scan: of the case, the submission and its content,
 * so that no other paper has it.
 * @returns two groups of four signs: 7K3F-9Q2M
 */
export function checkNumber({
  caseId,
  revision,
  contentHash,
}: Pick<ApplicationRevision, "caseId" | "revision" | "contentHash">): string {
  const hash = createHash("sha256").update(`${caseId}\n${revision}\n${contentHash}`).digest();
  const signs = Array.from({ length: LENGTH }, (_, at) => SIGNS[(hash[at] ?? 0) % SIGNS.length]).join("");
  return grouped(signs);
}

/** What the QR code beside the number holds. In capitals and digits only, so that the code stays small. */
export const codeOf = (number: string): string => `${SCHEME}${number.replaceAll("-", "")}`;

/** The number in a QR code that was read; undefined for other codes. */
export const numberInCode = (text: string): string | undefined =>
  text.startsWith(SCHEME) ? readCheckNumber(text.slice(SCHEME.length)) : undefined;

/** The number as people type it: small letters, blanks, O for 0, I and L for 1; undefined for anything else. */
export function readCheckNumber(typed: string): string | undefined {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return NUMBER.test(plain) ? grouped(plain) : undefined;
}

const grouped = (signs: string): string => `${signs.slice(0, HALF)}-${signs.slice(HALF)}`;
