import { cleanLine, plainAnswer } from "./plain.ts";

/** A typed reason. */
export type ReasonLine =
  /** 同上 or 沿用 for the item that is asked about, or with 其余 for all that are left. */
  | { kind: "same" | "before"; rest: boolean }
  /** 理由 1-3,5 …: for these numbers. */
  | { kind: "numbers"; numbers: readonly number[]; reason: ReasonText }
  | { kind: "reason"; reason: ReasonText };

/** One reason. `same`: 同上, the reason given last. `before`: 沿用, the reason that stood here before. */
export type ReasonText = { kind: "text"; text: string } | { kind: "same" | "before" };

const MAX_LENGTH = 200;
const NUMBERED = /^理由\s*([\d０-９][\d０-９\s,，、;；\-－—~～至到]*)[:：]?(.+)$/su;
const SPANS = /(\d+)(?:\s*[-—~至到]\s*(\d+))?/gu;

/** @returns undefined when the text gives no reason: empty, or numbers and signs only */
export function readReason(typed: string): ReasonLine | "tooLong" | undefined {
  const plain = plainAnswer(typed).replaceAll(" ", "");
  const [, rest, word] = /^(其余|全部|都)?(同上|沿用)$/u.exec(plain) ?? [];
  if (word) return { kind: word === "同上" ? "same" : "before", rest: rest !== undefined };
  const [, numbers, text] = NUMBERED.exec(typed.trim()) ?? [];
  const reason = readReasonText(text ?? typed);
  if (reason === undefined || reason === "tooLong") return reason;
  return numbers === undefined ? { kind: "reason", reason } : { kind: "numbers", numbers: spread(numbers), reason };
}

/** One reason on its own, as from a card's text area. */
export function readReasonText(typed: string): ReasonText | "tooLong" | undefined {
  const text = cleanLine(typed);
  if (text === "同上") return { kind: "same" };
  if (text === "沿用") return { kind: "before" };
  if (!/[\p{Script=Han}\p{Script=Latin}]/u.test(text)) return undefined;
  return [...text].length > MAX_LENGTH ? "tooLong" : { kind: "text", text };
}

/**
 * The reason in words, with 同上 and 沿用 followed; undefined where there is none to follow.
 * @param known the reasons of the items above, from the top, and the one that stood here before
 */
export function followReason(
  reason: ReasonText,
  { above, before }: { above: readonly (string | undefined)[]; before: string | undefined },
): string | undefined {
  if (reason.kind === "text") return reason.text;
  return reason.kind === "before" ? before : above.findLast((one) => one !== undefined);
}

const spread = (numbers: string): number[] =>
  [...numbers.normalize("NFKC").matchAll(SPANS)].flatMap(([, from, to]) => {
    const [first, last] = [Number(from), Number(to ?? from)];
    return Array.from({ length: Math.max(0, Math.min(last - first, 999) + 1) }, (_, at) => first + at);
  });
