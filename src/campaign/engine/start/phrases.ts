import { textView, type View } from "../../../platform/chat/view.ts";

/** Problems listed in a message; `check` prints all. */
const MAX_LISTED = 10;

const count = ({ length }: readonly string[]): string => `${length}处问题`;

export const startPhrases = {
  sameId: (id: string, folder: string) => `活动编号 ${id} 与活动目录 ${folder} 相同，请检查 CAMPAIGN。`,
  problem: (file: string, line: number, message: string) => `${file}:${line}  ${message}`,
  /** No folder is usable. */
  broken: (folder: string, lines: readonly string[]) =>
    `活动目录 ${folder} 有${count(lines)}，系统未启动，数据未改动：\n${lines.join("\n")}\n${mend(folder)}`,
  /** Other folders are usable. */
  leftOut: (folder: string, lines: readonly string[]) =>
    `活动目录 ${folder} 有${count(lines)}，未予采用，其他活动照常办理：\n${lines.join("\n")}\n${mend(folder)}`,
  leftOutView: (folder: string, lines: readonly string[]): View => ({
    ...textView("活动目录有问题", "", { tone: "overdue", footnote: mend(folder) }),
    body: [
      {
        kind: "text",
        text: `活动目录 ${folder} 有${count(lines)}，未予采用。已经开始的活动按原版本继续办理，其他活动不受影响。`,
      },
      { kind: "list", items: lines.slice(0, MAX_LISTED) },
    ],
  }),
  unreadable: (id: string) =>
    `活动 ${id} 正在执行的版本无法读取，暂停办理，数据未改动，其他活动照常办理。请改用能读取该版本的程序。`,
  unreadableView: (id: string): View => textView("活动无法读取", startPhrases.unreadable(id), { tone: "overdue" }),
  noneReadable: (ids: readonly string[]) =>
    `活动 ${ids.join("、")} 正在执行的版本无法读取，系统未启动，数据未改动。请改用能读取该版本的程序。`,
};

function mend(folder: string): string {
  return `改好后可先运行 npm run campaign -- check ${folder} 检查。`;
}
