import { affirms } from "./answers/affirms.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { bareWords } from "./bare-words.ts";
import { contentPhrases } from "./content-phrases.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { isAnswered } from "./form-state.ts";
import { labelNames } from "./label-names.ts";
import { answering, type StepContext } from "./moves.ts";
import { readWhole } from "./numerals.ts";
import { openQuestion } from "./open-question.ts";
import { labelledPhrases, stepPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";
import { proposalFor } from "./proposal.ts";
import { saysBareRecord, saysRecord } from "./record-offered.ts";
import { isFill, REST_WORDS } from "./rest-words.ts";
import { viewPhrases } from "./view-phrases.ts";

/** What was offered, as it is sent, with the words that name it. */
interface Choice {
  typed: string;
  names: readonly string[];
  of?: Question | undefined;
}

const NAMED = "\u0000";
const FIRST = /^(?:前面?[一那]?个|前者|第一[个项条种]?)$/u;
const LAST = /^(?:后面?[一那]?个|后者|最后[一那]?个)$/u;
const PLACE = /(?:[前后]面?[一那]?个|[前后]者|第[一二三四五1-5][个项条种]?|最后[一那]?个)/u;
const SUGGESTION = /建议|就(?:叫|用|填|写|按|是|选)这个(?:名[字称]?)?/u;
const TIMES = ["第一", "第二", "第三", "第四", "第五"];

/**
 * A reply to what was offered that is made of nothing but fill words and names: 是“备注”的内容, 前一个, 要的记录其余一项. Of one
 * that was offered it is that; of several or of none of them nothing that could be recorded. Undefined for other words,
 * and where nothing was offered.
 */
export function decided(context: StepContext): { typed?: string; among: readonly string[] } | undefined {
  const { form, state, input } = context;
  const said = compactAnswer(bareWords(input.text).words).replaceAll(/[“”"「」『』]/gu, "");
  if (input.asText || said === "" || [...said].length > LONGEST || state.readings?.includes(input.text.trim()) === true)
    return undefined;
  const open = openQuestion(form, state);
  const asked = askedOf(context);
  const rest = restOf(context);
  const suggested = suggestionOf(context, open);
  const choices = [...asked, ...rest, ...suggested];
  if (choices.length === 0) return undefined;
  const isAsked = asked.length > 0 || state.offered !== undefined;
  if (open && !isWords(open) && parseAnswer(open, input.text, answering(input)).ok) return undefined;
  // Of another number than was offered it is said there what is offered now.
  if (saysRecord(form, input.text)) return undefined;
  const named = namedIn(said, choices, isAsked ? form : undefined);
  // 都是的, 要的: which of them is not said.
  const isNone = isAsked && isFill(said) && !affirms(said) && !saysBareRecord(said);
  if (!named && !isNone) return undefined;
  const isOnButtons = Object.keys(state.offered ?? {}).every((key) =>
    asked.some(({ of, typed }) => of?.key === key && state.readings?.includes(typed)),
  );
  const others = [...(state.offered && isOnButtons ? [] : rest), ...suggested];
  const among = [...new Set([...(state.readings ?? []), ...others.map(({ typed }) => typed)])];
  if (!named) return { among };
  const [only, second] = named.found;
  return only && !second && !named.isOther ? { typed: only.typed, among } : { among };
}
/** In characters: what is longer says more than which of them. */
const LONGEST = 30;

/** The buttons of the last question, by the field of each, and fields of what was offered together. */
function askedOf({ form, state }: StepContext): Choice[] {
  const { readings = [], offered = {} } = state;
  const open = openQuestion(form, state);
  const buttons = readings.map((typed) => ({ typed, question: fieldOf(form, open, typed) }));
  const isNamed = (one: Question): boolean => buttons.some(({ question }) => question === one);
  const single = form.fields.filter((one) => Object.hasOwn(offered, one.key) && !isNamed(one));
  const all = [...buttons, ...single.map((question) => ({ typed: contentPhrases.record(question.label), question }))];
  const fields = all.flatMap(({ question }) => question ?? []);
  const called = labelNames({ ...form, fields: [...new Set(fields)] });
  // Two buttons of one field are told apart by more than its name.
  const isTwice = (question: Question): boolean => fields.filter((one) => one === question).length > 1;
  return all.map(({ typed, question }, at) => ({
    typed,
    of: question,
    names: [
      compactAnswer(typed).replaceAll(/[“”"]/gu, ""),
      ...(question && !isTwice(question)
        ? called.filter((one) => one.question === question).map(({ name }) => name)
        : []),
      ...(at < readings.length && readings.length > 1 ? placesOf(at, readings.length) : []),
    ],
  }));
}

const placesOf = (at: number, of: number): string[] => [
  ...(at === 0 ? ["FIRST"] : []),
  ...(at === of - 1 ? ["LAST"] : []),
  TIMES[at] ?? "\n",
];

/** 小区地址：…, 小区地址改为…, 作为“备注”记录; 内容：… of the open field. */
function fieldOf({ fields }: Form, open: Question | undefined, typed: string): Question | undefined {
  if (typed.startsWith(labelledPhrases.asText(""))) return open;
  return fields.find(({ label }) =>
    [labelledPhrases.line(label, ""), stepPhrases.changeTyped(label, ""), contentPhrases.record(label)].some((lead) =>
      typed.startsWith(lead),
    ),
  );
}

function restOf({ state: { offered, held } }: StepContext): Choice[] {
  const count = Object.keys(offered ?? held ?? {}).length;
  return count === 0 ? [] : [{ typed: labelledPhrases.recordRest(count), names: ["REST"] }];
}

function suggestionOf({ form, state }: StepContext, open: Question | undefined): Choice[] {
  const isOpen = open !== undefined && !isAnswered(state, open) && proposalFor(form, state, open) !== undefined;
  return isOpen ? [{ typed: viewPhrases.labels.accept, names: ["SUGGESTION"] }] : [];
}

/** Which of the choices the words name, where all else only fills; undefined for other words. */
function namedIn(
  said: string,
  choices: readonly Choice[],
  form: Form | undefined,
): { found: readonly Choice[]; isOther: boolean } | undefined {
  const found = new Set<Choice>();
  let isOther = false;
  let left = said;
  const take = (words: string, choice: Choice | undefined): void => {
    left = left.replace(words, NAMED);
    if (choice) found.add(choice);
    else isOther = true;
  };
  const of = (name: string): Choice | undefined => choices.find(({ names }) => names.includes(name));
  const rest = new RegExp(REST_WORDS, "u").exec(left)?.[0];
  const restOf = of("REST");
  if (rest !== undefined && restOf) {
    const count = readWhole(/\d+|[一二两三四五六七八九十]+/u.exec(rest)?.[0] ?? "");
    const isOf = count === undefined || labelledPhrases.recordRest(count) === restOf.typed;
    take(rest, isOf ? restOf : undefined);
  }
  const suggestion = SUGGESTION.exec(left)?.[0];
  if (suggestion !== undefined && of("SUGGESTION")) take(suggestion, of("SUGGESTION"));
  const place = PLACE.exec(left)?.[0];
  const placed =
    place === undefined ? undefined : of(FIRST.test(place) ? "FIRST" : LAST.test(place) ? "LAST" : asNth(place));
  if (place !== undefined && placed) take(place, placed);
  const names = choices.flatMap((choice) =>
    choice.names.map((name) => ({ name, choice: choice as Choice | undefined })),
  );
  const others = form
    ? labelNames(form)
        .filter(({ part, isOption }) => part !== "start" && !isOption)
        .map(({ name }) => ({ name, choice: of(name) }))
    : [];
  const all = [...names, ...others].filter(({ name }) => /\p{Script=Han}{2}/u.test(name));
  for (const { name, choice } of all.toSorted((a, b) => b.name.length - a.name.length))
    if (left.includes(name)) take(name, choice);
  const isMade = left.includes(NAMED) && isFill(left.replaceAll(NAMED, ""));
  return isMade ? { found: [...found], isOther } : undefined;
}

const asNth = (place: string): string =>
  `第${["一", "二", "三", "四", "五"][(readWhole(place.slice(1, 2)) ?? 0) - 1] ?? ""}`;
