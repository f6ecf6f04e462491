import { casePhrases } from "../case/phrases.ts";
import type { Nouns } from "../directory/nouns.ts";
import { ACTS } from "./acts.ts";
import type { ThenFace } from "./rules.ts";

const faces = { ...casePhrases.faces, summary: "概述", verification: "核验" } as const satisfies Record<
  ThenFace,
  string
>;

const columns = ["序号", "活动时间", "记录时间", "办理人", "事项", "理由", "依据口径"];

export const historyPhrases = {
  faces,
  lookBack: {
    word: () => "回看",
    example: ({ caseName }: Nouns, year: number) => `回看 ${year}-09-28 14:05 ${caseName}`,
    purpose: ({ case: noun }: Nouns) => `历史查询：${noun}在某一时刻的情况和当时已确认的口径`,
    how: ({ caseName }: Nouns) =>
      `请写明一个时刻和${caseName}，例如「回看 9月28日 14:05 ${caseName}」；只写日期的，按当日24:00前的状态显示。`,
    future: (asked: string, now: string) =>
      `${asked}尚未到来（现在是${now}），没有可以回看的状态。请写明已经过去的时刻。`,
    notYet: (name: string, asked: string, since: string | undefined) =>
      `${asked}，${name}尚未提交申报${since === undefined ? "" : `；首次提交于${since}`}。请写明此后的时刻。`,
    title: (name: string) => `回看：${name}`,
    lead: (at: string) => `以下为${at}的状态，按操作留痕重现，此后的变化不计入。`,
    state: () => "状态",
    lastAct: () => "最后办理",
    points: () => "得分",
    rulings: () => "已确认口径",
    rulingsNone: ({ plan }: Nouns) => `无，均按${plan}和默认口径`,
    ruling: (id: string, version: number) => `${id}（第${version}版）`,
    told: () => "已收到有关卡片",
    toldNone: () => "无",
    toldGroup: () => "工作群",
    acts: () => "此前的经过",
    noPoints: () => "尚无已定稿的分数。",
    noVerification: () => "尚无可以查看的核验分数。",
    typed: (at: string, name: string, face?: ThenFace) =>
      `回看 ${at} ${name}${face === undefined || face === "summary" ? "" : ` ${faces[face]}`}`,
    earlier: () => "上一处变化",
    later: () => "下一处变化",
    footnote: () => "个人信息按您现在的查看范围显示；已依规清理的内容不再显示。",
  },
  trail: {
    word: () => "留痕",
    example: ({ caseName }: Nouns) => `留痕 ${caseName}`,
    purpose: ({ case: noun }: Nouns) => `逐条查看一个${noun}的操作留痕，可导出`,
    title: (name: string) => `操作留痕：${name}`,
    status: (count: number, page: number, pages: number) => `共${count}条${pages > 1 ? `，第${page}/${pages}页` : ""}`,
    line: (one: { number: number; at: string; who: string; what: string; reason: string | undefined }) =>
      `${one.number}．${one.at}　${one.who}${one.what}${one.reason === undefined ? "" : `；${one.reason}`}`,
    none: () => "尚无操作留痕。",
    older: () => "更早的记录",
    newer: () => "更新的记录",
    export: () => "导出留痕",
    typed: (name: string, page: number) => `留痕 ${name} 第${page}页`,
    exportTyped: (name: string) => `导出留痕 ${name}`,
    exportPurpose: ({ case: noun }: Nouns) => `将一个${noun}的操作留痕导出为Excel`,
    footnote: () => "成员尚未定稿的核验分数不在其中。留痕记入后逐条封存，事后改动可以查出，由系统管理员查验。",
    fileName: (name: string) => `操作留痕-${name}.xlsx`,
    sheet: () => "操作留痕",
    asOf: (day: string) => `截至${day}`,
    columns: () => columns,
  },
  nothing: ({ case: noun }: Nouns) => `没有您可以查看的这个${noun}，请核对名称。`,
  act: (name: string): string => ACTS[name] ?? "其他操作",
  system: () => "系统",
};
