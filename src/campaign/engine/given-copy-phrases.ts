import { textView } from "../../platform/chat/view.ts";
import type { Nouns } from "../directory/nouns.ts";

const listed = (parts: readonly (string | number)[]): string => parts.join("、");

/** A workbook that came back filled in, beside what is there now. */
export const givenCopyPhrases = {
  take: () => "采用",
  fileCounts: () => "以文件为准",
  nowCounts: () => "以现有为准",
  /** After 公布, when nothing is known of it any more. */
  over: (file: string, { city }: Pick<Nouns, "city">) =>
    textView("文件未读入", `${city}级名单已公布，《${file}》不再读入，原有内容未作改动。`, { tone: "closed" }),
  /** @param word that takes it: 采用初评表 */
  conflictLead: (word: string, count: number) =>
    `以下${count}项在导出之后同事也作了改动，请逐项确定以哪一个为准，例如「${word} 1以文件为准，其余以现有为准」：`,
  undecided: (word: string, numbers: readonly number[]) =>
    `尚未写入：第${listed(numbers)}项还没有确定以哪一个为准。请发送「${word} 以文件为准」或「${word} 以现有为准」，也可逐项写明，例如「${word} ${numbers[0]}以文件为准，其余以现有为准」。`,
  unreadChoice: (word: string, said: string) =>
    `尚未写入：未能识别「${said}」。请写明序号和以哪一个为准，例如「${word} 1以文件为准，其余以现有为准」。`,
  changedSince: () => "尚未写入：读取之后现有内容有变动，请按下面的对照再核对一次。",
  kept: (labels: readonly string[]) => `导出后同事已改、文件未改的，保留现有：${listed(labels)}。`,
  correctedName: (name: string) => `${name.replace(/(?:（须改正）)?\.(?:xlsx|docx)$/iu, "")}（须改正）.xlsx`,
  problemsLead: (file: string, copy: string) =>
    `《${file}》有以下各处须改正，均未写入。须改正的单元格已在《${copy}》中标出，请在其中改正后重新发送：`,
};
