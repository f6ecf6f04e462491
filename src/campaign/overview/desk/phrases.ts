import type { Definition } from "../../definition/definition.ts";
import type { SelectionState } from "../../selection/selection.ts";

/** 市级, 镇级. */
const levelOf = ({ campaign }: Definition): string => `${campaign.words.city.noun}级`;

export const deskPhrases = {
  word: () => "今日待办",
  purpose: (definition: Definition) => `打开${levelOf(definition)}办理的卡片`,
  title: (definition: Definition) => `今日待办　${definition.campaign.name}`,
  lead: (definition: Definition) => `${levelOf(definition)}各步骤可在此办理，也可直接发送按钮上的文字。`,
  status: (count: number) => (count === 0 ? "无待办" : `${count}项待办`),
  nothing: () => "目前没有需要您办理的事项。",
  duplicatesLabel: () => "可能重复的申报",
  duplicates: (count: number) => `${count}对，发送「进度」查看`,
  selectionLabel: () => "择优和公布",
  selectionNone: () => "尚未择优",
  selection: (version: number, state: SelectionState) => `第${version}版，${deskPhrases.states[state]}`,
  states: {
    proposed: "待批准",
    approved: "已批准，尚未公布",
    declined: "退回修改",
    reopened: "报批后有变动，须重新批准",
    superseded: "已由新版本替代",
    published: "已公布",
  } satisfies Record<SelectionState, string>,
  progress: () => "查看进度",
  rulings: () => "口径",
  ranking: () => "排名",
  select: () => "择优",
  publish: () => "公布",
  export: () => "导出",
};
