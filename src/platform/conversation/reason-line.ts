import { isNoText } from "./answers/not-content.ts";
import { type Talk, talkIn } from "./answers/talk.ts";
import { isOfForward } from "./beside-form.ts";
import { cleanLine, plainAnswer } from "./plain.ts";
import { withoutSaidAround } from "./said-around.ts";
import { EMPTY_WORDS, withoutSounds } from "./spoken.ts";

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
/** 理由 at the start, with or without what follows. */
const LED = /^理由\s*[:：]?\s*(?<rest>[\s\S]*)$/u;
/** One number or a span of them, and the sign behind it. */
const PIECE =
  /^(?<from>\d{1,3})(?:\s*[-－–—~～至到]\s*(?<to>\d{1,3}))?(?<sign>\s*[,，、;；]\s*|\s*[和及]\s*(?=\d)|\s*[:：]\s*|\s+|(?=\p{Script=Han})|$)/u;
/** Words that begin like a unit and are none: 理由 11-12 名额所限, 理由 3 小区环境整洁. */
const NO_UNIT =
  "个[别性体]|成[效立果绩为熟员]|处[理置于罚]|多[数次方项年处]|届时|层[次面]|平[时安均台]|年[度久轻老]|户[外型]|日常|时[常间有]|月[度底均]|期[间望]|楼[道栋宇]|次[要序日]|百姓|点位|秩序|级别|家[属庭园]|小[区学型]|分[数值类析项管]|位[于列居置]|名[额次列单副]|区[别位级域县]|千方|万事|人[员均口工]|类[别似]|元旦|周[边围]|天[然气]|余[下额地]|座谈|项目|几[乎次项]|岁末|号召";
/** What makes a number part of the text behind it: 1号楼, 2年, 10月, 95%. */
const UNIT = new RegExp(
  `^\\s*(?!${NO_UNIT})(?:[号栋幢层楼座户年月日天时小个次项件万千百余人名位期届届区平米元分处家类级秒周岁度成多几]|个|[%％℃㎡]|[a-zA-Z])`,
  "u",
);
/** Signs behind a number that its list goes on after. */
const LISTED = /[,，、;；和及]/u;

/** @returns undefined when the text gives no reason: empty, or numbers and signs only */
export function readReason(typed: string, reading: Reading = {}): ReasonLine | "tooLong" | undefined {
  const plain = plainAnswer(typed).replaceAll(" ", "");
  const [, rest, word] = /^(其余|全部|都)?(同上|沿用)$/u.exec(plain) ?? [];
  if (word) return { kind: word === "同上" ? "same" : "before", rest: rest !== undefined };
  const { numbers, text } = readNumbers(typed.trim());
  const reason = readReasonText(text, reading);
  if (reason === undefined || reason === "tooLong") return reason;
  return numbers.length === 0 ? { kind: "reason", reason } : { kind: "numbers", numbers, reason };
}

/**
 * Splits 理由 8-9 2年无事故 into its numbers and its text. A number belongs to the list if it stands first, or after a
 * sign or a blank, and is not part of what follows: 1号楼, 2023年, 95%以上.
 */
function readNumbers(typed: string): { numbers: readonly number[]; text: string } {
  const led = LED.exec(typed)?.groups?.rest;
  if (led === undefined) return { numbers: [], text: typed };
  let rest = half(led);
  const numbers: number[] = [];
  for (let isOpen = true; isOpen; ) {
    const piece = PIECE.exec(rest);
    if (!piece?.groups) break;
    const { from, to, sign = "" } = piece.groups;
    const behind = rest.slice(piece[0].length);
    const touches = sign === "" && behind !== "";
    if ((sign.trim() === "" && UNIT.test(behind)) || (touches && numbers.length > 0)) break;
    numbers.push(...span(Number(from), Number(to ?? from)));
    rest = behind;
    isOpen = LISTED.test(sign) || /^\s+$/u.test(sign);
  }
  if (numbers.length > 0) return { numbers, text: rest };
  return { numbers, text: /^理由\s*[:：]/u.test(typed) ? led : typed };
}

/** Digits in half width, so that positions stay. */
const half = (text: string): string => text.replaceAll(/[０-９]/gu, (sign) => sign.normalize("NFKC"));

/** Talk that is no reason; 填错了 may be one. */
const NO_REASON: readonly (Talk | undefined)[] = ["acknowledged", "asked", "putOff", "broken"];
/** 确认, 确认重新修改: agrees to what was shown. */
const CONFIRMS = /^确认(?:提交|报送|定稿|重新修改|撤回|批准|发送|公布)?[了吧。.!！\s]*$/u;

/** 2-4改5, 2-4 5分: points, and no reason. */
const GIVES_POINTS =
  /^\d{1,2}\s*[-－杠]\s*\d{1,2}[\s:：]*(?:改[为成]?|给|打|得|为)?\s*\d{1,2}(?:\.\d)?\s*分?[吧了。]*$/u;
/** 嗯理由是…: said before a reason, and none of it. */
const LED_IN = new RegExp(
  `^(?:${EMPTY_WORDS}|[，,\\s])*(?:推荐)?(?:理由|原因)(?:就?是|为|[嘛呢啊])(?:${EMPTY_WORDS}|[:：,，\\s])*(?=\\S{2})`,
  "u",
);

interface Reading {
  /** The full stop at the end stays as it was written; where reasons stand within sentences it goes. */
  keepsStop?: boolean;
}

/** Without the lines that say who sent it and when. */
const ownLines = (typed: string): string =>
  typed.includes("\n") ? withoutBlank(typed.split("\n").filter((line) => !isOfForward(line))) : typed;
const withoutBlank = (lines: readonly string[]): string => lines.filter((line) => line.trim() !== "").join("\n");

/** One reason on its own, as from a card's text area; courtesies, questions and 确认 give none. */
export function readReasonText(typed: string, { keepsStop = false }: Reading = {}): ReasonText | "tooLong" | undefined {
  const text = cleanLine(withoutSounds(withoutSaidAround(ownLines(typed)))).replace(LED_IN, "");
  if (text === "同上") return { kind: "same" };
  if (text === "沿用") return { kind: "before" };
  if (!/[\p{Script=Han}\p{Script=Latin}]/u.test(text)) return undefined;
  if (CONFIRMS.test(text) || NO_REASON.includes(talkIn(text)) || isNoText(text) || GIVES_POINTS.test(text))
    return undefined;
  if ([...text].length > MAX_LENGTH) return "tooLong";
  return { kind: "text", text: keepsStop && /。\s*$/u.test(typed) ? `${text}。` : text };
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

const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
