import { createHash } from "node:crypto";
import type { Transaction } from "../../platform/storage/database.ts";
import { type ApplicationRevision, revisionNamed } from "./revision.ts";

type Named = Pick<ApplicationRevision, "caseId" | "revision" | "contentHash">;

/** Digits before the last one, which depends on them. */
const DIGITS = 9;
/** Begins what the printed QR code holds, by what it is printed on. */
const QR_PREFIX = {
  ...{ form: "JIAYUAN-FORM ", scores: "JIAYUAN-SCORES ", list: "JIAYUAN-LIST ", visit: "JIAYUAN-VISIT " },
} as const;
/** What has check numbers: 附件3, 附件2 with points, 附件4 with a number for each district on it, and the record of a visit. */
export type NumberedPaper = keyof typeof QR_PREFIX;
const PRINTED = /校验号[：:]?([^\n]*)/u;
const PRINTED_NUMBER = /(?<!\d)\d{5}[-–—]\d{5}(?!\d)/gu;

/** 校验号 of a printed form: it names one submission with what it said. */
export const checkNumber = ({ caseId, revision, contentHash }: Named): string =>
  numberFrom([caseId, revision, contentHash]);

/** 校验号: ten digits that stand for all of these. The last one reveals a mistyped or swapped digit. */
export function numberFrom(parts: readonly (string | number)[]): string {
  const hash = createHash("sha256").update(parts.join("\n")).digest();
  const digits = (hash.readBigUInt64BE(0) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, "0");
  return `${digits}${lastDigit(digits)}`;
}

/** As printed and typed: 40817-22615. */
export const shownCheckNumber = (number: string): string => `${number.slice(0, 5)}-${number.slice(5)}`;

/** Content of the QR code on the paper. */
export const checkQr = (paper: NumberedPaper, numbers: readonly string[]): string =>
  `${QR_PREFIX[paper]}${numbers.join(" ")}`;

/** The check numbers in the text of a QR code; none if it is another paper's, or none of ours. */
export const numbersInQr = (paper: NumberedPaper, text: string): string[] =>
  text.startsWith(QR_PREFIX[paper])
    ? text
        .slice(QR_PREFIX[paper].length)
        .split(" ")
        .flatMap((part) => readCheckNumber(part) ?? [])
    : [];

/** The check numbers that are printed in a text, behind 校验号. */
export const numbersPrinted = (text: string): string[] =>
  (PRINTED.exec(text)?.[1]?.normalize("NFKC").match(PRINTED_NUMBER) ?? []).flatMap((one) => readCheckNumber(one) ?? []);

/**
 * Reads a check number as typed (with or without dash, full width).
 * @returns undefined if it is none, or mistyped
 */
export function readCheckNumber(text: string): string | undefined {
  const [digits, ...more] = text.normalize("NFKC").match(/\d[\d\s\-–—]*\d/gu) ?? [];
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
