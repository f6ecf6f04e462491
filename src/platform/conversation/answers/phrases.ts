import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Question } from "../field.ts";
import { showDate } from "./show-date.ts";

const quoted = (readings: readonly string[]): string => readings.map((reading) => `「${reading}」`).join("");
const days = (dates: readonly CivilDate[]): string[] => dates.map(showDate);
const MAX_QUOTED = 30;

const cut = (typed: string): string => {
  const signs = [...typed];
  return signs.length > MAX_QUOTED ? `${signs.slice(0, MAX_QUOTED).join("")}……` : typed;
};

/** In characters: more is said beside a value than a word of it. */
const SENTENCE = 10;

/** What is asked where an answer has more than one reading or leaves something over. */
export const askPhrases = {
  /** Numbers beside an option. */
  noText: (left: string) => `「${left}」中没有文字，未记入。`,
  /** Something was said beside the value. */
  more: (typed: string, reading: string, rest: string) =>
    `「${cut(typed)}」中读到${reading}，另有「${cut(rest)}」，未保存。只记${reading}的，请点击或回复「${reading}」，否则请重新填写。${[...rest].length < SENTENCE ? "" : "其余内容不随之记录，属于其他栏目的，请写作「栏目名称：…」另行发送。"}`,
  /** A number that is said to be another's. */
  ofOtherNumber: (typed: string, label: string) =>
    `「${cut(typed)}」写有其他人员，未记入“${label}”。确为本项号码的，请只发送号码；属于其他栏目的，请写作「栏目名称：…」。`,
  several: (typed: string, readings: readonly string[]) =>
    `「${cut(typed)}」可以读作${quoted(readings)}，未保存。请点击或回复其中一项。`,
  dateNotYet: (typed: string, dates: readonly CivilDate[]) =>
    `「${cut(typed)}」尚未到来，未保存。如为${days(dates).join("、")}，请点击或回复${quoted(days(dates))}，否则请写明年份。`,
  dateAhead: (typed: string, today: CivilDate) =>
    `「${cut(typed)}」尚未到来，未保存。请填写不晚于今天（${showDate(today)}）的日期。`,
  dateWeekday: (typed: string, dates: readonly CivilDate[]) =>
    `「${cut(typed)}」的日期与星期不符，未保存。日期无误的，请点击或回复${quoted(days(dates))}，否则请重新填写。`,
  dateImpossible: (typed: string) => `没有「${cut(typed)}」这一天，未保存。请重新填写日期。`,
  dateBounds: (from: CivilDate, to: CivilDate) =>
    `日期应在${showDate(from)}至${showDate(to)}之间，未保存。请重新填写。`,
  severalDates: (typed: string) => `「${cut(typed)}」中有不止一个日期，请先回复最近一次的日期。`,
};

const ASITIS = "确需原样填写的，请写作「内容：…」。";

/** One line of text that may hold more than its answer. */
export const doubtPhrases = {
  /** Words that order or ask something, or say that nothing changes. */
  order: (typed: string, label: string) =>
    `「${cut(typed)}」似不是“${label}”的内容，未保存，所提事项也未办理。确为本项内容的，请点击或回复「${doubtPhrases.asIsCut(typed)}」；要查询或办理其他事项的，请只发送其名称，如「还差什么」「进度」「保存退出」。`,
  asIs: (typed: string) => `内容：${typed}`,
  asIsCut: (typed: string) => `内容：${cut(typed)}`,
  /** The words as they stand are on no button. */
  withoutAsIs: (retry: string, readings: readonly string[]) => {
    const told = retry.replace(
      /确为本项内容的，请(?:点击或回复|写作)「内容：.*?」(?=[；。])/u,
      "确为本项内容的，请写作「内容：…」",
    );
    return readings.length > 0 ? told : doubtPhrases.withoutList(told);
  },
  /** Beside other fields each reading is sent with the name of its own. */
  listed: (
    retry: string,
    { label, readings, listed }: { label: string; readings: readonly string[]; listed: readonly string[] },
  ) =>
    readings
      .flatMap((reading) => [reading, ...(reading.endsWith("%") ? [reading.slice(0, -1)] : [])])
      .reduce((said, reading) => said.replaceAll(`回复「${reading}」`, `回复「${label}：${reading}」`), retry)
      .replaceAll(/请点击或回复(?:所列内容|其中一[个段])/gu, `请点击或回复${quoted(listed)}`),
  /** Nothing of it is an answer by itself, so nothing is listed. */
  withoutList: (retry: string) =>
    retry
      .replaceAll("请点击或回复所列内容，或重新填写", "请重新填写")
      .replaceAll(/(?<=。)请点击或回复其中一[个段][；。]/gu, "")
      .replaceAll(/[^。；，]*，请点击或回复(?:所列内容|其中一[个段])/gu, "请只写本项的内容"),
  clears: (typed: string, label: string) =>
    `「${typed}」未记入“${label}”。要清除的，请单独发送「${label}删掉」。${ASITIS}`,
  /** Hardly of the field's kind. */
  unlike: (typed: string, label: string) =>
    `「${cut(typed)}」似不全是“${label}”的内容，未保存。请点击或回复所列内容，或重新填写；属于其他栏目的，请写作「栏目名称：…」；确为本项内容的，请写作「${doubtPhrases.asIsCut(typed)}」。`,
  titled: (typed: string, label: string) =>
    `「${typed}」写有职务，“${label}”尚未保存。只写姓名的，请点击或回复所列内容。${ASITIS}`,
  cells: (count: number, label: string) =>
    `收到${count}段内容，“${label}”只填一项，未保存。请点击或回复其中一段；几项一并填写的，请写明栏目，如「${label}：…」，每项一行。${ASITIS}`,
  names: (count: number, label: string) =>
    `收到${count}个名称，“${label}”只填一个，未保存。请点击或回复其中一个。${ASITIS}`,
  surname: (typed: string, label: string) => `「${typed}」只有姓，“${label}”尚未保存，请填写姓名。${ASITIS}`,
  oneSign: (typed: string, label: string) => `「${typed}」只有一个字，未记入“${label}”，请填写全称。${ASITIS}`,
  notOnlyName: (typed: string, label: string) =>
    `「${typed}」中除姓名外还有其他内容，“${label}”尚未保存，请只填写姓名，其他内容请写明栏目名称。${ASITIS}`,
  doubled: (typed: string, label: string) =>
    `「${cut(typed)}」中同样的内容写了两遍，“${label}”尚未保存。只写一遍的，请点击或回复所列内容。${ASITIS}`,
  otherName: (typed: string, label: string) => `「${typed}」不是“${label}”的全称，未保存，请填写全称。${ASITIS}`,
  noWords: (typed: string, label: string) => `「${typed}」中没有文字，未记入“${label}”，请用文字填写。${ASITIS}`,
  noted: (typed: string, label: string) =>
    `「${cut(typed)}」中有注释，“${label}”尚未保存。请点击或回复所列内容；注释请写入备注。${ASITIS}`,
  misdialled: (digits: string, label: string) =>
    `「${digits}」共${digits.length}位，不是完整的电话号码，“${label}”尚未保存。请核对号码后重新填写。${ASITIS}`,
  severalPhones: (typed: string, label: string) =>
    `「${cut(typed)}」中有不止一个电话号码，“${label}”尚未保存，请只填写姓名，号码请写明栏目名称。${ASITIS}`,
  talk: (typed: string, label: string) =>
    `「${cut(typed)}」中除“${label}”外还有其他内容，未保存。请只写本项的内容；更改其他栏目的，请写明「栏目名称改为…」。${ASITIS}`,
  notName: (typed: string, label: string, cleaned: string | undefined) =>
    cleaned === undefined
      ? `「${cut(typed)}」似不只是“${label}”，未保存。请只写本项的内容；更改其他栏目的，请写明「栏目名称改为…」。${ASITIS}`
      : `「${cut(typed)}」似不只是“${label}”，未保存。记为“${cleaned}”的，请点击或回复所列内容。${ASITIS}`,
  otherKind: (typed: string, label: string) =>
    `「${cut(typed)}」似不是“${label}”的内容，未保存。属于其他栏目的，请写作「栏目名称：…」。${ASITIS}`,
  initials: (typed: string, label: string) => `「${typed}」是字母，未记入“${label}”，请用汉字填写。${ASITIS}`,
  otherLabel: (other: string, label: string) =>
    `「${other}」不是“${label}”，未保存。属于本项的，请点击或回复所列内容；属于其他栏目的，请写明栏目名称。${ASITIS}`,
  onlyPhone: (phone: string, label: string) => `「${phone}」是电话号码，未记入“${label}”，请重新填写。${ASITIS}`,
  withPhone: (phone: string, label: string) =>
    `内容中有电话号码「${phone}」，“${label}”尚未保存。不含号码的，请点击或回复所列内容。${ASITIS}`,
};

/** What is said to words that are no answer. */
export const talkPhrases = {
  acknowledged: (typed: string, question: Question) => `好的，「${cut(typed)}」未记入本项，${howTo(question)}`,
  asked: (typed: string, question: Question) => `「${cut(typed)}」未记入本项，${howTo(question)}`,
  putOff: (typed: string, question: Question) =>
    `「${cut(typed)}」未记入本项。本项以后再填的，请发送「跳过」；全部以后再填的，请发送「保存退出」。${howTo(question)}`,
  wrong: (typed: string, question: Question) =>
    `「${cut(typed)}」未记入本项。要改前面一项的，请发送「上一步」，或写明「上一项改为…」；${howTo(question)}`,
  elsewhere: (typed: string, question: Question) => `「${cut(typed)}」未记入本项，请写出内容。${howTo(question)}`,
  broken: (typed: string, question: Question) => `「${cut(typed)}」是表格的错误值，未记入本项，${howTo(question)}`,
};

/** The question with its help is shown again with it. */
const howTo = ({ label, example }: Question): string =>
  `请填写${label}${example === undefined ? "" : `，例如：${example}`}。`;
