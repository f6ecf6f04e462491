import { textView, type View } from "../../../../platform/chat/view.ts";
import type { Nouns } from "../../../directory/nouns.ts";
import { givenCopyPhrases } from "../../../engine/given-copy-phrases.ts";

/** Headers of the sheet; a dropped one is known by them. */
export const sheetHeaders = {
  clause: "条款",
  wording: "要求",
  standing: "符合情况",
  note: "备注",
  problem: "须改正",
} as const;

/** What a dropped sheet would change: sentences; the contested ones are numbered. */
interface Differences {
  changed: readonly string[];
  conflicts: readonly string[];
  added: number;
}

export const clauseSheetPhrases = {
  word: () => "要求表",
  title: (annex: string, name: string) => `${annex}要求表：${name}`,
  /** @param number 校验号, which says what was answered when the sheet was made */
  state: (at: string, number: string) => `${at}导出　校验号 ${number}`,
  hint: (standings: readonly string[], { case: noun, city }: Nouns) =>
    `“${sheetHeaders.standing}”一栏填${standings.join("、")}，表末各项填数字、日期或“无”；不适用的在备注写明理由。未填的不登记，由${city}级名单填报的不用填。一表一${noun}，${noun}名称写在标题冒号之后，填好后把本文件发到与家园助手的单聊，核对后一次采用。`,
  fileName: (title: string, ending: "xlsx" | "docx") =>
    `${title.replace(/[：:]$/u, "").replace(/[：:]/u, "_")}.${ending}`,
  isByList: (note: string) => /^由.{1,3}级名单填报$/u.test(note),
  byList: ({ city }: Nouns) => `由${city}级名单填报`,
  label: () => "采用要求表",
  recognised: (
    { file, name, count }: { file: string; name: string; count: number },
    { changed, conflicts, added }: Differences,
  ): View => {
    const differing = changed.length + conflicts.length + added;
    const lead =
      differing === 0
        ? `《${file}》填写的${count}项与现有内容一致，没有需要写入的。`
        : `《${file}》填写了${count}项，其中新填${added}项、与现有内容不同${changed.length + conflicts.length}项，尚未写入。请核对后${conflicts.length === 0 ? "按「采用要求表」" : "确定以哪一个为准"}，一次全部写入。`;
    const view = textView(`收到要求表：${name}`, lead);
    return {
      ...view,
      body: [
        ...view.body,
        ...(changed.length === 0 ? [] : [{ kind: "list" as const, items: changed }]),
        ...(conflicts.length === 0
          ? []
          : [
              {
                kind: "text" as const,
                text: givenCopyPhrases.conflictLead(clauseSheetPhrases.label(), conflicts.length),
              },
              { kind: "list" as const, ordered: true, items: conflicts },
            ]),
      ],
    };
  },
  figure: () => "数据",
  differs: (label: string, now: string, back: string) => `${label}：现为“${now}”，表中为“${back}”`,
  problems: (file: string, copy: string, items: readonly string[]): View => ({
    ...textView("要求表未读入", "", { tone: "near" }),
    body: [
      { kind: "text", text: givenCopyPhrases.problemsLead(file, copy) },
      { kind: "list", items },
    ],
  }),
  notRead: (file: string, why: string): View =>
    textView("要求表未读入", `《${file}》是要求表，${why}原有内容未作改动。`, { tone: "near" }),
  noName: (noun: string) => `但标题冒号之后没有${noun}名称，请补写后重新发送。`,
  unknown: (name: string, { case: noun, district }: Nouns) =>
    `但您的${district}没有已提交申报的${noun}“${name}”，请核对标题冒号之后的名称。`,
  hidden: (row: string) => `${row}在隐藏的行或工作表中，请取消隐藏、核对后重新发送。`,
  twiceRow: (row: string) => `${row}有不止一行，请只留一行。`,
  mistyped: () => "但标题下的校验号有误，无法确认是哪一次导出的，请重新导出后填写。",
  unknownNumber: () => "但校验号不属于本活动，请重新导出后填写。",
  otherDistrict: (district: string) => `但不属于您负责的${district}。`,
  otherName: (name: string) => `但校验号是“${name}”的，标题写的是另一个名称，无法确认是哪一个，请重新导出后填写。`,
  withdrawn: (name: string) => `但“${name}”的申报已撤回。`,
  nothing: () => "但没有填写任何一项，请填写后重新发送。",
  nothingWritten: () => textView("要求表未写入", "均以现有为准，原有内容未作改动。"),
  nothingKept: () => "没有待采用的要求表，未作任何改动。请把填好的文件重新发送。",
};
