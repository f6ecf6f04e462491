import type { PointDefect } from "./points.ts";
import type { Criterion, Section } from "./rubric.ts";

const joined = (ids: readonly string[]) => ids.join("、");

export const scoringPhrases = {
  total: (points: number, all: number) => `${points}分（满分${all}分）`,
  totalLabel: () => "当前总分",
  doneLabel: () => "已评条目",
  done: (done: number, all: number) => `${done}/${all}条`,
  lead: () =>
    "请对照评选标准逐条打分。可在下方表单中分页填写，也可直接回复，例如「1-2 3 理由」给一条打分，「一 4 4 3 5 3」给一个部分打分，「其余满分」。",
  row: ({ id, maxPoints, text }: Criterion) => `${id}（${maxPoints}分）${text}`,
  fieldLabel: ({ id, short, maxPoints }: Criterion) => `${id} ${short}（0至${maxPoints}分）`,
  reasonLabel: ({ id }: Criterion) => `${id}理由`,
  reasonPlaceholder: (given: boolean) => (given ? "已填，留空则不改" : "低于满分时说明"),
  range: ({ maxPoints }: Criterion) => `0至${maxPoints}`,
  defect: ({ id, maxPoints }: Criterion, defect: PointDefect) => {
    if (defect.kind === "outOfRange") return `${id}应在0至${maxPoints}分之间，未保存。`;
    if (defect.kind === "partial") return `${id}达到得${maxPoints}分，达不到得0分，不能给中间分（口径R4），未保存。`;
    return `${id}应以${defect.step}分为一档（口径R3），未保存。`;
  },
  notANumber: (id: string) => `${id}应填写数字，未保存。`,
  noSuchRow: (id: string) => `没有条目${id}，未保存。`,
  noReasonToFollow: (id: string) => `${id}没有可沿用的理由，理由未保存，请写明理由。`,
  ask: ({ id, maxPoints, text }: Criterion) => `请给【${id}】打分（0至${maxPoints}分）：${text}`,
  reasonAsk: (rows: readonly string[]) => `低于满分的${joined(rows)}还没有理由，建议回复「${rows[0]} 分数 理由」补充。`,
  saved: (given: readonly { id: string; points: number }[]) =>
    `已记录：${given.map(({ id, points }) => `${id}为${points}分`).join("，")}。`,
  section: ({ numeral, name, maxPoints }: Section, points: number) => `${numeral}、${name}：${points}/${maxPoints}分`,
  noReason: (ids: readonly string[]) => `低于满分但未写理由的条目：${joined(ids)}（系统建议补充，非文件规定）。`,
};
