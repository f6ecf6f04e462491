import { withoutClosing } from "./answers/closing-words.ts";
import { isCorrected } from "./answers/content-doubt.ts";
import { isFigures } from "./answers/data-only.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import type { Form, Question } from "./field.ts";
import { readFieldChange } from "./field-change.ts";
import { labelNames } from "./label-names.ts";
import { answerElsewhere, type StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { partsOf } from "./read-text.ts";

const LEAD = /^(?:[嗯呃哦啊,，\s]|那|对了|请|麻烦|帮我)*(?:(把|将)\s*)?/u;
const WITHIN = /^(?:的?(?:内容|全文|正文))?(?:里面?|里头|里边|中|当中|内)?的?(?:(?:把|将)\s*)?(?:那个|那句|那处)?/u;
const INTO =
  /^[“"「]?(\S[^\n]{0,40}?)[”"」]?[,，\s]*(?:也|都|就|要|请)*(?:改成|改为|换成|改作|更正为|(?:[写说填打]?错了|不对|有误)[,，\s]*(?:应该)?是|应该是|应为)[:：\s]*[“"「]?(\S[^\n]*?)[”"」]?[。.\s]*$/u;

/** A part of a text of paragraphs that is to be other words. */
export interface ChangeWithin {
  /** Undefined where no field is named. */
  question: Question | undefined;
  wrong: string;
  right: string;
}

/** 申报材料里三十二万改成二十三万, 申报材料把甲改成乙, 把甲改成乙; undefined for other words. */
export function readChangeWithin(form: Form, typed: string): ChangeWithin | undefined {
  const said = typed.trim();
  if (said.includes("\n")) return undefined;
  const [lead = "", takes] = LEAD.exec(said) ?? [];
  const rest = said.slice(lead.length);
  const named = labelNames(form).find(
    ({ name, question, part }) => question.kind === "longText" && part !== "start" && rest.startsWith(name),
  );
  const behind = named ? rest.slice(named.name.length) : rest;
  const within = named ? (WITHIN.exec(behind)?.[0] ?? "") : "";
  if (named ? within === "" : takes === undefined) return undefined;
  const [, wrong = "", right = ""] = INTO.exec(behind.slice(within.length)) ?? [];
  // “甲”改为“乙”；…: what stands behind the closing mark is none of it.
  if (/^[^“「"”」]*[”」"][^”」"]/u.test(right)) return undefined;
  const meant = withoutClosing(right).replace(/(?<=\S{2})[吧了]$/u, "");
  return wrong === "" || meant === "" ? undefined : { question: named?.question, wrong, right: meant };
}

const placesOf = (text: string, wrong: string): number => text.split(wrong).length - 1;

/**
 * Changes just that part of a saved text, and shows the new one; where it stands there more than once, or not at all, it is
 * said. Without the name of a field it is asked about. Undefined for other words.
 */
export function changeWithin(context: StepContext): Step | undefined {
  const { form, state } = context;
  const change = readChangeWithin(form, context.input.text);
  if (!change) return figuresWithin(context);
  const { question, wrong, right } = change;
  const textOf = ({ key }: Question): string => String(state.answers[key] ?? "");
  if (!question) {
    const texts = form.fields.filter((one) => one.kind === "longText" && placesOf(textOf(one), wrong) > 0);
    const isValue = form.fields.some((one) => one.label === wrong || textOf(one) === wrong);
    if (texts.length === 0 || isValue || labelNames(form).some(({ name }) => name === wrong)) return undefined;
    const readings = texts.map(({ label }) => phrases.withinTyped(label, wrong, right));
    return retry(context, texts[0], phrases.changeWithin(texts.map(({ label }) => label)), readings);
  }
  const before = textOf(question);
  const places = placesOf(before, wrong);
  if (isCorrected(right) || places !== 1)
    return retry(context, question, phrases.notWithin(question.label, wrong, isCorrected(right) ? undefined : places));
  const text = withFigure(before, wrong, right) ?? before.replace(wrong, () => right);
  const done = answerElsewhere(context, question, text);
  if (done.outcome.kind !== "ask" && done.outcome.kind !== "review") return done;
  const notes = [...(done.outcome.notes ?? []), phrases.whole(question.label, text), ...partsOf(text)];
  return { state: done.state, outcome: { ...done.outcome, notes } };
}

const FIGURE =
  "(?:百分之[零一二两三四五六七八九十百点]+|[\\d零一二两三四五六七八九十百千万点.]+\\s*(?:%|％|个百分点)?)";
const IS_FIGURE = new RegExp(`^${FIGURE}\\p{Script=Han}{0,2}$`, "u");
const FIGURE_BEHIND = new RegExp(`^(?:[为是达到了约在有共:：]{0,2})(${FIGURE})`, "u");

/** 收缴率改成96.5%, where the text says 收缴率95.5%: the figure behind the words is the other one. */
function withFigure(before: string, wrong: string, right: string): string | undefined {
  if (!IS_FIGURE.test(right) || /[\d零一二两三四五六七八九十]/u.test(wrong)) return undefined;
  const end = before.indexOf(wrong) + wrong.length;
  const [whole = "", figure = ""] = FIGURE_BEHIND.exec(before.slice(end)) ?? [];
  if (figure === "") return undefined;
  const unit = /\p{Script=Han}*$/u.exec(right)?.[0] ?? "";
  const rest = before.slice(end + whole.length);
  const isDoubled = unit !== "" && !figure.endsWith(unit) && rest.startsWith(unit);
  return `${before.slice(0, end)}${whole.slice(0, -figure.length)}${right}${isDoubled ? rest.slice(unit.length) : rest}`;
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** 不对，是12栋580户 where 12栋560户 stands in a saved text: the same count, with another number. */
function figuresWithin(context: StepContext): Step | undefined {
  const { form, state, input } = context;
  const change = readFieldChange(input.text);
  const isUnnamed = change && change.name === undefined && change.instead === undefined && isFigures(change.value);
  const right = isUnnamed ? change.value.trim() : countNamed(form, input.text);
  if (right === undefined) return undefined;
  const alike = new RegExp(
    right
      .split(/\d[\d.,]*/u)
      .map(escaped)
      .join("\\d[\\d.,]*"),
    "gu",
  );
  const found = form.fields.flatMap((one) => {
    const text = one.kind === "longText" ? String(state.answers[one.key] ?? "") : "";
    const [only, second] = text.match(alike) ?? [];
    return only && !second && only !== right ? [{ question: one, wrong: only }] : [];
  });
  const readings = found.map(({ question, wrong }) => phrases.withinTyped(question.label, wrong, right));
  return retry(
    context,
    found[0]?.question,
    phrases.changeWithin(found.map(({ question }) => question.label)),
    readings,
  );
}

/** 建成年份错了 是2013, 户数不对应该是682: the count with the unit that its name tells. */
function countNamed(form: Form, typed: string): string | undefined {
  const [, noun = "", number = "", said = ""] = COUNT_WRONG.exec(typed.trim()) ?? [];
  const unit = said === "" ? (UNIT.exec(noun)?.[1] ?? "") : said;
  const isField = labelNames(form).some(({ name, part }) => part !== "start" && name === noun);
  return number === "" || unit === "" || isField ? undefined : `${number}${unit}`;
}
const COUNT_WRONG =
  /^(\p{Script=Han}{1,8}?)(?:[写填说打弄]?错了?|不对)[嗯哦,，\s]*(?:应该是|应为|应是|改[为成]|是)\s*(\d[\d.]*)\s*(\p{Script=Han}{0,2})[。\s]*$/u;
const UNIT = /([年户栋幢层部人])(?:份|数)?$/u;

function retry(
  { form, state }: StepContext,
  question: Question | undefined,
  sentence: string,
  readings: readonly string[] = [],
): Step | undefined {
  const open = openQuestion(form, state);
  if (!question) return undefined;
  const offered = readings.length > 0 ? { readings } : {};
  return {
    state,
    outcome: open
      ? { kind: "retry", question: open, sentence, ...offered }
      : { kind: "review", notes: [sentence], ...offered },
  };
}
