import { isDeepStrictEqual } from "node:util";
import { findPhones, withDigits } from "./answers/find-phones.ts";
import { showAnswer } from "./answers/show-answer.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { elsewherePhrases as phrases } from "./elsewhere-phrases.ts";
import type { Form } from "./field.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import type { StepContext } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Step } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { compactAnswer } from "./plain.ts";

/** 监控中心负责人李强, 保安队长：王芳 139…: a body, what somebody is there, and the name. */
const PERSON =
  /^(\p{Script=Han}{0,10}?)(负责人|主任|书记|经理|队长|组长|站长|班长|主管|保安|管家)(?:就?是|叫|[:：\s])*(\p{Script=Han}{2,3})(?=$|[\s\d，,（(]|电话|手机)(.*)$/u;
const BODY = /(?:中心|公司|物业|社区|街道|居委会|村|队|科|局|组|部|站|所|室|处)$/u;
/** Alone it is of the body before it. */
const UNCLEAR = /^负责人$/u;
const PAUSE = /[，,；;。、]+/u;
/** 电话136…, of the person before it. */
const NUMBER =
  /^\s*(?:联系|手机)?(?:电话|手机|号码)?(?:是|号码?)?[:：\s]*[\d+（(〇零○一二三四五六七八九幺][^，,]{6,}$/u;
/** In characters: what is longer is a text of its own. */
const LONGEST = 80;

interface Found {
  /** As it stands there. */
  said: string;
  title: string;
  value: string;
  /** The body that is named before it, where none is named with it. */
  behind: string | undefined;
  /** The message without it. */
  rest: string;
}

/**
 * Somebody whom the form has no field for, in one breath with what it asks for: neither the name nor the number is taken
 * for those of another. What else was read is offered. Undefined for other words.
 * @param read reads the rest as a message of its own
 */
export function otherPerson(context: StepContext, read: (text: string) => Step): Step | undefined {
  const { form, state, input } = context;
  const open = openQuestion(form, state);
  if (open?.kind === "longText" || input.isOffered || [...input.text].length > LONGEST || /[\n\t]/u.test(input.text))
    return undefined;
  const found = personIn(context, input.text.trim());
  if (!found) return undefined;
  const own = form.fields.find(({ label }) => phoneOf(form, { label }) && label.endsWith(found.title));
  // 社区书记 is none of this form's; of whom a bare 负责人 is, is asked.
  const line = own && UNCLEAR.test(found.title) ? labelledPhrases.line(own.label, found.value) : undefined;
  // 项目经理王芳 where a name is asked for: the title is told apart elsewhere.
  if (found.rest === "" && !own) return undefined;
  const now = own && state.answers[own.key];
  const shown = own && now !== undefined ? showAnswer(own, now) : undefined;
  const told =
    found.behind === undefined || !own || line === undefined
      ? phrases.otherPerson(found.said, { title: found.title, line, now: shown })
      : phrases.whosePerson(
          found.said,
          { bodies: [own.label.slice(0, -found.title.length), found.behind], label: own.label, now: shown },
          `「${line}」`,
        );
  const done = found.rest === "" ? undefined : read(found.rest);
  const good = done === undefined ? [] : readOf(context, done);
  const lines = good.map(({ question, value }) => labelledPhrases.line(question.label, showAnswer(question, value)));
  const sentence = `${told}${good.length === 0 && found.rest !== "" ? phrases.restApart(found.rest) : ""}`;
  const readings = line === undefined ? {} : { readings: [line] };
  const rest = labelledPhrases.recordRest(good.length);
  const offer = good.length === 0 ? {} : { offer: { label: rest, typed: lines.join("；") } };
  const all = `${sentence}${good.length === 0 ? "" : phrases.others(lines)}`;
  const offered = Object.fromEntries(good.map(({ question, value }) => [question.key, value]));
  return {
    isNamed: true,
    state: good.length === 0 ? state : { ...state, offered },
    outcome: open
      ? { kind: "retry", question: open, sentence: all, ...readings, ...offer }
      : { kind: "review", notes: [all], readings: [...(readings.readings ?? []), ...(good.length > 0 ? [rest] : [])] },
  };
}

/** What the rest answers, or would answer if that was pressed. */
function readOf({ form, state }: StepContext, done: Step) {
  const values = { ...done.state.answers, ...done.state.offered };
  return form.fields.flatMap((question) => {
    const value = values[question.key];
    const isNew = value !== undefined && !isDeepStrictEqual(state.answers[question.key], value);
    return isNew ? [{ question, value }] : [];
  });
}

function personIn({ form, state }: StepContext, text: string): Found | undefined {
  const segments = text.split(PAUSE);
  for (const [at, segment] of segments.entries()) {
    const said = segment.trim();
    const [, body = "", title = "", name = "", tail = ""] = PERSON.exec(said) ?? [];
    if (title === "" || !beginsAsName(name) || isOfForm(form, body, title)) continue;
    // 绿城物业负责人徐刚 at 申报单位 is of that body.
    const open = openQuestion(form, state);
    const isOwn = open !== undefined && form.fields.some(({ label }) => label === `${open.label}${title}`);
    const bodies = segments.slice(0, at).map((one) => one.trim());
    if (isOwn && (at === 0 || (at === 1 && body === ""))) continue;
    if (body === "" && !isBehindBody(form, title, bodies)) continue;
    const next = segments[at + 1] ?? "";
    const isBehind = tail.trim() === "" && NUMBER.test(next);
    const number = findPhones(withDigits(isBehind ? next : tail))[0]?.number;
    const rest = segments.filter((_, index) => index !== at && !(isBehind && index === at + 1));
    return {
      said: isBehind ? `${said}，${next.trim()}` : said,
      title,
      behind: body === "" ? withoutLabel(form, bodies.at(-1) ?? "") : undefined,
      value: number === undefined ? name : `${name} ${number}`,
      rest: rest.join("，").trim(),
    };
  }
  return undefined;
}

/** 江新社区 of 社区江新社区 */
function withoutLabel(form: Form, body: string): string {
  const named = labelNames(form).find(({ name, part }) => part !== "start" && body.startsWith(name));
  const rest = named === undefined ? "" : body.slice(named.name.length).replace(/^(?:就?是|叫|为|[:：\s])+/u, "");
  return [...rest].length > 2 ? rest : body;
}

/** 江新社区，负责人李丽华: which body it is of is not said; of 申报单位：…，负责人… it is. */
function isBehindBody(form: Form, title: string, before: readonly string[]): boolean {
  const last = before.at(-1) ?? "";
  const own = form.fields.find(({ label }) => phoneOf(form, { label }) && label.endsWith(title))?.label;
  const owner = own?.slice(0, -title.length);
  return own !== undefined && owner !== undefined && BODY.test(last) && !last.includes(owner);
}

/** The form has a field for that person, or another field is named in front. */
function isOfForm(form: Form, body: string, title: string): boolean {
  const names = labelNames(form).filter(({ part }) => part !== "start");
  const called = compactAnswer(`${body}${title}`);
  if (body === "" && UNCLEAR.test(title)) return false;
  if (
    names.some(
      ({ name, part }) => part !== "end" && called.endsWith(name) && (body === "" || name.length > title.length),
    )
  )
    return true;
  const isTitle = form.fields.some(({ label }) => phoneOf(form, { label }) && label.endsWith(title));
  if (isTitle && !BODY.test(body)) return true;
  return names.some(({ name }) => body.startsWith(name) && body !== name);
}
