import { visibleText } from "../../shared/visible-text.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { doubtPhrases } from "./answers/phrases.ts";
import { talkIn } from "./answers/talk.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import { isWords, type Question } from "./field.ts";
import { type FieldName, fieldNames } from "./field-names.ts";
import { readFormCommand } from "./form-command.ts";
import type { LabelledAnswer } from "./labelled-answers.ts";
import { answering, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Outcome, Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { figuresBehind } from "./spaced-label.ts";
import { standsFor } from "./stands-for.ts";
import { withChoices } from "./with-choice.ts";
import { withItsPhone } from "./with-phone.ts";

/** In characters: what is longer is a text of its own. */
const LONGEST = 80;
const MOST_FIELDS = 4;
const ASKS = /[?？]|[吗呢]$|怎么|什么|多少|哪|如何|为何/u;
const OPENS = /^(?:[,，、。\s]|[嗯呃唔哦啊额]+|对了|那个|这个|刚才|刚刚|然后|还有|另外|那|再|请|把|将|我们?)+/u;
const LEADS =
  /^(?:[,，、：:\s]|的话|[嗯呃唔啊]+|[呢嘛]|让?我想想|应该是|[也都先]*(?:写上|填上)|[也都]?(?:就?是|改[成为]|换成|填|写|选|为(?!民))|到|至|大概|大约|差不多|约)+/u;
const ENDS =
  /(?:[,，、。\s]|[,，、\s]\p{Script=Han}{2,8}(?:不变|没变|照旧)|的样子|左右|(?:都|也)?已经成立|[,，]?(?:然后|还有|另外|对了)|[吧啊呀嘛哦嗯呢了呗的呃])+$/u;

/** Of what is declared, said before its name. */
const BEFORE_DECLARED = /^(?:近?[两二2]年(?:[以之]?[内来])?)?(?:[都也从]?(?:没有?|未|无)(?:发生|出现|出|有)?过?)?$/u;
/** 十月交付总建筑面积…: 交付 alone names a rate only before its figure. */
const FIGURE = /^率?(?:百分之|[\d零一二两三四五六七八九十百])/u;
/** 物业费收缴率 is no 物业. */
const IN_LONGER = /^费/u;
const SAME_AS = /^(?:就|也)*(?:同|跟|和|与)$/u;

interface Part {
  question: Question;
  name: string;
  text: string;
}

/**
 * A message that was refused, or would be content of the open field only as it stands, and that names other fields: what
 * can be read of those is offered, and how to write the others is told. It is never offered as content of the open one.
 */
export function namedElsewhere(context: StepContext, done: Step): Step {
  const { form, state, input } = context;
  const text = visibleText(input.text).trim();
  const open = openQuestion(form, state);
  const isBrief = open?.kind === "longText" && Object.keys(done.state.offered ?? {}).join() === open.key;
  const isOption = open?.kind === "choice" && done.outcome.kind === "retry" && !done.outcome.offer;
  if (
    done.isNamed ||
    !(mayName(done.outcome) || isOption || isBrief) ||
    (done.state.offered && !isBrief) ||
    [...text].length > LONGEST ||
    /[\n\t：:；;]/u.test(text)
  )
    return done;
  const command = readFormCommand(text)?.kind;
  if (ASKS.test(text) || talkIn(text) !== undefined || (command && command !== "correct")) return done;
  // A field that is asked for already.
  if (done.outcome.kind === "retry" && done.outcome.question !== open) return done;
  const { head, parts } = partsOf(context, text);
  const [first] = parts;
  if (
    !first ||
    parts.length > MOST_FIELDS ||
    parts.every((part) => part.text === "") ||
    parts.every(({ question }) => question === open)
  )
    return done;
  // 社区 names an option, and another field; two other fields are no option.
  if (isBrief && (head !== "" || parts.some((part) => part.text === ""))) return done;
  if (
    !isBrief &&
    !mayName(done.outcome) &&
    (head !== "" || parts.filter(({ question }) => question !== open).length < 2)
  )
    return done;
  const read = parts
    .flatMap((part) => withItsPhone(form, part.question, part.text)?.map((one) => ({ ...part, ...one })) ?? [part])
    .map((part) => ({ ...part, ...readPart(context, part) }));
  const good = read.filter(({ shown }) => shown !== undefined);
  const bad = read.filter(({ shown }) => shown === undefined);
  if (isBrief && bad.length > 0) return done;
  const isSure = [...head].length < SHORT_HEAD || good.some(({ question }) => !isWords(question));
  if (!isSure || (!open && good.length === 0 && first.name.length < LONG_NAME)) return done;
  const answers = withChoices(
    context,
    good.map(({ question, name, shown = "" }) => ({ question, text: shown, named: name })),
  );
  const lines = answers.map((one) => labelledPhrases.line(one.question.label, one.text));
  const why = [
    phrases.ofFields(
      text,
      [...answers, ...bad].map(({ question: { label } }) => label),
    ),
    ...bad.map(({ question: { label }, why: own }) => own ?? phrases.unread(label)),
    ...[head, ...read.flatMap(({ left = "" }) => left)].filter((one) => one !== "").map(phrases.left),
    ...(lines.length > 0 ? [phrases.offered(lines)] : []),
    ...(open && isWords(open) ? [phrases.asIs(open.label)] : []),
  ];
  // As it stands it can be sent all the same.
  const asIs = lines.length === 0 && done.outcome.kind === "retry" ? (done.outcome.readings ?? []) : [];
  return asked(context, open, { sentence: why.join(""), answers, lines, asIs });
}
/** In characters. */
const [LONG_NAME, SHORT_HEAD] = [4, 2];

/** Nothing was recorded, and nothing is offered but the words as they stand. */
function mayName(outcome: Outcome): boolean {
  if (outcome.kind === "notUnderstood") return true;
  if (outcome.kind !== "retry" || outcome.offer) return false;
  return (outcome.readings ?? []).every((reading) => reading.startsWith(doubtPhrases.asIs("")));
}

function asked(
  { state, input, form }: StepContext,
  open: Question | undefined,
  said: { sentence: string; answers: readonly LabelledAnswer[]; lines: readonly string[]; asIs: readonly string[] },
): Step {
  const { sentence, answers, lines, asIs } = said;
  const [only, second] = lines;
  if (!open) {
    const readings = lines.length === 0 ? {} : { readings: [lines.join("；")] };
    return { state, outcome: { kind: "review", notes: [sentence], ...readings } };
  }
  if (second === undefined)
    return {
      state,
      outcome: { kind: "retry", question: open, sentence, readings: only === undefined ? asIs : [only] },
    };
  const offered = Object.fromEntries(
    answers.flatMap(({ question, text }) => {
      const parsed = parseAnswer(question, text, answering(input));
      return parsed.ok && form.fields.includes(question) ? [[question.key, parsed.value] as const] : [];
    }),
  );
  const offer = { label: labelledPhrases.recordEach(lines.length), typed: lines.join("；") };
  return { state: { ...state, offered }, outcome: { kind: "retry", question: open, sentence, offer } };
}

/** The words cut at the names of fields; each field once. */
function partsOf({ form }: StepContext, text: string): { head: string; parts: readonly Part[] } {
  const names = fieldNames(form);
  const start = OPENS.exec(text)?.[0].length ?? 0;
  const marks: { at: number; to: number; named: FieldName }[] = [];
  for (let at = start; at < text.length; at++) {
    const named = names.find(
      ({ name, isWithin, option }) =>
        text.startsWith(name, at) &&
        !IN_LONGER.test(text.slice(at + name.length)) &&
        (!option || FIGURE.test(text.slice(at + name.length).replace(LEADS, ""))) &&
        (at === start || isWithin || /^(?:就?是|叫)/u.test(text.slice(at + name.length))),
    );
    if (!named) continue;
    // 业委会主任电话同负责人电话
    if (!SAME_AS.test(text.slice(marks.at(-1)?.to ?? at, at))) marks.push({ at, to: at + named.name.length, named });
    at += named.name.length - 1;
  }
  const parts: Part[] = [];
  for (const [index, { to, named }] of marks.entries()) {
    const said = text
      .slice(to, marks[index + 1]?.at)
      .replace(LEADS, "")
      .replace(ENDS, "");
    const known = parts.find(({ question }) => question === named.question);
    if (!known) parts.push({ question: named.question, name: named.option ?? named.name, text: said });
    else known.text = known.text.length > 0 && said.length === 0 ? known.text : `${known.text}${said}`;
  }
  const said = text.slice(start, marks[0]?.at).replace(ENDS, "").replace(OPENS, "");
  const isDeclared = parts[0]?.question.kind === "declaration" && BEFORE_DECLARED.test(said);
  return { head: isDeclared ? "" : said, parts };
}

/** What would be recorded of it, as displayed, or why nothing would. */
function readPart(context: StepContext, { question, text }: Part): { shown?: string; why?: string; left?: string } {
  if (text === "") return {};
  const meant = standsFor(context, question, text);
  if (meant && "retry" in meant) return { why: meant.retry };
  const parsed = parseAnswer(question, meant?.text ?? text, answering(context.input));
  if (parsed.ok) return question.kind === "longText" ? {} : { shown: parsed.shown };
  const [only, second] = parsed.readings ?? [];
  // 96.5 8月底: with another figure beside it, the reading is not all of it.
  const isAll = !/\d/u.test(text.replace(/\d+(?:\.\d+)?/u, ""));
  const { before, behind } = figuresBehind(text);
  if (isWords(question)) {
    const value = before === "" ? undefined : parseAnswer(question, before, answering(context.input));
    return value?.ok && question.kind === "text" ? { shown: value.shown, left: behind } : {};
  }
  if (only === undefined || second !== undefined) return {};
  if (!isAll && question.kind === "percent") return {};
  return isAll ? { shown: only } : { shown: only, left: behind };
}
