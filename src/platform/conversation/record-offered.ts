import type { AnswerValue } from "./answer.ts";
import { askWhose, otherCase, type Read, record } from "./answer-all.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { bareWords } from "./bare-words.ts";
import { contentPhrases } from "./content-phrases.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { readWhole } from "./numerals.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { replacedBy } from "./overwritten.ts";
import { heldPhrases, labelledPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { longTextSummary } from "./question-view.ts";

const COUNT = "[那这]?[\\d零一二两三四五六七八九十]{0,3}[项条个]?";
/** 好的, 对的, 嗯那就: before what is to be done. */
const LEAD = "(?:[嗯呃哦]|好[的吧嘞]?|[对是]的?|没错|行|可以|那|就|都|先|把|请|帮我|[，,、。！!])*";
const RECORD_REST = new RegExp(
  `^${LEAD}(?:(?:记录?|录入?)(?:一下)?(?:其[余他]|剩下)的?${COUNT}|其[余他]的?${COUNT}(?:都|先|的)*记录?(?:下来|一下)?|(?:分别|分开)记录?${COUNT})(?:就行|就好|即可|好了|行了|[了吧的])*$`,
  "u",
);
/** 好记录吧, where something waits */
const BARE = new RegExp(`^${LEAD}(?:这[么样]|照此)?记录?(?:一下|下来|就行|[了吧的])*$`, "u");
const NUMBER = /\d+|[零一二两三四五六七八九十]+/u;

/** 好记录吧: of what was listed, whatever that was. */
export const saysBareRecord = (said: string): boolean => BARE.test(said);

/** Whether the words decide about what was offered. */
export function saysRecord({ fields }: Pick<StepContext["form"], "fields">, text: string): boolean {
  const said = compactAnswer(bareWords(text).words);
  return (
    RECORD_REST.test(said) ||
    said === labelledPhrases.overwrite() ||
    CONFIRMS().includes(said) ||
    fields.some(({ label }) => isRecordOf(label, said))
  );
}
/** 作为“备注”记录, also without the signs or with others. */
const isRecordOf = (label: string, said: string): boolean =>
  said.replaceAll(QUOTES, "") === compactAnswer(contentPhrases.record(label)).replaceAll(QUOTES, "");
const QUOTES = /[“”"「」『』‘’']/gu;
const CONFIRMS = (): readonly string[] => [contentPhrases.replace(), contentPhrases.again(), contentPhrases.asListed()];

/** 记录其余2项, 改写本表, 作为“备注”记录: records what was offered; undefined for other words. */
export function recordOffered({ form, state, input }: StepContext): Step | undefined {
  const said = compactAnswer(bareWords(input.text).words);
  const only = form.fields.find(({ label }) => isRecordOf(label, said));
  const isConfirmed = CONFIRMS().includes(said);
  const overwrites = said === labelledPhrases.overwrite();
  const isBare = BARE.test(said) && (state.offered ?? state.held) !== undefined;
  if (!only && !isConfirmed && !overwrites && !isBare && !RECORD_REST.test(said)) return undefined;
  const { offered: _, doubted: __, ...before } = state;
  const all = only || overwrites || isConfirmed ? confirmed(form, state, said) : counted(state, said);
  const good = readOf(form, all).filter(({ question }) => !only || question === only);
  const context = { form, state: before, input };
  const another = overwrites || only || isConfirmed ? undefined : otherCase(context, good);
  if (another) return askWhose(context, another, { good, bad: [], unread: [] });
  const again = only || isConfirmed || overwrites ? undefined : askAgain(context, state, { good, said });
  if (again) return again;
  if (good.length > 0) return record(context, good, { empty: [], headings: [], notes: notesOf(before, good, said) });
  const open = openQuestion(form, before);
  const sentence = labelledPhrases.nothingOffered(said);
  return {
    state: before,
    outcome: open ? { kind: "retry", question: open, sentence } : { kind: "review", notes: [sentence] },
  };
}

type Values = Readonly<Record<string, AnswerValue>>;

/**
 * 改为所发内容 is said of paragraphs that would take the place of others, also where something else was offered since;
 * 按所列记录 of all that waits.
 */
function confirmed(form: StepContext["form"], { answers, ...state }: FormState, said: string): Values {
  const { offered, held = {}, listed = [] } = state;
  const text = form.fields.find(({ label }) => isRecordOf(label, said));
  const isReplaced = (values: Values = {}): boolean =>
    form.fields.some(({ key, kind }) => kind === "longText" && key in values && key in answers);
  const isOther = text ? offered?.[text.key] === undefined : !isReplaced(offered);
  if (said === contentPhrases.replace() && isOther && isReplaced(held))
    return Object.fromEntries(Object.entries(held).filter(([key]) => isReplaced({ [key]: held[key] ?? "" })));
  if (text && isOther && text.key in held) return held;
  return (
    offered ?? (CONFIRMS().includes(said) && said !== contentPhrases.asListed() ? lastOffered(held, listed) : held)
  );
}

/** What was offered before still waits, where it is alone or all of it was offered together. */
function lastOffered(held: Values, listed: readonly string[]): Values {
  const keys = Object.keys(held);
  return keys.length === 1 || keys.every((key) => listed.includes(key)) ? held : {};
}

/** What 记录其余3项 names: the newest offer, or, where it waits among earlier ones, all or just that. */
function counted({ offered, held = {}, listed = [] }: FormState, said: string): Values {
  const count = countIn(said);
  if (offered) return offered;
  if (count === undefined || Object.keys(held).length === count || count !== listed.length) return held;
  return Object.fromEntries(Object.entries(held).filter(([key]) => listed.includes(key)));
}

const countIn = (said: string): number | undefined => readWhole(NUMBER.exec(said)?.[0] ?? "");

const lineOf = ({ question, value, shown }: Read): string =>
  labelledPhrases.line(
    question.label,
    question.kind === "longText" && typeof value === "string" ? longTextSummary(value) : shown,
  );

const readOf = (form: StepContext["form"], values: Values): Read[] =>
  form.fields.flatMap((question) => {
    const value = values[question.key];
    return value === undefined ? [] : [{ question, value, shown: showAnswer(question, value) }];
  });

/** What was corrected since is not recorded as it was; nor is more, or other, than the words count. */
function askAgain(
  { form }: StepContext,
  state: FormState,
  { good, said }: { good: readonly Read[]; said: string },
): Step | undefined {
  const count = countIn(said);
  // Fewer than were listed are left only where the others are answered by now.
  const isLeft =
    state.offered === undefined &&
    state.listed !== undefined &&
    count === state.listed.length &&
    state.listed.every((key) => good.some(({ question }) => question.key === key) || key in state.answers);
  const isOther = count !== undefined && count !== good.length && !isLeft && good.length > 0;
  if (!isOther && !(state.doubted && good.length > 0)) return undefined;
  const lines = good.map(lineOf);
  const earlier = state.offered ? readOf(form, state.held ?? {}).map(lineOf) : [];
  const rest = labelledPhrases.recordRest(good.length);
  const sentence = state.doubted
    ? contentPhrases.listedAgain(lines, contentPhrases.asListed(), heldPhrases.drop())
    : `${contentPhrases.otherCount(said, lines, rest)}${earlier.length > 0 ? heldPhrases.earlier(earlier) : ""}`;
  const readings = [state.doubted ? contentPhrases.asListed() : rest, heldPhrases.drop()];
  const open = openQuestion(form, state);
  return {
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence, readings }
      : { kind: "review", notes: [sentence], readings },
  };
}

/** What was replaced, and that some of the counted ones are answered otherwise by now. */
function notesOf(state: FormState, good: readonly Read[], said: string): string[] {
  const asked = countIn(said) ?? good.length;
  const replaced = replacedBy(state, good).map(({ label, before, shown }) =>
    labelledPhrases.replaced(label, before, shown),
  );
  return [...(asked > good.length ? [labelledPhrases.fewer(asked, good.length)] : []), ...replaced];
}

/** 对不对电话是…, which could not be recorded, behind what was offered: that is not to be recorded as it was. */
const CORRECTS = /不对|错了|写错|说错|(?:应该是|应为|更正|改[为成])(?=[\s:：]*[\p{Script=Han}\p{L}\d])|不是.{1,20}是/u;

/** A correction that names other fields only, or stands in a text of its own, is of nothing that was listed. */
function isOfOther(form: StepContext["form"], waiting: Values, text: string): boolean {
  const said = compactAnswer(text);
  const isListed = readOf(form, waiting).some(({ shown }) => said.includes(compactAnswer(shown)));
  const named = labelNames(form).filter(({ name, part }) => part !== "start" && said.includes(name));
  if (isListed || named.some(({ question: { key } }) => key in waiting)) return false;
  return named.length > 0 || [...said].length > LONGEST_CORRECTION;
}
/** In characters. */
const LONGEST_CORRECTION = 60;

export function withDoubt(form: StepContext["form"], before: FormState, { state, outcome }: Step, text: string): Step {
  const isWaiting = before.offered !== undefined || before.held !== undefined;
  // 改为所发内容 decides about what is offered, and corrects nothing.
  if (saysRecord(form, text)) return { state, outcome };
  // Listed anew as it stands now: what was said before that is over.
  if (state.doubted && (outcome.kind === "review" || state.offered !== undefined)) {
    const { doubted: _, ...kept } = state;
    return { state: kept, outcome };
  }
  const isRefused = outcome.kind === "retry" || outcome.kind === "notUnderstood" || outcome.kind === "whichField";
  if (state.held === undefined && state.offered === undefined) {
    const { doubted: _, ...kept } = state;
    return { state: kept, outcome };
  }
  const isSame = Object.entries(state.answers).every(
    ([key, value]: [string, AnswerValue]) => before.answers[key] === value,
  );
  if (!isWaiting || !isRefused || !isSame || state.offered !== undefined || !CORRECTS.test(text))
    return { state, outcome };
  if (isOfOther(form, { ...before.held, ...before.offered }, text)) return { state, outcome };
  return { state: { ...state, doubted: true }, outcome };
}
