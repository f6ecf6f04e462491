import { textView, type View } from "../../../platform/chat/view.ts";
import { fullMomentWords } from "../../definition/wording.ts";

/** Problems listed in a message; `check` prints all. */
const MAX_LISTED = 10;

const count = ({ length }: readonly string[]): string => `${length}处问题`;

export const startPhrases = {
  yearIsOurs: (id: string, year: number) =>
    `活动 ${id}：新方案尚未放入，${year}年度暂按系统设定。方案下发后放入 plan.txt，并改写 campaign.yaml 的 year。`,
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
  noBackup: (sentence: string | undefined): View =>
    textView("夜间备份未完成", sentence ?? "系统未能完成昨夜的备份，原因见运行日志，数据和此前的备份未改动。", {
      tone: "overdue",
      footnote: "各项工作照常办理。排除原因后可运行 npm run backup 立即备份；下次备份成功前不再重复提醒。",
    }),
  parked: (name: string | undefined, reference: string): View =>
    notWorkedOn(
      `${name ?? "一名不在名册中的人员"}的一项操作因系统故障未能办理，未作任何改动。已告知本人编号 ${reference}，请其稍后再试。`,
      reference,
    ),
  /** What the platform itself announced. */
  parkedOfNobody: (reference: string): View =>
    notWorkedOn(`钉钉通知的一项变动因系统故障未能办理，未作任何改动，编号 ${reference}。`, reference),
  unsentTo: (name: string, messages: number) => `${name}：${messages}条`,
  somebodyElse: () => "其他人员或群",
  restored: ({ madeAt, named, unanswered }: { madeAt: Date; named: readonly string[]; unanswered: number }): View => ({
    ...textView("数据已从备份恢复", "", { tone: "overdue", footnote: "各方在钉钉中已收到的内容不受影响。" }),
    body: [
      {
        kind: "text",
        text: `系统数据已恢复到${fullMomentWords(madeAt)}的备份。此后的填报、评分、审批等操作不在系统中，请向有关人员核实后重新办理；此后发出的卡片已失效，请以新卡片为准。`,
      },
      ...(unanswered > 0
        ? [{ kind: "text" as const, text: `备份时尚未办理的消息有${unanswered}条，未再办理，请有关人员重新发送。` }]
        : []),
      ...(named.length > 0
        ? [
            { kind: "text" as const, text: "下列消息可能已在恢复之前发出，未再发送，需要的请另行通知：" },
            { kind: "list" as const, items: shortened(named) },
          ]
        : []),
    ],
  }),
  noneReadable: (ids: readonly string[]) =>
    `活动 ${ids.join("、")} 正在执行的版本无法读取，系统未启动，数据未改动。请改用能读取该版本的程序。`,
};

const shortened = (names: readonly string[]): readonly string[] =>
  names.length <= MAX_LISTED ? names : [...names.slice(0, MAX_LISTED), `其余${names.length - MAX_LISTED}处从略`];

const notWorkedOn = (sentence: string, reference: string): View =>
  textView("有一项操作未能办理", sentence, {
    tone: "overdue",
    footnote: `原因见运行日志（以 npm start 运行的，为数据目录中的 bot.log），查找 ${reference} 即可；其他操作照常办理。同一人员一小时内只提醒一次。`,
  });

function mend(folder: string): string {
  return `改好后可先运行 npm run campaign -- check ${folder} 检查。`;
}
