import { isMeantFor } from "./answers/other-shape.ts";
import { parseAnswer } from "./answers/parse-answer.ts";
import { type Form, optionsOf, type Question } from "./field.ts";
import type { FormState } from "./form-state.ts";
import type { StepInput } from "./outcome.ts";
import { labelledPhrases } from "./phrases.ts";
import { cleanLine, compactAnswer } from "./plain.ts";

/** In characters: longer than a value. */
const MOST = 40;
const MOST_FIELDS = 4;
/** In characters: 有, 其他 are options of several fields. */
const MIN_OPTION = 3;
const PHONE = /^[+\d][\d\s()（）\-－转]{6,}$/u;
const PERCENT = /^(?:百分之.+|[\d.]+\s*[%％])$/u;
const DAY = /^[\d〇○零一二三四五六七八九十]+年.+月.+[日号]$/u;

/** 开发商是…公司: said of something, and no bare value. */
const SAYS_OF = /^\p{Script=Han}{2,5}(?:就?是|叫做?)\p{Script=Han}{2}/u;

/** Fields of the form that a bare value may be meant for, by what it is: 滨河路3号 is an address. */
export function fieldsMeant(form: Form, typed: string, when: Pick<StepInput, "today" | "year">): readonly Question[] {
  const line = cleanLine(typed);
  if (
    line === "" ||
    /不对|错了/u.test(line) ||
    SAYS_OF.test(line) ||
    [...line].length > MOST ||
    /\n/u.test(typed.trim())
  )
    return [];
  const fields = form.fields.filter((field) => isValueOf(field, line));
  const { today, year } = when;
  return fields.length > MOST_FIELDS ? [] : fields.filter((field) => parseAnswer(field, line, { today, year }).ok);
}

/** The same as they can be sent, with their labels, for one that the open question does not take. */
export const meantElsewhere = (form: Form, open: Question, typed: string, input: StepInput): readonly string[] =>
  fieldsMeant(form, typed, input)
    .filter(({ key }) => key !== open.key)
    .map((field) => labelledPhrases.line(field.label, shownOf(field, cleanLine(typed), input)));

/** In characters. */
const [SHORTEST_NAME, LONGEST_NAME] = [4, 16];
const OF_COMPOUND = /(?:[期苑园府城庭湾里邸墅居庄轩阁]|小区|新村|公寓)$/u;

/** 碧桂园嵊州三期 where the case is called 碧桂园: it may be its name in full. */
export function otherName(
  { fields }: Form,
  { answers }: Pick<FormState, "answers">,
  { text, nameKey }: Pick<StepInput, "text" | "nameKey">,
): { question: Question; shown: string } | undefined {
  const question = fields.find(({ key }) => key === nameKey);
  const own = String(answers[nameKey ?? ""] ?? "");
  const line = cleanLine(text);
  const isName = /^[\p{Script=Han}\d·]+$/u.test(line) && line.length >= SHORTEST_NAME && line.length <= LONGEST_NAME;
  const isAlike = own.length > 1 && line.startsWith(own.slice(0, 2)) && line !== own;
  return question && isName && isAlike && OF_COMPOUND.test(line) ? { question, shown: line } : undefined;
}

/** As it would be recorded: 暨阳街道 of 街道暨阳街道. */
function shownOf(field: Question, line: string, { today, year }: StepInput): string {
  // 剡溪花苑 绿城物业公司: what stands last is the value of the two.
  const last = /^\p{Script=Han}{3,}\s+(\p{Script=Han}{4,})$/u.exec(line)?.[1];
  const own = last !== undefined && isValueOf(field, last) ? last : line;
  const parsed = field.kind === "text" ? parseAnswer(field, own, { today, year }) : undefined;
  return parsed?.ok ? parsed.shown : own;
}

function isValueOf(field: Question, line: string): boolean {
  switch (field.kind) {
    case "text":
      return isMeantFor(field.label, line);
    case "phone":
      return PHONE.test(line);
    case "percent":
      return PERCENT.test(line);
    case "date":
      return DAY.test(line);
    case "choice":
      return optionsOf(field).some(
        ({ text }) => text.length >= MIN_OPTION && compactAnswer(text) === compactAnswer(line),
      );
    default:
      return false;
  }
}
