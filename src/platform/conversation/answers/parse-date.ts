import { isDeepStrictEqual } from "node:util";
import type { AnswerContext, Parsed } from "../answer.ts";
import type { Question } from "../field.ts";
import { retryPhrases } from "../phrases.ts";
import { plainAnswer } from "../plain.ts";
import { simplified } from "../simplified.ts";
import { askBack } from "./ask-back.ts";
import { findDates } from "./find-dates.ts";
import { EARLIEST, type PastDate, pastDate } from "./past-date.ts";
import { askPhrases } from "./phrases.ts";
import { uncovered } from "./reading.ts";
import { showDate } from "./show-date.ts";

/** 截至2023年6月30日: says nothing more than the date. */
const SAYS_NOTHING =
  /截至到?|数据(?=截)|截止(?:到|至|日期|时间)?|统计(?:到|至)?|日期|时间|为止|^[嗯呃额啊]+|^[至到于在为是]|[当之]日|止$|[吧呢啊呀哈哦嗯呃额]+$|[\s,，;；:：。、.()（）]/gu;

/** `date`: 10.20, 10月20日, 十月廿八, 2023-10-20, 20231020, 今天, 七月底; with 截至 and the weekday, without other words. */
export function parseDate(question: Question, typed: string, context: AnswerContext): Parsed {
  const text = simplified(plainAnswer(typed));
  const dates = findDates(text, context, { ends: true });
  const rest = uncovered(text, dates).replaceAll(SAYS_NOTHING, "");
  const [first, ...more] = dates;
  if (first === undefined) return { ok: false, retry: retryPhrases.date(question, context) };
  const read = dates.map((date) => pastDate(date, context));
  const said = plainAnswer(typed);
  const isOne = more.every(({ readings }) => isDeepStrictEqual(readings, first.readings));
  if (isOne && rest === "") return single(first.text, read[0], context);
  const possible = read.flatMap((one) => (one.kind === "date" ? [one.date] : one.kind === "ask" ? one.dates : []));
  return askBack(said, possible.map(showDate), rest) ?? { ok: false, retry: retryPhrases.date(question, context) };
}

function single(text: string, read: PastDate | undefined, { today }: AnswerContext): Parsed {
  if (read?.kind === "date") return { ok: true, value: read.date, shown: showDate(read.date) };
  const readings = read?.kind === "ask" ? { readings: read.dates.map(showDate) } : {};
  return { ok: false, retry: dateRefusal(text, read, today), ...readings };
}

/** Why a date cannot be recorded as it was said. */
export function dateRefusal(
  text: string,
  read: Exclude<PastDate, { kind: "date" }> | undefined,
  today: AnswerContext["today"],
): string {
  if (read === undefined) return askPhrases.dateImpossible(text);
  if (read.kind === "none" && read.why === "ahead") return askPhrases.dateAhead(text, today);
  if (read.kind === "none")
    return read.why === "outOfBounds" ? askPhrases.dateBounds(EARLIEST, today) : askPhrases.dateImpossible(text);
  if (read.why === "notYet") return askPhrases.dateNotYet(text, read.dates);
  return read.why === "weekday"
    ? askPhrases.dateWeekday(text, read.dates)
    : askPhrases.several(text, read.dates.map(showDate));
}
