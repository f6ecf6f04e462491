import type { Nouns } from "../../directory/nouns.ts";
import type { SelectionState } from "../../selection/selection.ts";

const states: Readonly<Record<SelectionState, string>> = {
  proposed: "待审批",
  approved: "已批准，尚未公布",
  declined: "已退回修改",
  reopened: "须重新批准",
  superseded: "已由新版本替代",
  published: "已公布",
};

export const standingPhrases = {
  title: (name: string) => `办理情况：${name}`,
  paperTitle: () => "报送情况",
  scoresTitle: () => "初评分数",
  approvalTitle: () => "审批情况",
  datesTitle: () => "截止日期",
  /** How many cases the own districts have. */
  counted: (
    { applied, filling, excluded }: { applied: number; filling: number; excluded: number },
    { cases, measure }: Nouns,
  ) => {
    const parts = [
      ...(applied > 0 ? [`已提交${applied}${measure}`] : []),
      ...(filling > 0 ? [`填写中${filling}${measure}`] : []),
      ...(excluded > 0 ? [`不得参与${excluded}${measure}`] : []),
    ];
    return parts.length === 0 ? `共${cases(0)}。` : `共${cases(applied + filling + excluded)}：${parts.join("，")}。`;
  },
  noDates: () => "目前没有须在某日前报送的材料。",
  lacking: (name: string, { required, optional }: { required: readonly string[]; optional: readonly string[] }) => {
    const must = required.length === 0 ? "必填项已填齐" : `还缺必填${required.length}项：${required.join("、")}`;
    const may = optional.length === 0 ? "" : `；选填未填${optional.length}项：${optional.join("、")}`;
    return `正在填写的“${name}”${must}${may}。`;
  },
  filledIn: () => "已填报",
  /** Of what is in, too, the day is said. */
  dated: (due: string, words: string) => `${due}，${words}`,
  line: (label: string, words: string) => `${label}：${words}`,
  total: (name: string, total: string, { done, of }: { done: number; of: number }, isFinal: boolean) =>
    `${name}：${total}，${isFinal ? "已提交定稿" : `已评${done}/${of}条，尚未提交定稿`}`,
  noScores: () => "目前没有您可以查看的初评分数。",
  notScored: (name: string) => `“${name}”的初评尚未开始，没有分数。打分请发送「初评 ${name}」。`,
  selection: (version: number, state: SelectionState) => `择优第${version}版：${states[state]}。`,
  noSelection: () => "择优尚未提请审批。",
  published: (city: string) => `${city}级名单已公布。`,
  notPublished: (city: string) => `${city}级名单尚未公布。`,
};
