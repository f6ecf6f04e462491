import { createHash } from "node:crypto";
import type { Transaction } from "../../platform/storage/database.ts";
import { type ApplicationRevision, revisionNamed } from "./revision.ts";

type Named = Pick<ApplicationRevision, "caseId" | "revision" | "contentHash">;

/** Digits before the last one, which depends on them. */
const DIGITS = 9;
/** Begins what the printed QR code holds. */
const QR_PREFIX = "JIAYUAN-FORM ";

/**
 * 校验号: ten digits that stand on the printed form and name one submission with what it said. The last digit reveals a
 * mistyped or swapped one.
 */
export function checkNumber({ caseId, revision, contentHash }: Named): string {
  const hash = createHash("sha256").update(`${caseId}\n${revision}\n${contentHash}`).digest();
  const digits = (hash.readBigUInt64BE(0) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, "0");
  return `${digits}${lastDigit(digits)}`;
}

/** As printed and typed: 40817-22615. */
export const shownCheckNumber = (number: string): string => `${number.slice(0, 5)}-${number.slice(5)}`;

/** Content of the QR code on the printed form. */
export const checkQr = (number: string): string => `${QR_PREFIX}${number}`;

/**
 * Reads a check number as typed (with or without dash, full width) or scanned from its QR code.
 * @returns undefined if it is none, or mistyped
 */
export function readCheckNumber(text: string): string | undefined {
  const [digits, ...more] =
    text
      .normalize("NFKC")
      .replace(QR_PREFIX, "")
      .match(/\d[\d\s\-–—]*\d/gu) ?? [];
  const plain = digits?.replaceAll(/\D/g, "") ?? "";
  if (more.length > 0 || plain.length !== DIGITS + 1) return undefined;
  return lastDigit(plain.slice(0, DIGITS)) === plain.at(-1) ? plain : undefined;
}

/** The submission that a check number names; undefined if this campaign has none. */
export async function revisionWithNumber(
  tx: Transaction,
  campaignId: string,
  number: string,
): Promise<ApplicationRevision | undefined> {
  const all = await tx.applicationRevision.findMany({
    where: { campaignId },
    select: { caseId: true, revision: true, contentHash: true },
  });
  const found = all.find((one) => checkNumber(one) === number);
  return found && revisionNamed(tx, found);
}

/** Luhn's digit: finds every single wrong digit and nearly every swap of neighbours. */
function lastDigit(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}
