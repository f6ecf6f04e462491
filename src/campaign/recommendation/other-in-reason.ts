import type { Action } from "../../platform/chat/view.ts";
import { talkIn } from "../../platform/conversation/answers/talk.ts";
import { openQuestion } from "../../platform/conversation/open-question.ts";
import { otherPhrases } from "../../platform/conversation/other-phrases.ts";
import { partsOfOther, type Surroundings, withoutAnswer } from "../../platform/conversation/parts-of-other.ts";
import { saidToProgram } from "../../platform/conversation/said-to-program.ts";
import { withoutSounds } from "../../platform/conversation/spoken.ts";
import { besidePhrases } from "./beside-phrases.ts";
import { type LabelledReason, readLabelledReasons } from "./labelled-reasons.ts";
import { clauseOfOther, type OtherClause, otherCaseAtHead, otherCaseWithin } from "./other-case-within.ts";
import { recommendationPhrases as phrases } from "./phrases.ts";
import { withoutReasonLead } from "./reason-turns.ts";
import type { Asked, Beside } from "./said-of-several.ts";

/** 浣江锦苑的推荐理由：嗯电梯加装: a sound behind the label is none of the reason. */
const labelsApart = (text: string): string => text.replaceAll(/(?<=[:：]\s*)[嗯呃额哦啊]+[，,\s]*(?=\S{2})/gu, "");

/** The reasons under the labels of their fields; undefined where the text has none. */
export function labelled(
  { reasons }: Asked,
  typed: string,
  names: readonly string[],
): readonly LabelledReason[] | undefined {
  const open = reasons && openQuestion(reasons.form, reasons.state);
  const read = reasons && readLabelledReasons(reasons.form, open, { typed, names });
  return read?.kind === "given" && read.reasons.every(({ text }) => text !== "") ? read.reasons : undefined;
}

/** What is said to the program is no reason; what is left of it is offered as one, under its label where it has one. */
export function besideProgram(list: Asked, text: string, names: readonly string[]): Beside | undefined {
  const found = talkIn(text) ? undefined : saidToProgram(withoutReasonLead(labelsApart(text)));
  if (!found) return undefined;
  const rows = found.before === "" ? undefined : labelled(list, found.before, names);
  const shown = rows?.map(({ question, text: own }) => `${question.label}：${own}`) ?? [found.before];
  const take: Action = { id: "", label: phrases.forwarded.without(), typed: shown.join("\n"), look: "primary" };
  return { said: besidePhrases.toProgram(found.said, shown.join("；")), offers: found.before === "" ? [] : [take] };
}

/** n 再报一个 乙, 不要。业委会没成立: an answer to something else, and what stands behind it. */
export function behindAnswer(typed: string, around: Surroundings): Beside | undefined {
  const text = typed.trim();
  const rest = withoutAnswer(text);
  if (rest === text || talkIn(text) || around.isCommand?.(rest)) return undefined;
  const answer = text.slice(0, -rest.length).replace(/[\s，,。;；!！]+$/u, "");
  const isOther = partsOfOther(rest, around).some(({ kind }) => kind === "command");
  const take: Action = { id: "", label: isOther ? rest : phrases.forwarded.without(), typed: rest, look: "primary" };
  return { said: isOther ? besidePhrases.toProgram(text, "") : besidePhrases.toProgram(answer, rest), offers: [take] };
}

const HAS_WORDS = /\p{Script=Han}{2}/u;

/** 锦绣的理由：…，名苑不变: where the reason of a case goes on with another one. */
function clauseBehind({ question, text }: LabelledReason, cases: readonly string[]): OtherClause | undefined {
  const own = cases.find((name) => question.label.startsWith(name));
  return own === undefined ? undefined : clauseOfOther(own, text, cases);
}

/** @param typed the reason without what is said of the other case */
function withoutOther({ name, said, stays }: OtherClause, typed: string): Beside {
  const less = typed.replace(/[，,；;。\s]+$/u, "");
  const take: Action = { id: "", label: phrases.forwarded.without(), typed: less, look: "primary" };
  return { said: besidePhrases.goesOnWithOther({ name, said: said.trim(), stays }, less), offers: [take] };
}

/** A reason that names another case, or holds what is read elsewhere: it is asked about. */
export function otherInReason(
  list: Asked,
  text: string,
  around: Surroundings & { cases: readonly string[] },
): Beside | undefined {
  const { reasons } = list;
  // A command or an acknowledgement alone is answered as such.
  if (!reasons || around.isCommand?.(text.trim()) || talkIn(text)) return undefined;
  const take: Action = { id: "", label: phrases.asReason(), typed: `内容：${text}`, look: "default" };
  const short = otherCaseAtHead(reasons, text, around.cases);
  if (short?.moves) return { said: besidePhrases.movesOther(short.name), offers: [] };
  const names = list.candidates.map(({ application }) => application.compoundName);
  const rows = labelled(list, withoutReasonLead(labelsApart(text)), names);
  const [only, second] = rows ?? [];
  const behind = only && !second ? clauseBehind(only, around.cases) : undefined;
  if (only && behind && HAS_WORDS.test(behind.before))
    return withoutOther(behind, `${only.question.label}：${behind.before.replace(/[，,；;。\s]+$/u, "")}`);
  if (short && !rows && HAS_WORDS.test(short.before) && !around.isCommand?.(short.before.trim()))
    return withoutOther(short, short.before.trim());
  const isOwn = ({ question, text: own }: LabelledReason): boolean => {
    const cases = around.cases.filter((name) => !question.label.startsWith(name));
    const of = around.cases.find((name) => question.label.startsWith(name)) ?? "";
    // Without a sign behind the name it may only speak of that one.
    if (of === "" || own.startsWith(of) || clauseOfOther(of, own, around.cases)) return false;
    return partsOfOther(own, { ...around, own: of, cases, what: phrases.reason() }).length === 0;
  };
  // 江东花园的理由就是满意度高, where another one is asked for: it is of the one that it names.
  if (rows?.every(isOwn)) return undefined;
  const within = otherCaseWithin(reasons, text, around.cases);
  if (within !== undefined) return { said: besidePhrases.namesOther(within), offers: [take] };
  if (short) return { said: besidePhrases.beginsWithOther(short.name), offers: [] };
  const open = openQuestion(reasons.form, reasons.state);
  const own = around.cases.find((name) => open?.label.startsWith(name));
  const parts = partsOfOther(withoutSounds(labelsApart(text).trim()), { ...around, own, what: phrases.reason() });
  if (parts.length === 0) return undefined;
  return { said: otherPhrases.doubt(text, phrases.reason(), parts) + besidePhrases.orReason(), offers: [take] };
}
