import { isDeepStrictEqual } from "node:util";
import type { Action } from "../../platform/chat/view.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { isOfForward, withoutSender } from "../../platform/conversation/beside-form.ts";
import { withoutMailFoot } from "../../platform/conversation/mail-foot.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { withoutGestures } from "../../platform/conversation/said-around.ts";
import { saidAsText } from "../engine/dispatch/command-or-answer.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { editsReason } from "./edits-reason.ts";
import { readLabelledReasons } from "./labelled-reasons.ts";
import { isNoReason } from "./no-reason.ts";
import { type OrderRead, readOrder } from "./order.ts";
import { NUMBERS_ONLY, otherOrder, RECONSIDERS, WAITS_FIRST } from "./order-above.ts";
import { isNoRest, isOrderAlone } from "./order-alone.ts";
import { leftOutBy } from "./order-words.ts";
import { movedCase } from "./other-case-within.ts";
import { behindAnswer, besideProgram, labelled, otherInReason } from "./other-in-reason.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { figureCorrected, saidAnew, takesBackOther, turnIn, withoutReasonLead, wordBehind } from "./reason-turns.ts";
import { namesOf } from "./reasons.ts";
import { saysWhose } from "./replaced-reason.ts";
import { isUnderReason, rowsOfReasons } from "./rows-of-reasons.ts";
import { type Asked, areRows, type Beside, byCase, dropsSaid, ofSeveral, POINTED } from "./said-of-several.ts";
import { sameReason } from "./same-reason.ts";
import { isReport, isSigned, isTalk } from "./talk-beside.ts";
import { withoutWhole } from "./whole-as-reason.ts";

const ABOUT_ORDER =
  /^(?:[嗯呃额哦啊，,\s]|不对|错了)*(?:(?:再|请|帮我)?(?:换|调|调整|改)(?:一下|下|个|一换)[，,\s]*(?:顺序|次序|排序)?|(?:推荐)?(?:顺序|次序|排序))(?:(?:换|调|调整|改)(?:一下|下|过来)|不对|错了|有误|反了|颠倒了?|弄反了|排反了)?[,，\s]*(?:应该是|应为|更?改为|改成|更正为|调整为|变更为|是)?[:：\s]*/u;

interface Around {
  /** Names of the district's cases, also of those that cannot be recommended. */
  others?: readonly string[];
  /** Names of the fields of the application. */
  labels?: readonly string[];
  /** Whether a word is a command by itself. */
  isCommand?(word: string): boolean;
}

/** An order is no reason, nor is a slip. Undefined: it may be a reason. */
export function besideReason(list: Asked, text: string, around: Around = {}): Beside | undefined {
  const beside = besideText(list, text, around);
  const found = beside && underLabel(list, text, withoutWhole(list, text, beside));
  const isLeft = ({ label, typed = "" }: Action): boolean =>
    label === phrases.forwarded.without() && isNoRest(saidAsText(typed) ?? typed);
  return found?.offers.some(isLeft) ? { said: besidePhrases.toProgram(text.trim(), ""), offers: [] } : found;
}

/** 江畔花园　理由：…, as the reason: what says whose it is, is none of it. */
function underLabel(list: Asked, text: string, { said, offers }: Beside): Beside {
  const names = list.candidates.map(({ application }) => application.compoundName);
  const [only, second] = labelled(list, withoutReasonLead(text), names) ?? [];
  if (!only || second) return { said, offers };
  const typed = `内容：${only.question.label}：${only.text}`;
  return { said, offers: offers.map((one) => (saidAsText(one.typed) === text ? { ...one, typed } : one)) };
}

function besideText(
  list: Asked,
  text: string,
  { others = [], labels = [], isCommand = () => false }: Around,
): Beside | undefined {
  if (!list.reasons) return undefined;
  const same = sameReason(list, text);
  if (same) return same;
  const edits = editsReason(list, text);
  if (edits) return edits;
  const figure = openQuestion(list.reasons.form, list.reasons.state) ? figureCorrected(text) : undefined;
  if (figure) return corrected(text, figure);
  if (isOrderAlone(text)) return { said: besidePhrases.toProgram(text.trim(), ""), offers: [] };
  // 理由：①甲 … ②乙 …: whatever order they are in, it is none.
  const underReason = isUnderReason(text) ? rowsOfReasons(list, text) : undefined;
  if (underReason) return underReason;
  const ids = list.candidates.map(({ application }) => application.id);
  const other = otherOrder(list, text);
  if (other) return asOrder(list, other);
  const said = text.trim().replace(ABOUT_ORDER, "").replace(RECONSIDERS, "");
  const left = withoutThose(list, said);
  if (left?.length === 0) return { said: besidePhrases.noneLeft(), offers: [] };
  if (left) return asOrder(list, { places: left, text: "" });
  const read = readOrder(said, namesOf(list.candidates, ids));
  // 等下 名苑第一 锦绣第二: none of it is a reason.
  const why = WAITS_FIRST.test(text) ? "" : text;
  if (isOrder(list, read)) return asOrder(list, { places: filled(list, read.places, said), text: why });
  const label = labelIn(text);
  if (label !== undefined) return { said: besidePhrases.isLabel(label), offers: [] };
  const apart = ofSeveral(list, said);
  if (apart) return besideRows(apart, text);
  if (takesBackOther(text))
    return { said: besidePhrases.takesBackOther(text.trim(), list.reasons.form.fields.map(labelOf)), offers: [] };
  const anew = saidAnew(text);
  if (anew !== undefined)
    return {
      said: besidePhrases.saidAnew(anew),
      offers: [{ id: "", label: phrases.takeCorrected(), typed: anew, look: "primary" }],
    };
  const led = ledAnew(list, text);
  if (led) return led;
  if (NUMBERS_ONLY.test(said.normalize("NFKC"))) return { said: phrases.numbersNoReason(), offers: [] };
  if (talkIn(text) === "wrong") return { said: phrases.takenBack(), offers: [] };
  const another = ofAnother(list, text);
  if (another !== undefined) return aboutAnother(list, { name: another, text });
  const forwarded = withoutSenders(text);
  if (forwarded !== text.trim()) return withLess(text, withoutGestures(forwarded).trim(), phrases.forwarded.said());
  const footed = withoutMailFoot(text.trim(), { isBare: true });
  if (footed.foot.length > 0) return withLess(text, footed.text, phrases.forwarded.foot(footed.foot));
  const answered = behindAnswer(text, { cases: others, isCommand });
  if (answered) return answered;
  const behind = wordBehind(text, isCommand);
  if (behind) {
    const { offers } = withLess(text, behind.before, "");
    // A word of one sign is none of a reason.
    const isShort = [...behind.said].length === 1;
    return { said: besidePhrases.endsInCommand(behind.said), offers: isShort ? offers.slice(0, 1) : offers };
  }
  const toProgram = besideProgram(list, text, namesOf(list.candidates, ids));
  if (toProgram?.offers.length === 0) return toProgram;
  const turn = turnIn(text.trim());
  if (turn?.meant) return corrected(text, { ...turn, meant: turn.meant });
  if (turn) return withLess(text, turn.before, phrases.turned(turn.said));
  const moved = movedCase(text, namesOf(list.candidates, ids));
  if (moved !== undefined) return { said: besidePhrases.movesOther(moved), offers: [] };
  const replaced = replacedBy(list, text);
  if (replaced) return { said: phrases.replacesReason(replaced.name, replaced.before), offers: [replaced.take] };
  const aside = asideIn(text);
  if (aside !== undefined) return aboutAside(text, aside);
  if (toProgram) return toProgram;
  const names = [...others, ...namesOf(list.candidates, ids)];
  if (isTalk(text) || isSigned(text) || isNoReason(text, names))
    return { said: phrases.talkNoReason(text.trim()), offers: [asReason(text)] };
  if (isReport(text)) return { said: besidePhrases.reportNoReason(), offers: [asReason(text)] };
  return otherInReason(list, text, { cases: names, labels, isCommand });
}

/** 雅苑不推了: the order without it. */
function withoutThose({ candidates, order }: Asked, said: string): readonly number[] | undefined {
  const ids = candidates.map(({ application }) => application.id);
  const not = leftOutBy(said, namesOf(candidates, ids));
  const places = order.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
  return not?.every((place) => places.includes(place)) ? places.filter((place) => !not.includes(place)) : undefined;
}

/** 理由改成…, where all are given: of one it is asked whether it is replaced, of several which. */
function ledAnew({ reasons }: Asked, text: string): Beside | undefined {
  if (!reasons || openQuestion(reasons.form, reasons.state)) return undefined;
  const [only, second] = reasons.form.fields;
  const why = withoutReasonLead(text).trim();
  if (!only || why === text.trim() || !SAYS_REASON.test(text)) return undefined;
  if (second)
    return {
      said: phrases.sayWhich(
        text.trim(),
        reasons.form.fields.map(({ label }) => label),
      ),
      offers: [],
    };
  const take: Action = { id: "", label: phrases.asReason(), typed: `内容：${only.label}：${why}`, look: "primary" };
  return { said: phrases.replacesReason(only.label, String(reasons.state.answers[only.key])), offers: [take] };
}

/** 嗯理由是…, 因为… */
const SAYS_REASON = /^(?:[嗯呃额哦啊那个，,、\s])*(?:推荐)?(?:理由|原因|(?:就?是)?因为)/u;

const labelOf = ({ label }: { label: string }): string => label;

/** Rows of several cases are no single reason: that is not offered. */
const besideRows = (apart: Beside, text: string): Beside =>
  areRows(text) || POINTED.test(text.trim())
    ? { said: besidePhrases.ofRows(apart.said), offers: apart.offers }
    : { ...apart, offers: [...apart.offers, asReason(text)] };

/** The text without what may be none of it, or all of it. */
const withLess = (text: string, less: string, said: string): Beside => {
  const take: Action = { id: "", label: phrases.forwarded.without(), typed: less, look: "primary" };
  if (!/[\p{Script=Han}\d]/u.test(less) && less !== "") return { said, offers: [] };
  return { said, offers: [...(less === "" ? [] : [take]), asReason(text)] };
};

/** 领导出差哦不是是国庆放假: as it is meant, or as it stands. */
const corrected = (text: string, { said, meant }: { said: string; meant: string }): Beside => {
  const take: Action = { id: "", label: phrases.takeCorrected(), typed: meant, look: "primary" };
  return { said: phrases.corrected(said, meant), offers: [take, asReason(text)] };
};

/** With reasons it is none, unless it puts the cases otherwise. */
function isOrder(list: Asked, read: OrderRead): read is Extract<OrderRead, { kind: "places" | "which" | "turned" }> {
  if (read.kind === "which" || read.kind === "turned") return true;
  if (read.kind !== "places" || read.reasons === undefined) return read.kind === "places";
  const ids = list.candidates.map(({ application }) => application.id);
  const places = list.order.map((id) => ids.indexOf(id)).filter((place) => read.places.includes(place));
  return read.places.length > 1 && !isDeepStrictEqual(places, read.places);
}

/** 甲第一, 甲排最后: the others stay as they stand. */
function filled({ candidates, order }: Asked, places: readonly number[], said: string): readonly number[] {
  const ids = candidates.map(({ application }) => application.id);
  const others = order.map((id) => ids.indexOf(id)).filter((place) => place >= 0 && !places.includes(place));
  if (places.length === 1 && others.length > 0 && /排?在?(?:最后|末位|垫底)[一位名面个]*[吧了。]*$/u.test(said))
    return [...others, ...places];
  return places.length === 1 && /(?:第一|排?最?前|首位)[位名面个]?[吧了。]*$/u.test(said)
    ? [...places, ...others]
    : places;
}

const asReason = (text: string): Action => ({
  ...{ id: "", label: phrases.asReason(), typed: `内容：${text}`, look: "default" },
});

/** Name of a case at the head of a line of which no reason is asked for. */
function ofAnother({ reasons, candidates }: Asked, typed: string): string | undefined {
  if (!reasons) return undefined;
  const names = candidates.map(({ application }) => application.compoundName);
  const read = readLabelledReasons(reasons.form, openQuestion(reasons.form, reasons.state), { typed, names });
  return read?.kind === "other" ? read.name : undefined;
}

const LABELLED = /^[^:：\n]{2,30}(?:理由|原因)\s*[:：]\s*(?<said>\S.*)$/su;

/** No reason is asked for of that case: with others the rest can be recorded; once all are given there is no item that it could be of. */
function aboutAnother(list: Asked, { name, text }: { name: string; text: string }): Beside {
  const rows = rowsOfReasons(list, text) ?? byCase(list, text.replaceAll(/[:：\t]/gu, " "));
  if (rows) return besideRows(rows, text);
  const { form, state } = list.reasons ?? {};
  // 甲推荐理由：…: its label is no part of the reason.
  const own = LABELLED.exec(text.trim())?.groups?.said ?? text;
  if (!form || !state || openQuestion(form, state)) return { said: phrases.ofAnother(name), offers: [asReason(own)] };
  return {
    said: besidePhrases.unneededNow(
      name,
      form.fields.map(({ label }) => label),
    ),
    offers: [],
  };
}

/** 好改为此次序吧: the label of one of the buttons here, and nothing else. */
function labelIn(text: string): string | undefined {
  const said = text.trim().replaceAll(/^(?:[嗯好行那就的，,\s]|可以)+|[吧了啊。！!]+$/gu, "");
  const labels = [
    ...[phrases.takeOrder(), phrases.inThisOrder(), phrases.recordEach(), phrases.asReason()],
    ...[phrases.takeCorrected(), phrases.forwarded.without(), phrases.aside.without()],
  ];
  return labels.find((label) => label === said);
}

/** The text without the lines that say who sent it and when. */
const withoutSenders = (text: string): string =>
  text
    .trim()
    .split("\n")
    .filter((line) => !isOfForward(withoutSender(line)))
    .map(withoutSender)
    .join("\n")
    .trim();

/** 雅苑证明材料请交来, where all reasons are given: a sentence that only begins with the name takes no reason's place. */
function replacedBy({ reasons }: Asked, text: string): { name: string; before: string; take: Action } | undefined {
  if (!reasons || openQuestion(reasons.form, reasons.state) || saysWhose(text)) return undefined;
  const said = text.trim();
  const own = reasons.form.fields.find(({ key, label }) => {
    const name = label.replace(/的推荐理由$/u, "");
    return reasons.state.answers[key] !== undefined && said.startsWith(name) && said !== name;
  });
  if (!own) return undefined;
  const take: Action = { id: "", label: phrases.asReason(), typed: `${own.label}：${said}`, look: "default" };
  return { name: own.label, before: String(reasons.state.answers[own.key]), take };
}

/** （办公室代拟）, ——物业科整理: who wrote it. */
const ASIDE =
  /(?:^|\n)\s*(?:[（(]?(?:[—–-]+)?[^（()）\n，。；：:]{0,12}(?:代?拟稿?|整理|提供|起草|供稿|报送人|填表人)(?:[:：][^\n]{0,10})?[)）]?)\s*$/u;

const asideIn = (text: string): string | undefined =>
  text.includes("\n") ? ASIDE.exec(text.trimEnd())?.[0].trim() : undefined;

const aboutAside = (text: string, aside: string): Beside => {
  const typed = text.trimEnd().slice(0, -aside.length).trimEnd();
  const without: Action = { id: "", label: phrases.aside.without(), typed, look: "primary" };
  return { said: phrases.aside.said(aside), offers: [without, asReason(text)] };
};

/** 次序更正为：…: it says itself that it is no reason. */
const SAYS_ORDER =
  /^\s*(?:更正|调整|变更|修改)?(?:推荐)?(?:次序|顺序|排序)(?:更正|调整|变更|修改|更?改)?(?:为|成)?\s*[:：]/u;

function asOrder(list: Asked, { places, text }: { places: readonly number[]; text: string }): Beside {
  const ids = places.flatMap((place) => list.candidates[place]?.application.id ?? []);
  const isSame = ids.length === list.order.length && ids.every((id, at) => id === list.order[at]);
  const lead = phrases.orderNotReason(namesOf(list.candidates, ids)) + dropsSaid(list, places);
  const typed = `${phrases.word()} ${places.map((place) => place + 1).join(" ")}`;
  const take: Action = { id: "", label: phrases.takeOrder(), typed, look: "primary" };
  const rows =
    rowsOfReasons(list, text) ?? (isSame ? rowsOfReasons(list, `${phrases.reason()}：\n${text}`) : undefined);
  if (isSame && rows) return rows;
  if (isSame) return { said: lead + phrases.orderSame(), offers: [] };
  if (rows) return { said: lead + besidePhrases.orderOrReasons(rows.said), offers: [take, ...rows.offers] };
  const isReason = /\p{Script=Han}/u.test(text) && !SAYS_ORDER.test(text);
  return { said: lead + phrases.orderChange(), offers: isReason ? [take, asReason(text)] : [take] };
}
