import { textView, type View } from "../../platform/chat/view.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { Criterion, Section } from "../scoring/rubric.ts";
import type { Face } from "./rules.ts";

const faces = {
  overview: "概况",
  requirements: "要求",
  points: "评分",
  evidence: "材料",
  history: "经过",
} as const satisfies Record<Face, string>;

/** What was done with a case, by the action that the journal has for it. */
const acts = {
  "application.submitted": "提交申报",
  "application.withdrawn": "撤回申报",
  "application.restored": "恢复申报",
  "application.exclusion-lifted": "解除不得参与",
  "requirements.answered": "填报要求",
  "application.opinion-recorded": "登记意见",
  "application.opinion-confirmed": "确认原意见",
  "application.opinion-withdrawn": "撤回意见",
  "application.slip-marked": "注明更正笔误",
  "application.slip-removed": "撤销笔误注明",
  "attachment.filed": "归入材料",
  "attachment.withdrawn": "撤回材料",
  "evidence.moved": "改放材料",
  "review.opened": "开始初评",
  "review.locked": "初评提交定稿",
  "review.reopened": "重新修改初评",
} as const;
export type Act = keyof typeof acts;

const points = (value: number): string => `${value}分`;

export const casePhrases = {
  word: () => "查看",
  example: ({ caseName }: Nouns) => `查看 ${caseName}`,
  purpose: (names: readonly Face[]) => `一张卡片查看${names.map((face) => faces[face]).join("、")}`,
  faces,
  acts: Object.keys(acts) as Act[],
  title: (district: string, name: string) => `${district}　${name}`,
  /** 全文 翠苑三区 */
  wholeWords: () => ["全文", "申报材料全文", "申报表全文"],
  wholeTitle: (name: string) => `“${name}”申报表全文`,
  noText: () => "申报表没有填写成段的内容。",
  noneToRead: ({ case: noun }: Nouns) => `目前没有可以查看的${noun}。`,
  /** Other words for a face, before a name: 评分表 雅苑. */
  faceCalled: { 评分表: "points", 打分表: "points", 得分: "points", 评分情况: "points" } as Readonly<
    Record<string, Face>
  >,
  typed: (name: string, face: Face) => `查看 ${name} ${faces[face]}`,
  notSeen: ({ case: noun, district, city, verifies }: Nouns): View =>
    textView(
      "不能查看",
      `该${noun}目前不在您可以查看的范围：${district}报送推荐名单后，${city}级方可查看${verifies ? `，评选工作组成员只查看本人承担核验的${noun}` : ""}。`,
      { tone: "closed" },
    ),
  whichTitle: () => "请选择",
  which: ({ case: noun }: Nouns, names: readonly string[]) => `请选择要查看的${noun}：${names.join("、")}。`,
  none: ({ case: noun, district, city }: Nouns): View =>
    textView(
      "没有可以查看的申报",
      `目前没有您可以查看的${noun}：提交后所属${district}随时可以查看，${city}级在推荐名单报送后可以查看；尚未提交的申报表请发送「继续」。`,
    ),
  status: {
    submitted: "已提交",
    finalized: "初评已提交定稿",
    reported: "推荐名单已报送",
    proposed: "择优待审批",
    approved: "择优已批准",
    selected: "已公布，入选",
    notSelected: "已公布，未入选",
    excluded: "不得参与",
    withdrawn: "已撤回",
  } as const,
  lacking: (parts: readonly string[]) => `还缺：${parts.join("，")}。`,
  proof: (strip: string) => `${strip}。`,
  masked: ({ district }: Nouns) => `个人信息仅显示部分，完整内容由所属${district}掌握。`,
  looked: (name: string, row: string) => `一条的材料可发送「材料 ${name} ${row}」查看。`,
  notFinal: () => "初评尚未提交定稿，提交定稿后在此列出各条得分。",
  blind: (ruling: string | undefined) =>
    `您承担核验评分，提交本人评分后方可查看初评分${ruling === undefined ? "" : `（口径${ruling}）`}。`,
  section: ({ numeral, name }: Pick<Section, "numeral" | "name">) => `${numeral}、${name}`,
  row: (
    { id, short, maxPoints }: Pick<Criterion, "id" | "short" | "maxPoints">,
    value: string,
    { reason, remark }: { reason: string | undefined; remark: string | undefined },
  ) =>
    `${id} ${short}：${value}${maxPoints > 0 ? `/${points(maxPoints)}` : ""}${reason === undefined ? "" : `；理由：${reason}`}${remark === undefined ? "" : `；备注：${remark}`}`,
  given: (value: number) => String(value),
  notApplicable: (value: number) => `不适用，计${value}`,
  knockedOut: () => "否决",
  passed: () => "通过",
  unscored: () => "未评分",
  histories: (who: string, what: string, at: string) => `${at}　${who}${what}`,
  act: (act: Act, times: number) => `${acts[act]}${times > 1 ? `（${times}次）` : ""}`,
  resubmitted: () => "修改并重新提交申报",
  filed: (kind: "evidence" | "paper", count: number) =>
    `${kind === "evidence" ? "归入证明材料" : "归档盖章件等"}${count}份`,
  listReported: (version: number) => `报送推荐名单（第${version}版）`,
  listTakenBack: (version: number) => `恢复推荐名单（第${version}版）`,
  listWithdrawn: (version: number) => `撤回推荐名单（第${version}版）`,
  proposed: (version: number, selected: boolean) => `提请审批择优第${version}版，拟${selected ? "入选" : "不入选"}`,
  decided: (version: number, approved: boolean) => `${approved ? "批准" : "退回修改"}择优第${version}版`,
  published: (selected: boolean) => `公布名单，${selected ? "入选" : "未入选"}`,
  onBehalf: (who: string) => `${who}（代填）`,
  system: () => "系统",
  doneHeading: () => "办理经过",
  earlier: (count: number) => `更早的记录另有${count}条，见操作留痕。`,
  nothing: () => "尚无记录。",
};
