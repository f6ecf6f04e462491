import type { Action } from "../../platform/chat/view.ts";
import { isAnswered } from "../../platform/conversation/form-state.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { COUNTS } from "../../platform/conversation/score-words.ts";
import { besidePhrases } from "./beside-phrases.ts";
import type { ListDraft } from "./draft.ts";
import { readOrder } from "./order.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { withoutReasonLead } from "./reason-turns.ts";
import { type Named, namesOf } from "./reasons.ts";
import { anyOf, partsOfOne } from "./short-name.ts";

/** What is said while a reason is asked for, and is none: shown above the question, which stays open. */
export interface Beside {
  said: string;
  offers: readonly Action[];
}

/** What is needed of a list to tell. */
export interface Asked extends Pick<ListDraft, "order" | "reasons"> {
  candidates: readonly Named[];
}

/** 花园第一 江滨第二 理由满意度高 */
const WITH_REASON = /^(?<order>.+?)[\s，,；;。]+(?:推荐)?(?:理由|原因|因为)(?:就?是|为|[:：])?\s*(?<why>\S.*)$/su;
/** 名苑也要 */
const ALSO = /^(?<who>[^，,；;。\s]{2,20}?)(?:也|还)(?:要|推荐?|报|加上)(?:上去|上)?[吧了啊。]*$/u;
/** 剩下都是满意度高 */
const FOR_ALL =
  /^(?:剩下|其[余他它]|后面)的?(?:几个|几项|各项|理由)*(?:全部?|都|均)+(?:写|填|是|为)+[:：\s]*(?<why>\S.*)$/su;
const LED = /^(?:的?(?:推荐)?(?:理由|原因)(?:就?是|为|嘛|[:：])?[，,\s]*)(?=\S)/u;

const button = (label: string, typed: string): Action => ({ id: "", label, typed, look: "primary" });

/** What is said of more than the reason that is asked for: of the order with it, of another case, of all that are left. */
export function ofSeveral(list: Asked, said: string): Beside | undefined {
  return byNumber(list, said) ?? withReason(list, said) ?? also(list, said) ?? forAll(list, said) ?? byCase(list, said);
}

const typedOf = (places: readonly number[]): string =>
  `${phrases.word()} ${places.map((place) => place + 1).join(" ")}`;

/** 3 1 2 嘉园有特色 */
const NUMBERS_AND_REASON = /^(?<order>\d(?:[\s,，、]+\d(?!\d))+)\s+(?<why>\p{Script=Han}\S.*)$/su;

function withReason(list: Asked, said: string): Beside | undefined {
  const { order = "", why = "" } = (WITH_REASON.exec(said) ?? NUMBERS_AND_REASON.exec(said.trim()))?.groups ?? {};
  const ids = list.candidates.map(({ application }) => application.id);
  const names = namesOf(list.candidates, ids);
  // 江畔花园　理由：…: whose reason it is, and no order.
  const called = order.replace(/^[\s（(]*(?:\d{1,2}\s*[.、．)）])?\s*/u, "");
  if (names.some((name) => name.includes(called)) && /\p{Script=Han}{2}/u.test(called)) return undefined;
  const read = order === "" ? undefined : readOrder(order, names);
  if (read?.kind !== "places" || read.reasons) return undefined;
  const shown = read.places.map((place) => names[place] ?? "");
  return {
    said: phrases.orderNotReason(shown) + dropsSaid(list, read.places) + phrases.orderWithReason(why),
    offers: [button(phrases.takeOrder(), typedOf(read.places))],
  };
}

/** Who would be recommended no more. */
export function dropsSaid({ candidates, order }: Asked, places: readonly number[]): string {
  const kept = places.map((place) => candidates[place]?.application.id);
  const dropped = order.filter((id) => !kept.includes(id));
  return dropped.length === 0 ? "" : besidePhrases.drops(namesOf(candidates, dropped));
}

function also(list: Asked, said: string): Beside | undefined {
  const { who = "" } = ALSO.exec(said)?.groups ?? {};
  const ids = list.candidates.map(({ application }) => application.id);
  const names = namesOf(list.candidates, ids);
  const name = names.includes(who) ? who : new Map(partsOfOne(names)).get(who);
  if (name === undefined) return undefined;
  const at = names.indexOf(name);
  const places = list.order.map((id) => ids.indexOf(id)).filter((place) => place >= 0 && place !== at);
  const shown = [...places, at].map((place) => names[place] ?? "");
  if (list.order.includes(ids[at] ?? "")) return { said: phrases.alreadyIn(name), offers: [] };
  return {
    said: phrases.orderNotReason(shown) + phrases.orderChange(),
    offers: [button(phrases.takeOrder(), typedOf([...places, at]))],
  };
}

/** 1. 理由：… on lines of their own: the numbers are those of the saved order. */
const NUMBERED_REASON = /^\s*[（(]?(?<number>\d{1,2})\s*[.、．)）]\s*(?:推荐)?(?:理由|原因)\s*[:：]\s*(?<text>\S.*)$/u;

/** 第1个 老旧小区改造好, 理由2 环境好: the pointer names the case. */
export const POINTED =
  /^(?:第(?<place>\d|[一二三四五六七八九])[个位名家](?:小区)?(?:的?(?:推荐)?理由)?|(?:推荐)?理由(?<number>\d))(?:[是为]|\s*[:：，,]|\s)\s*(?<text>\p{Script=Han}\S.*)$/su;
/** Before the second of 第1个 治理好 第2个 服务好. */
const NEXT_POINTED = /[\s，,；;。]+(?=第[\d一二三四五六七八九][个位名家])/u;
/** 1 党建好 2 环境好: counted, one for each case of the order. */
const NEXT_COUNTED = /[\s，,；;。]+(?=[2-9]\s*[.、．:：)）]?\s*\p{Script=Han}{2})/u;
const COUNTED_REASON = new RegExp(
  `^(?<number>(?!0)\\d)\\s*[.、．:：)）]?\\s*(?!${COUNTS})(?<text>\\p{Script=Han}{2}.*)$`,
  "su",
);

function rowsByPlace(list: Asked, said: string): readonly (Record<string, string | undefined> | undefined)[] {
  const pointed = said
    .trim()
    .split(NEXT_POINTED)
    .map((piece) => POINTED.exec(piece)?.groups);
  if (pointed.every((one) => one !== undefined))
    return pointed.map(({ place, number, text = "" }) => ({
      number: String(readWhole(place ?? number ?? "") ?? 0),
      text: text.replace(LED, "").trim(),
    }));
  const lines = said.split("\n").filter((line) => line.trim() !== "");
  const rows = lines.map((line) => NUMBERED_REASON.exec(line)?.groups);
  if (rows.every((row) => row !== undefined)) return rows;
  const pieces = said.trim().split(NEXT_COUNTED);
  const counted = pieces.map((piece) => COUNTED_REASON.exec(piece.trim())?.groups);
  const names = partsOfOne(namesOf(list.candidates, list.order)).map(([part]) => part);
  const isEach = counted.every(
    (row, at) => Number(row?.number) === at + 1 && names.every((name) => !row?.text?.startsWith(name)),
  );
  return isEach && pieces.length > 1 && pieces.length === list.order.length ? counted : rows;
}

function byNumber(list: Asked, said: string): Beside | undefined {
  const rows = rowsByPlace(list, said);
  if (rows.length === 0 || rows.some((row) => row === undefined)) return undefined;
  const known = rows.flatMap((row): Row[] => {
    const id = list.order[Number(row?.number) - 1];
    const [name] = id === undefined ? [] : namesOf(list.candidates, [id]);
    return name === undefined ? [] : [{ name, text: row?.text?.trim() ?? "" }];
  });
  const named = [...new Set(known.map(({ name }) => name))];
  if (known.length < rows.length || named.length < known.length)
    return { said: besidePhrases.numbersOutside(), offers: [] };
  const beside = apartOf(list, { named, known });
  return { ...beside, said: besidePhrases.byNumber() + beside.said };
}

/** Whether what is said can be no single reason: rows on lines of their own, or several with the word for one. */
export const areRows = (said: string): boolean =>
  said.split("\n").filter((line) => line.trim() !== "").length > 1 ||
  (said.match(/理由|原因/gu)?.length ?? 0) > 1 ||
  NUMBERED_REASON.test(said);

/** Which reasons are still asked for, but for that of lateness. */
const open = ({ reasons }: Asked): string[] =>
  reasons?.form.fields
    .filter((field) => field.label !== phrases.lateLabel() && !isAnswered(reasons.state, field))
    .map(({ label }) => label) ?? [];

function forAll(list: Asked, said: string): Beside | undefined {
  const { why } = FOR_ALL.exec(said)?.groups ?? {};
  const labels = open(list);
  if (why === undefined || labels.length === 0) return undefined;
  const typed = labels.map((label) => `${label}：${why}`).join("\n");
  return { said: phrases.forAll(labels, why), offers: [button(phrases.recordEach(), typed)] };
}

/** Behind these a name is part of what is said of another: 比花园高. */
const LINKS = "比较与和跟同、及于优对像如距在邻至到以把将被让为是的给向除";
const PLACE = "第(?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:[名位个]|是)?[，,：:\\s]*";
const NUMBER = `(?:[（(]?\\d{1,2}\\s*[.、．)）]\\s*|${PLACE})?`;
const RANK = /^(?:排在?)?第[\d一二三四五六七八九十]{1,2}[名位个]?[，,：:\s]*/u;

/** 江滨1-1 9月建 花园8-2已补, 江滨一品满意度高望江华园党建扎实: each behind a name. */
export function byCase(list: Asked, said: string): Beside | undefined {
  if (!list.reasons || /[:：\t]/u.test(said)) return undefined;
  const names = list.candidates.map(({ application }) => application.compoundName);
  const called = partsOfOne(names).filter(([part]) => /^\p{Script=Han}/u.test(part));
  if (called.length === 0) return undefined;
  const text = withoutReasonLead(said).replace(LED, "");
  const apart = text.split(new RegExp(`(?:^|[\\s；;]+)(?=${NUMBER}(?:${anyOf(called.map(([part]) => part))}))`, "u"));
  const glued = new RegExp(`(?<![${LINKS}\\s.．)）])(?<!${PLACE})[，,。]?(?=${NUMBER}(?:${anyOf(names)}))`, "u");
  const parts = apart.flatMap((part) => part.split(glued)).filter((part) => part.trim() !== "");
  const shortest = parts.length > apart.filter((part) => part.trim() !== "").length ? SHORTEST_GLUED : SHORTEST;
  const rows = parts.map((part) => rowOf(part, called));
  const known = rows.filter((row) => row !== undefined);
  const named = [...new Set(known.map(({ name }) => name))];
  if (known.length < rows.length || named.length < 2 || known.some((row) => row.text.length < shortest))
    return undefined;
  return apartOf(list, { named, known });
}

const SHORTEST = 2;
const SHORTEST_GLUED = 4;

export interface Row {
  name: string;
  text: string;
}

export function apartOf(list: Asked, { named, known }: { named: readonly string[]; known: readonly Row[] }): Beside {
  const labels = known.map(({ name, text }) => ({ name, text, label: fieldOf(list, name) }));
  const fields = list.reasons?.form.fields ?? [];
  const unasked = named.filter((name) => fields.every(({ label }) => !label.startsWith(name)));
  const placed = labels.filter(({ label }) => label !== undefined);
  const lines = placed.map(({ label = "", text }) => `${label}：${text}`);
  const isPlain = named.length === known.length && placed.length === labels.length;
  if (isPlain)
    return { said: besidePhrases.byCase(named, lines), offers: [button(phrases.recordEach(), lines.join("\n"))] };
  const isInPart = unasked.length > 0 && named.length === known.length;
  if (isInPart && placed.length + unasked.length === named.length)
    return {
      said: besidePhrases.byCaseInPart(named, unasked, lines),
      offers:
        lines.length === 0 ? [] : [button(besidePhrases.onlyOf(placed.map(({ name }) => name)), lines.join("\n"))],
    };
  const left = open(list);
  return {
    said: besidePhrases.byCaseUnplain(named, left.length > 0 ? left : fields.map(({ label }) => label)),
    offers: [],
  };
}

/** Without its rank, and without what stands around it. */
function rowOf(part: string, called: readonly (readonly [string, string])[]): Row | undefined {
  const own = part.replace(new RegExp(`^\\s*${NUMBER}`, "u"), "");
  const found = called.find(([calling]) => own.startsWith(calling));
  if (!found) return undefined;
  const text = own
    .slice(found[0].length)
    .trim()
    .replace(RANK, "")
    .replace(LED, "")
    .replace(/[，,；;。\s]+$/u, "");
  return { name: found[1], text };
}

/** Of several reasons of a case the only one that is open. */
export function fieldOf(list: Asked, name: string): string | undefined {
  const own = (list.reasons?.form.fields ?? []).map(({ label }) => label).filter((label) => label.startsWith(name));
  const left = open(list).filter((label) => own.includes(label));
  const [only, second] = own.length === 1 ? own : left;
  return second === undefined ? only : undefined;
}
