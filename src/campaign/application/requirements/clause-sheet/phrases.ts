import { textView, type View } from "../../../../platform/chat/view.ts";

/** Headers of the sheet; a dropped one is known by them. */
export const sheetHeaders = {
  clause: "条款",
  wording: "要求",
  standing: "符合情况",
  note: "备注",
  problem: "须改正",
} as const;

export const clauseSheetPhrases = {
  word: () => "要求表",
  title: (annex: string, name: string) => `${annex}要求表：${name}`,
  hint: (standings: readonly string[], noun: string) =>
    `“${sheetHeaders.standing}”一栏填${standings.join("、")}，表末各项填数字、日期或“无”；不适用的在备注写明理由。未填的不登记，由市级名单填报的不用填。一表一${noun}，${noun}名称写在标题冒号之后，填好后把本文件发到与家园助手的单聊，核对后一次采用。`,
  fileName: (title: string, ending: "xlsx" | "docx") =>
    `${title.replace(/[：:]$/u, "").replace(/[：:]/u, "_")}.${ending}`,
  byList: () => "由市级名单填报",
  label: () => "采用要求表",
  recognised: (
    { file, name, count }: { file: string; name: string; count: number },
    { changed, added }: { changed: readonly string[]; added: number },
  ): View => {
    const differing = changed.length + added;
    const lead =
      differing === 0
        ? `《${file}》填写的${count}项与现有内容一致，没有需要写入的。`
        : `《${file}》填写了${count}项，其中新填${added}项、与现有内容不同${changed.length}项，尚未写入。请核对后按「采用要求表」，一次全部写入。`;
    const view = textView(`收到要求表：${name}`, lead);
    return changed.length === 0 ? view : { ...view, body: [...view.body, { kind: "list", items: changed }] };
  },
  figure: () => "数据",
  differs: (label: string, now: string, back: string) => `${label}：现为“${now}”，表中为“${back}”`,
  changedSince: (file: string, name: string) =>
    textView(
      "要求表尚未写入",
      `读取之后“${name}”的填报有变动，《${file}》未写入。请把文件重新发送，核对与现有内容的不同后再采用。`,
      { tone: "near" },
    ),
  correctedName: (name: string) => `${name.replace(/(?:（须改正）)?\.(?:xlsx|docx)$/iu, "")}（须改正）.xlsx`,
  problems: (file: string, copy: string, items: readonly string[]): View => ({
    ...textView(
      "要求表未读入",
      `《${file}》有以下各处须改正，均未写入。已在《${copy}》中标出，请在其中改正后重新发送：`,
      {
        tone: "near",
      },
    ),
    body: [
      {
        kind: "text",
        text: `《${file}》有以下各处须改正，均未写入。已在《${copy}》中标出，请在其中改正后重新发送：`,
      },
      { kind: "list", items },
    ],
  }),
  notRead: (file: string, why: string): View =>
    textView("要求表未读入", `《${file}》是要求表，${why}原有内容未作改动。`, { tone: "near" }),
  noName: (noun: string) => `但标题冒号之后没有${noun}名称，请补写后重新发送。`,
  unknown: (name: string, noun: string) => `但您的地区没有已提交申报的${noun}“${name}”，请核对标题冒号之后的名称。`,
  nothing: () => "但没有填写任何一项，请填写后重新发送。",
  nothingKept: () => "没有待采用的要求表，未作任何改动。请把填好的文件重新发送。",
};
