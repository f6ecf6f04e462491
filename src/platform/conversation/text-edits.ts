import { isOfForward } from "./beside-form.ts";
import type { Form, Question } from "./field.ts";
import { labelNames } from "./label-names.ts";

const LEAD =
  /^(?:[嗯呃哦啊,，、。；;\s]|请|麻烦|帮我|另外?|还有|然后|同时|再|并|以及|\p{Script=Han}{2,8}说(?=\p{Script=Han}))*(?:[把将])?\s*/u;
export const AWAY = "(?:删[去掉除了]|去掉|去除|划掉|拿掉|不要了)";
const AWAY_FIRST = new RegExp(`^${AWAY}\\s*`, "u");
const WITHIN =
  /^\s*[:：]?\s*(?:的?(?:内容|全文|正文))?的?(里面?|里头|里边|中间?|当中|内)?的?(?:[把将])?\s*(?:那[个句处])?/u;
const INTO =
  "(?:(?:有误|不对|[写说填打]?错了?)[,，\\s]*)?(?:也|都|就|要|请|全部?|一律)*(?:应?该?更?改[为成作]|换[成为]|更正为|替换[为成]|应该?[是为])[:：\\s]*";
const OPEN = '[“"「『]';
const CLOSE = '[”"」』]';
const QUOTED = `${OPEN}([^“”"「」『』]{1,200})${CLOSE}`;
const REPLACES = new RegExp(`^${QUOTED}\\s*[,，]?\\s*${INTO}(?:${QUOTED}|([^“”"「」『』]+))$`, "u");
const REPLACES_PLAIN = new RegExp(
  `^([^“”"「」『』,，;；。\\s]{1,40}?)\\s*[,，]?\\s*${INTO}(?:${QUOTED}|([^“”"「」『』]+))$`,
  "u",
);
const DELETES = new RegExp(
  `^${QUOTED}(?:[这那一]?[几\\d两二三四五六七八九十]*[个句段处][字话]?)?(?:都|也|就|要|请|应|予以)*${AWAY}[吧了]?$`,
  "u",
);
const DELETES_PLAIN = new RegExp(
  `^([^“”"「」『』]{1,40}?)(?:[这那][几\\d两二三四五六七八九十]*[个句][字话]?)?(?:都|也|就|要|请|应|予以)*${AWAY}[吧了]?$`,
  "u",
);
const TAKEN_FIRST = new RegExp(`^(?:${QUOTED}|([^“”"「」『』]{1,40}))$`, "u");
const CHANGES =
  /^\s*(?:的?内容)?\s*(?:有误|不对|[写说填打]?错了?)?[,，\s]*(?:应?改[为成回]?|更正为|换[成为]|应为|应该是|[:：])[:：\s]*(\S.*)$/su;
const UNQUOTED = new RegExp(`^${QUOTED}$`, "u");
const PIECES = new RegExp(`(?:${OPEN}[^“”"「」『』]*${CLOSE}|[^；;，,。\\n\\s])+`, "gu");
const MARKS = /[吧。.!！\s]+$/u;
/** In characters: more is a text of its own. */
const LONGEST = 300;

/** What is to be done to a field. `right`: empty where the words are to go. */
export type TextEdit =
  | { kind: "within"; said: string; question: Question; wrong: string; right: string }
  | { kind: "whole"; said: string; question: Question; value: string }
  | { kind: "unread"; said: string };

/** The field that a clause begins with, and what is done to it; undefined for the middle of a sentence. */
function editIn(form: Form, clause: string): TextEdit | undefined {
  const led = clause.replace(LEAD, "").replace(MARKS, "");
  const rest = led.replace(AWAY_FIRST, "");
  const isFirst = rest !== led;
  const named = labelNames(form).find(
    ({ name, part, isOption }) => part !== "start" && !isOption && rest.startsWith(name),
  );
  if (!named) return undefined;
  const { question } = named;
  const behind = rest.slice(named.name.length);
  const [within = "", inside] = WITHIN.exec(behind) ?? [];
  const words = behind.slice(within.length);
  const isWords = question.kind === "text" || question.kind === "longText";
  const found = isWords ? wordsIn(words, { isFirst, isInside: inside !== undefined }) : undefined;
  if (found) return { kind: "within", said: clause, question, ...found };
  if (isWords && !isFirst && inside !== undefined && IS_ORDER.test(behind)) return { kind: "unread", said: clause };
  const [, value = ""] = isFirst ? [] : (CHANGES.exec(behind) ?? []);
  return value === ""
    ? undefined
    : { kind: "whole", said: clause, question, value: UNQUOTED.exec(value)?.[1] ?? value };
}

function wordsIn(
  words: string,
  { isFirst, isInside }: { isFirst: boolean; isInside: boolean },
): { wrong: string; right: string } | undefined {
  const [, taken, bare] = isFirst ? (TAKEN_FIRST.exec(words) ?? []) : [];
  if (taken !== undefined || (bare !== undefined && isInside)) return { wrong: taken ?? bare ?? "", right: "" };
  const [, wrong, quoted, plain] = REPLACES.exec(words) ?? (isInside ? REPLACES_PLAIN.exec(words) : null) ?? [];
  if (wrong !== undefined) return { wrong, right: (quoted ?? plain ?? "").trim() };
  const [, away] = DELETES.exec(words) ?? (isInside ? DELETES_PLAIN.exec(words) : null) ?? [];
  return away === undefined ? undefined : { wrong: away, right: "" };
}

/**
 * 申报材料中“甲”改为“乙”；备注里“丙”删去；项目名称改为丁: clause by clause what is to be done to which field. What stands
 * behind a closing quotation mark is a clause of its own. Undefined where nothing is done within a text, or where the
 * message begins otherwise.
 */
export function textEdits(form: Form, typed: string): readonly TextEdit[] | undefined {
  const text = typed
    .split("\n")
    .filter((line, at) => at > 0 || !isOfForward(line))
    .join("\n")
    .trim();
  if ([...text].length > LONGEST) return undefined;
  const clauses: string[] = [];
  let end = 0;
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const last = clauses.at(-1);
    const joined = last === undefined ? "" : `${last}${text.slice(end, index)}${piece}`;
    const isNext = last === undefined || editIn(form, piece) !== undefined || beginsAnew(form, last, piece);
    if (isNext) clauses.push(piece);
    else clauses[clauses.length - 1] = joined;
    end = index + piece.length;
  }
  const edits = clauses.map((said) => editIn(form, said) ?? { kind: "unread" as const, said });
  const isBegun = edits[0] && edits[0].kind !== "unread";
  return isBegun && edits.some(({ kind }) => kind === "within") ? edits : undefined;
}

/** Behind a clause that is whole, or with the name of a field and where in it: 申报材料里“甲”有误，应为“乙”. */
function beginsAnew(form: Form, last: string, piece: string): boolean {
  const edit = editIn(form, last);
  const isClosed =
    edit?.kind === "within" && new RegExp(`(?:${CLOSE}|${AWAY})[吧了]?$`, "u").test(last.replace(MARKS, ""));
  if (isClosed) return true;
  const rest = piece.replace(LEAD, "");
  const named = labelNames(form).find(({ name, part }) => part !== "start" && rest.startsWith(name));
  return named !== undefined && /^\s*(?:的?(?:内容|全文))?的?(?:里|中|当中|内)/u.test(rest.slice(named.name.length));
}

const IS_ORDER = new RegExp(
  `^\\s*(?:的?(?:内容|全文|正文))?的?(?:里面?|里头|里边|中|内)(?:的|[把将])?\\s*(?=\\S)[^\\n]{0,60}(?:${AWAY}|改[为成])|` +
    `^${QUOTED}\\s*(?:这[句个段]话?|[几\\d]个字)?(?:${AWAY}|改[为成])`,
  "u",
);
/** 里“…”删去, …此条备注作废: said of what is saved, and never what a field holds. */
export const isEditOrder = (text: string): boolean =>
  IS_ORDER.test(text.trim()) ||
  (new RegExp(`\\S${AWAY}[吧。]*$`, "u").test(text.trim()) && [...text.trim()].length <= MOST_SAID);
/** In characters. */
const MOST_SAID = 40;

/** The text as it is edited, without a mark that nothing stands before any more. */
export function editedText(before: string, { wrong, right }: { wrong: string; right: string }): string {
  if (right !== "") return before.replace(wrong, () => right);
  const at = before.indexOf(wrong);
  const head = before.slice(0, at);
  const tail = before.slice(at + wrong.length);
  // 到期，…。 is 到期。, and …；…。 as well.
  const isDoubled = /[，,；;、]$/u.test(head) && /^(?:[。；;\n]|$)/u.test(tail);
  const isLeading = /(?:^|[。\n])$/u.test(head) && /^[，,；;、。]/u.test(tail);
  return (isDoubled ? head.slice(0, -1) : head) + (isLeading ? tail.slice(1) : tail);
}
