import { findPhones, withDigits } from "./answers/find-phones.ts";
import { notLikeName } from "./answers/like-name.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { doubtPhrases } from "./answers/phrases.ts";
import { beginsAsName } from "./answers/surnames.ts";
import { isUnlikeField } from "./answers/unlike-field.ts";
import { contentPhrases as phrases } from "./content-phrases.ts";
import { type Form, isWords, type Question } from "./field.ts";
import { labelNames, phoneOf } from "./label-names.ts";
import { answering } from "./moves.ts";
import { openQuestion } from "./open-question.ts";
import type { Outcome, Step, StepInput } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { viewPhrases } from "./view-phrases.ts";

/** In characters: what is longer is a text of its own. */
const LONGEST = 100;
const MOST_FIELDS = 4;
const MOST_PIECES = 3;
const ASKS = /[?？]|[吗么]$|怎么|什么|多少|哪[个些里]|如何|为何/u;
/** 哦不对, 啊不是: what stands before is not meant. */
export const TURN =
  /[哦噢啊哎呀嗯呃][,，\s]*不(?:是|对(?![外内称等应]))?(?!错|少|多)(?=\S)|不对(?![外内称等应])(?=\S)|[说写填打搞弄]错了|错了(?=[,，应是])|[哦噢啊哎呀嗯呃][,，\s]*(?:等等|等一?下|慢着)[,，\s]*(?:应该)?是(?=\S)/gu;
/** Between a name of a field and its value. */
const JOINT =
  /^(?:的话[,，]?|(?:的话)?[呢嘛啊嗯呃,，\s]*(?:[:：]|(?:我们|应该|那|就|还|也|都|我?[说写填]漏了)*(?:是|叫做?|改[为成]|更正为|换成|[写填](?![字作])|嗯)(?:[:：]|应该是|叫)?))/u;
/** 然后提交, at the end. */
const ORDER =
  /[,，。;；\s]*(?:然后|接着|再|就|请|直接)*((?:提交|保存退出|报送|交了)(?:一下)?)[了吧的啊]*(?:谢谢)?[。.\s]*$/u;
/** What follows is said of the words before it. */
const BESIDE = /前面|后面|[那这两三四五六几\d]+个字|是[^\s，,]{2,6}个字/u;
const BREAKS =
  /[,，。；;\s]+|(?<![酒网茶水])吧|[嘛呢呀啊哦噢嗯呃哎]+|谢谢[您你]?|应该是|对就是|就是|它是|好像|然后|还有|(?<=[苑园府城区路号])在(?=\p{Script=Han})/gu;
const LEADS =
  /^(?:对的?|再报一个|(?:小区|项目)?名[字称]的话|是的?|好的|行|那就|那个|这个|那|就|叫|都不是|还是|其实|[写填报](?![字作])|改[为成]|园?是(?=\S{3}))+(?=\S{2})/u;
/** 园是苑翠湖花苑 */
const SPELT = /^\p{Script=Han}是(\p{Script=Han})(?=\S*\1)/u;
const COMPOUND =
  /^\p{Script=Han}{1,10}(?:[苑园府城庭湾邸墅轩阁里坊村寓厦院郡居]|名都|江南|小区|广场|公馆)(?:[（(]?[一二三四五六七八九十\d]+期[)）]?|[A-Z东南西北]区)?$/u;
const PLACE =
  /(?:[路街巷弄道村]\S{0,10}[\d一二三四五六七八九十百零〇]+号?|[\d一二三四五六七八九十]号)(?:\S{0,8}[号幢栋楼室侧边])?$/u;
const PERSON = /^\p{Script=Han}{2,3}$/u;
const OF_PERSON = /(?:主任|书记|负责人|姓名)$/u;
/** Straight behind a title: 负责人骆建明, and nothing else. */
const PERSON_ALONE = /^(\p{Script=Han}{2,3})(?=$|[，,。；;\s\d幺])/u;
/** 周建民电话幺三九…, also of a wrong length. */
const WITH_NUMBER = /(?:的?(?:联系)?(?:电话|手机)号?码?(?:就?是|[:：])?)[\d〇零一二三四五六七八九幺]{5,}$/u;
/** 周建民人民的民: which sign is meant. */
const SPELT_BEHIND = /^(\p{Script=Han}*(\p{Script=Han}))\p{Script=Han}{1,4}的\2$/u;
/** In characters, of a body. */
const SHORTEST_BODY = 4;

interface Part {
  question: Question;
  text: string;
}

/** Closed: what looks like the name, place, body or person that the field asks for, throughout. */
function isClean({ kind, label }: Question, value: string): boolean {
  // 无，但2022年有一起 declares nothing.
  if (kind !== "text") return kind !== "longText" && kind !== "declaration";
  if (notLikeName(label, value) || isUnlikeField(label, value)) return false;
  if (OF_PERSON.test(label)) return PERSON.test(value) && beginsAsName(value);
  if (/地址$/u.test(label)) return PLACE.test(value);
  if (/街道$/u.test(label)) return /(?:街道|镇|乡)$/u.test(value);
  if (/社区$/u.test(label)) return /(?:社区|村|居)$/u.test(value);
  if (/^(?!.*(?:企业|支部)).*名称$/u.test(label)) return COMPOUND.test(value);
  return [...value].length >= SHORTEST_BODY;
}

/** 物管会主任, where the form asks for the 业委会主任: of somebody else. */
const OF_OTHER = /(?:物管会?|业委会?|居委会|社区|街道|物业)的?$/u;

interface Name {
  name: string;
  question: Question;
  part?: string;
}

const known = new WeakMap<Form, readonly Name[]>();

/** With 支部 of 党支部名称, where something follows that says so. */
function namesIn(form: Form): readonly Name[] {
  const names = known.get(form) ?? allNames(form);
  known.set(form, names);
  return names;
}

function allNames(form: Form): Name[] {
  const names: Name[] = labelNames(form).filter(
    ({ part, question }) => part !== "start" && question.kind !== "longText",
  );
  const short = form.fields.flatMap((question) => {
    const noun = /^.*(\p{Script=Han}{2})名称$/u.exec(question.label)?.[1];
    return noun === undefined || names.some(({ name }) => name === noun) ? [] : [{ name: noun, question }];
  });
  const titled = form.fields.flatMap((question) => {
    const name = /^党(支部书记(?:电话)?)$/u.exec(question.label)?.[1];
    return name === undefined ? [] : [{ name, question }];
  });
  return [...names, ...short, ...titled].toSorted((a, b) => b.name.length - a.name.length);
}

/** The text cut at names of fields that introduce a value; what stands before the first is of `head`, if anything. */
function partsOf(form: Form, text: string, head: Question | undefined): Part[] {
  const names = namesIn(form);
  const marks: { from: number; to: number; question: Question | undefined }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const found = names.find(({ name }) => text.startsWith(name, at));
    if (!found) continue;
    const whose = found.part === undefined ? undefined : OF_OTHER.exec(text.slice(0, at))?.[0];
    const behind = text.slice(at + found.name.length);
    const isFigure = !isWords(found.question) && /^[\d〇零一二三四五六七八九幺]|^百分之/u.test(behind);
    const isPerson =
      OF_PERSON.test(found.question.label) &&
      beginsAsName(PERSON_ALONE.exec(behind)?.[1] ?? "\n") &&
      !behind.startsWith("同");
    const joint = JOINT.exec(behind)?.[0] ?? (isFigure || isPerson ? "" : undefined);
    if (joint !== undefined)
      marks.push({
        from: at - (whose?.length ?? 0),
        to: at + found.name.length + joint.length,
        question: whose === undefined ? found.question : undefined,
      });
    at += found.name.length - 1;
  }
  const named = marks.flatMap(({ to, question }, at) =>
    question ? [{ question, text: text.slice(to, marks[at + 1]?.from) }] : [],
  );
  const before = text.slice(0, marks[0]?.from ?? text.length);
  return head ? [{ question: head, text: before }, ...named] : named;
}

/** What is said of the fields that the text names. */
export const namedParts = (form: Form, text: string): Part[] => partsOf(form, text, undefined);

/** 幺三九…负责人骆建明: the number of the only person that is named, where no other is. */
function numberOf(form: Form, parts: readonly Part[], text: string): Part[] {
  const people = new Set(parts.map(({ question }) => question).filter(({ label }) => OF_PERSON.test(label)));
  const [person, second] = people;
  const phone = person && !second ? phoneOf(form, person) : undefined;
  const isNamed = parts.some(({ question }) => question.kind === "phone");
  return phone && text.includes("电话") && !isNamed ? [{ question: phone, text }] : [];
}

/** Values that the words hold for the field, each once, as displayed. */
export function valuesIn({ question, text }: Part, input: StepInput): string[] {
  const context = { ...answering(input), isReading: true };
  if (question.kind === "phone") {
    const number = repeatedEnd(text);
    if (number !== undefined) return [number];
    return [...new Set(findPhones(withDigits(text.normalize("NFKC"))).map((one) => one.number))];
  }
  const at = text.search(BESIDE);
  const pieces = (at < 0 ? text : text.slice(0, at)).split(BREAKS).map((one) => {
    const piece = one.replace(SPELT, "").replace(LEADS, "").replace(WITH_NUMBER, "").trim().replace(SPELT_BEHIND, "$1");
    return piece;
  });
  const shown = pieces.flatMap((piece) => {
    const parsed = piece === "" ? undefined : parseAnswer(question, piece, context);
    return parsed?.ok && isClean(question, piece) ? [parsed.shown] : [];
  });
  return [...new Set(shown)];
}

/** 最后是零零八幺三六五七五八九零零八: the end of the number, and then the number. */
function repeatedEnd(text: string): string | undefined {
  const digits = withDigits(text.normalize("NFKC")).replaceAll(/\D/gu, "");
  const [, end = "", number] = /^(\d{2,4})(1[3-9]\d{9})$/u.exec(digits) ?? [];
  return number?.endsWith(end) ? number : undefined;
}

/** Nothing is offered but the words as they stand, or what was taken back in them. */
function offersNothing({ outcome, state }: Step, isTaken: (reading: string) => boolean): boolean {
  if (outcome.kind !== "retry" || outcome.offer || state.offered) return false;
  const readings = (outcome.readings ?? []).filter((one) => !one.startsWith(doubtPhrases.asIs("")));
  return readings.length === 0 || readings.some(isTaken);
}

/**
 * A message that was refused whole, and in which fields have one plain value each: those are offered, what was said beside
 * them is not done. What was taken back in it is on no button.
 */
export function withOnlyReading(form: Form, input: StepInput, done: Step): Step {
  const order = ORDER.exec(input.text)?.[1];
  const text = input.text.trim().replace(ORDER, "");
  if (input.asText || input.isOffered || text.includes("\n") || [...text].length > LONGEST || ASKS.test(text))
    return done;
  const read = onlyReading(form, { input, text, order }, done);
  if (read || order === undefined) return read ?? done;
  return withOrder(done, phrases.notOrdered(order));
}

/** What is offered was said beside an order. */
function withOrder(done: Step, note: string): Step {
  const { outcome } = done;
  if (outcome.kind === "review" && outcome.readings?.length)
    return { ...done, outcome: { ...outcome, notes: [...(outcome.notes ?? []), note] } };
  if (outcome.kind !== "retry" || !(outcome.readings?.length || outcome.offer)) return done;
  return { ...done, outcome: { ...outcome, sentence: `${outcome.sentence}${note}` } };
}

function onlyReading(
  form: Form,
  { input, text, order }: { input: StepInput; text: string; order: string | undefined },
  done: Step,
): Step | undefined {
  const last = [...text.matchAll(TURN)].at(-1);
  const taken = last ? text.slice(0, last.index) : "";
  const meant = last ? text.slice(last.index + last[0].length) : text;
  const open = openQuestion(form, done.state);
  if (!open) return undefined;
  // A list without names, and what is too long to be kept, have no one value.
  const isLong = [...text].length > (open.maxCharacters ?? LONGEST);
  const isList = isLong || text.split(/[，,；;、\s]+/u).length > MOST_PIECES;
  const own = open.kind === "longText" || (isList && isWords(open)) ? undefined : open;
  const before = taken === "" ? undefined : partsOf(form, taken, undefined).at(-1)?.question;
  // 哦不是二一是一二: of a number, and not of the person before it.
  const isOfNumber = before?.kind === "text" && ONLY_DIGITS.test(meant);
  const wrong = taken === "" || isOfNumber ? [] : partsOf(form, taken, own).flatMap((part) => valuesIn(part, input));
  const isTaken = (one: string): boolean => taken.includes(one) || wrong.some((value) => one.endsWith(value));
  if (!offersNothing(done, isTaken)) return undefined;
  const parts = partsOf(form, meant, before ?? own);
  const found = [...parts, ...numberOf(form, parts, meant)].map((part) => ({ ...part, values: valuesIn(part, input) }));
  const fields = [...Map.groupBy(found, ({ question }) => question)].map(([question, of]) => ({
    question,
    values: of.findLast(({ values }) => values.length > 0)?.values ?? [],
  }));
  const good = fields.flatMap(({ question, values: [value, second] }) =>
    value === undefined || second !== undefined ? [] : [{ question, value }],
  );
  const isUnclear = fields.some(({ values }) => values.length > 1);
  if (good.length > 0 && !isUnclear && good.length <= MOST_FIELDS)
    return asked(form, { input, open, order }, { done, good });
  return (
    writesAnew(form, open, { done, text }) ??
    (last && /[\p{Script=Han}\d]/u.test(meant) && !FIGURE.test(meant) ? withoutTaken(done) : undefined)
  );
}

const ONLY_DIGITS = /^[\d〇零一二三四五六七八九幺是应该为的吧]+$/u;
/** 是三块五: another figure, beside a name that stays. */
const FIGURE = /^[就应该是为]*[\d一二三四五六七八九十百千零两点块元角年万户栋]+[吧的]?$/u;

/** 搞错了申报材料重新写: the field is opened again by a button. */
function writesAnew(form: Form, open: Question, { done, text }: { done: Step; text: string }): Step | undefined {
  const named = labelNames(form).find(
    ({ name, part, question: { key } }) =>
      part !== "start" &&
      key in done.state.answers &&
      new RegExp(`${name}(?:我?[要想得])?重新?[写填来报]`, "u").test(text),
  );
  if (!named || done.outcome.kind !== "retry") return undefined;
  const reading = viewPhrases.changeTyped(named.question.label);
  const sentence = phrases.anew(text, named.question.label, reading);
  return { ...done, outcome: { kind: "retry", question: open, sentence, readings: [reading] } };
}

/** Where it cannot be told what was meant, what was taken back is not offered either. */
function withoutTaken({ state, outcome, ...done }: Step): Step | undefined {
  if (outcome.kind !== "retry" || !outcome.readings) return undefined;
  const readings = outcome.readings.filter((one) => one.startsWith(doubtPhrases.asIs("")));
  const { readings: _, ...rest } = outcome;
  return { ...done, state, outcome: readings.length > 0 ? { ...rest, readings } : rest };
}

function asked(
  form: Form,
  { input, open, order }: { input: StepInput; open: Question; order: string | undefined },
  { done: { state }, good }: { done: Step; good: readonly { question: Question; value: string }[] },
): Step {
  const lines = good.map(({ question, value }) => labelledPhrases.line(question.label, value));
  const sentence = phrases.onlyReading(input.text.trim(), {
    lines,
    order,
    asIs: isWords(open) ? open.label : undefined,
  });
  const [only, second] = good;
  const base = { kind: "retry" as const, question: open, sentence };
  if (only && !second) {
    const reading = only.question === open ? only.value : lines[0];
    return { state, outcome: { ...base, readings: reading === undefined ? [] : [reading] } satisfies Outcome };
  }
  const offered = Object.fromEntries(
    good.flatMap(({ question, value }) => {
      const parsed = parseAnswer(question, value, answering(input));
      return parsed.ok && form.fields.includes(question) ? [[question.key, parsed.value] as const] : [];
    }),
  );
  const offer = { label: labelledPhrases.recordEach(lines.length), typed: lines.join("；") };
  return { state: { ...state, offered }, outcome: { ...base, offer } };
}
