import type { AnswerContext, Declaration, Parsed } from "../answer.ts";
import { detailsOf, type Option, optionsOf, type Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { cleanLine, compactAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { askBack } from "./ask-back.ts";
import { matchOption, numbered } from "./match-option.ts";
import { askPhrases } from "./phrases.ts";
import { readDetails, trimmed } from "./read-details.ts";
import { showAnswer } from "./show-answer.ts";
import { ticked } from "./ticked.ts";

const NO =
  /^(?:经(?:查|核查|核实|自查)?[,，、]?)?(?:近?(?:两|二|2)年[以之]?[来内]|截至目前|目前|暂时|至今|[本我]?小区|均|都|从)*(?:暂无|没有|没|无|否|未曾?(?:发生|出现|发现|存在|有|受到?|涉及)|不存在|不涉及|从未(?:发生|出现|有)|0(?:[次起件个条项]|$))/u;
const YES = /^(?:发生过|出现过|存在)/u;
const PENDING = /^(?:待定|待核实|待查|正在(?:核实|调查)|(?:核实|调查)中)/u;
const SEPARATED = /^[\s,;:，；：、。.（(]/;
/** 无此情形, 没有发生事故, 待定，正在调查: adds nothing to the option. */
const ADDS_NOTHING =
  /近?(?:两|二|2)年[以之]?[来内]|截至目前|目前|至今|此|该|这|上述|任何|相关|有关|类似|[种类些项]|情形|情况|事项|事件|问题|记录|事故|处罚|行政|安全|生产|责任|重大|人员|伤亡|发生|出现|发现|存在|收到|出(?=过|了)|什么|啥|受到?|过|的|均|都|也|本|我|小区|以及|[和或及与了]|正在|尚?在?(?:核实|调查)中?|尚无(?:定论|结论)|无|没有|未|(?:已经?|经)(?:核实|核查|自查|查)(?:无误|属实)?|(?:情况)?说明|特此|等?待?(?:核实|结果)|[\s,，;；:：。、.()（）]/gu;

/** The chosen option, its known details, and the text to parse. */
interface Given {
  option: Option;
  details: Readonly<Record<string, string>>;
  text: string;
  /** The text is the answer to the question for a detail. */
  alone: boolean;
}

/**
 * `declaration`: 无, or 有 with its details in the same message (有 2022年5月1日 人员伤亡), or the details one by one in
 * the messages that follow.
 */
export function parseDeclaration(question: Question, typed: string, context: AnswerContext): Parsed {
  const options = optionsOf(question);
  const { pending } = context;
  const text = cleanLine(typed);
  const plain = simplified(compactAnswer(typed));
  const begun = pending?.kind === "details" ? options.find(({ value }) => value === pending.choice) : undefined;
  const marked = ticked(options, typed);
  if (marked) return complete(question, { option: marked, details: {} }, context);
  const named = options.find((option) => option.text === plain || option.value === plain);
  if (named) return complete(question, { option: named, details: {} }, context);
  const instead = begun ? takenBack(question, text) : undefined;
  if (instead && instead.option !== begun) return fill(question, { ...instead, details: {}, alone: false }, context);
  // 没, 没有伤亡 where a detail of 有 is asked for.
  if (begun && pending?.kind === "details" && NO.test(simplified(text))) {
    const readings = options.filter((one) => one !== begun).map((one) => one.text);
    return { ok: false, retry: retryPhrases.declarationUnclear(numbered(options)), readings, pending };
  }
  if (begun && pending?.kind === "details")
    return fill(question, { option: begun, details: pending.details, text, alone: true }, context);
  const leading = leadingOption(options, text);
  if (leading && (UNSURE.test(leading.text) || (NO_HARM.test(leading.text) && !DATED.test(leading.text))))
    return {
      ok: false,
      retry: retryPhrases.declarationUnclear(numbered(options)),
      readings: options.map((one) => one.text),
    };
  if (leading) return fill(question, { ...leading, details: {}, alone: false }, context);
  const match = matchOption(options, text);
  if (match.kind === "one") return complete(question, { option: match.option, details: {} }, context);
  return { ok: false, retry: retryPhrases.choice(numbered(options)) };
}

/** 有个事故…不算重大的吧: whether it counts is not said. */
const UNSURE = /(?:不|算不)(?:算|属于|构成)|不是(?:重大|安全|责任)|[吗么?？]$/u;

/** 有一次小火灾不过没伤人 */
const NO_HARM = /没有?(?:人)?(?:受?伤|死|出人命|造成)|(?:未|没有?)造成|无(?:人员?)?(?:伤亡|受伤)/u;
const DATED = /月|\d{4}/u;

/** 不对没有发生过选无, while details of 有 are asked for: another option. */
function takenBack(question: Question, text: string): Pick<Given, "option" | "text"> | undefined {
  const said = text.replace(TAKES_BACK, "");
  const name = [question.label, ...(question.aliases ?? [])].find((one) => said.startsWith(one));
  const rest =
    name === undefined
      ? said
      : said
          .slice(name.length)
          .replace(TAKES_BACK, "")
          .replace(/^[:：是为]+/u, "");
  return rest === text ? undefined : leadingOption(optionsOf(question), rest.replace(/(?<=.)选[有无]$/u, ""));
}
const TAKES_BACK = /^(?:不对|算了|还是|错了|选错了?|说错了?|不算的?|其实|应该是?|改[为成选]?|选|填|[,，。\s])+/u;

/** The option that the message begins with, and the rest; undefined if the rest names another option. */
function leadingOption(options: readonly Option[], text: string): Pick<Given, "option" | "text"> | undefined {
  const folded = simplified(text);
  for (const [words, kind] of [
    [NO, NO],
    [PENDING, PENDING],
    [YES, /^有/u],
  ] as const) {
    const option = options.find((one) => kind.test(one.text));
    const said = words.exec(folded)?.[0];
    if (option && said !== undefined) return { option, text: text.slice(said.length) };
  }
  for (const [at, option] of options.entries()) {
    const byText = folded.startsWith(option.text) ? text.slice(option.text.length) : undefined;
    const byNumber = text.startsWith(`${at + 1}`) ? text.slice(`${at + 1}`.length) : "";
    const rest = byText ?? (SEPARATED.test(byNumber) ? byNumber : "");
    const other = options.some((one) => one !== option && rest.startsWith(one.text));
    if (rest !== "" && !other) return { option, text: rest };
  }
  return undefined;
}

/** Extracts missing details from the text, then asks for the others. */
function fill(question: Question, { option, details, text, alone }: Given, context: AnswerContext): Parsed {
  const missing = detailsOf(option).filter(({ key }) => details[key] === undefined);
  if (missing.length === 0) {
    const adds = simplified(text).replaceAll(ADDS_NOTHING, "");
    return adds === ""
      ? complete(question, { option, details }, context)
      : { ok: false, retry: retryPhrases.declarationUnclear(numbered(optionsOf(question))) };
  }
  const { read, ask, left } = readDetails(missing, text, { today: context.today, year: context.year, alone });
  const known = { ...details, ...read };
  const pending = { kind: "details", choice: option.value, details: known } as const;
  if (ask) return { ok: false, retry: ask.sentence, readings: ask.readings, pending };
  if (left === "") return complete(question, { option, details: known }, context);
  const open = /\p{L}/u.test(left) ? undefined : complete(question, { option, details: known }, context);
  if (open && !open.ok) return { ...open, retry: `${askPhrases.noText(left)}${open.retry}` };
  const shown = showAnswer(question, { choice: option.value, details: known });
  const asked = askBack(trimmed(text), [shown], left);
  return asked && !asked.ok
    ? { ...asked, pending: { ...pending, details } }
    : complete(question, { option, details }, context);
}

/** The answer if it is complete, else the question for the next detail. */
function complete(question: Question, given: Pick<Given, "option" | "details">, context: AnswerContext): Parsed {
  const { option, details } = given;
  const missing = detailsOf(option).find(({ key }) => details[key] === undefined);
  if (missing) {
    const retry =
      missing.kind === "date"
        ? retryPhrases.detailDate(option.text, missing.label, context)
        : retryPhrases.detailText(option.text, missing.label);
    return { ok: false, retry, pending: { kind: "details", choice: option.value, details } };
  }
  const value: Declaration = { choice: option.value, details };
  return { ok: true, value, shown: showAnswer(question, value) };
}
