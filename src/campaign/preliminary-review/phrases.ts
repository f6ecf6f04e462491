import type { View } from "../../platform/chat/view.ts";
import type { PointDefect } from "../scoring/points.ts";
import type { Criterion, Section } from "../scoring/rubric.ts";

const joined = (ids: readonly string[]) => ids.join("、");

export const reviewPhrases = {
  title: (name: string) => `初评：${name}`,
  scoring: () => "评分中",
  locked: () => "已锁定",
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
  savePage: () => "保存本页",
  savedPage: () => "本页已保存。",
  back: () => "上一页",
  next: () => "下一页",
  leave: () => "保存退出",
  lock: () => "锁定",
  listUnanswered: () => "未答",
  recommend: () => "推荐",
  defect: ({ id, maxPoints }: Criterion, defect: PointDefect) => {
    if (defect.kind === "outOfRange") return `${id}应在0至${maxPoints}分之间，未保存。`;
    if (defect.kind === "partial") return `${id}达到得${maxPoints}分，达不到得0分，不能给中间分（口径R4），未保存。`;
    return `${id}应以${defect.step}分为一档（口径R3），未保存。`;
  },
  notANumber: (id: string) => `${id}应填写数字，未保存。`,
  noSuchRow: (id: string) => `没有条目${id}，未保存。`,
  ask: ({ id, maxPoints, text }: Criterion) => `请给【${id}】打分（0至${maxPoints}分）：${text}`,
  reasonAsk: (rows: readonly string[]) => `低于满分的${joined(rows)}还没有理由，建议回复「${rows[0]} 分数 理由」补充。`,
  saved: (given: readonly { id: string; points: number }[]) =>
    `已记录：${given.map(({ id, points }) => `${id}为${points}分`).join("，")}。`,
  section: ({ numeral, name, maxPoints }: Section, points: number) => `${numeral}、${name}：${points}/${maxPoints}分`,
  unansweredTitle: (name: string) => `未答条目：${name}`,
  unanswered: (ids: readonly string[]) =>
    ids.length === 0 ? "没有未答条目，可以锁定。" : `还有${ids.length}条未答：${joined(ids)}。`,
  allAnswered: () => "25条均已评分。核对无误后请锁定；锁定后不能修改，并可列入推荐。",
  noReason: (ids: readonly string[]) => `低于满分但未写理由的条目：${joined(ids)}（系统建议补充，非文件规定）。`,
  lockedLead: (at: string) => `初评已于${at}锁定，分数不再修改。`,
  leftLead: () => "已保存。随时可从中断处继续。",
  goOn: () => "继续初评",
  footnote: () => "依据：实施方案附件2、第15行。分数只有本地区和市级可见。",
  cannotLock: (ids: readonly string[]) => `还有${ids.length}条未答，不能锁定：${joined(ids)}。已评分数均已保存。`,
  lockedAlready: (name: string) => `“${name}”的初评已锁定，分数未改动。`,
  excluded: (name: string, why: string) => `“${name}”不能初评：${why}`,
  withdrawn: (name: string) => `“${name}”已撤回，不能初评。`,
  notOwn: () => "您只能初评本地区的小区，未作任何改动。",
  noneOpen: () => "目前没有正在初评的小区。请发送「初评 小区名称」。",
  lockedReply: (name: string, total: number): View => ({
    title: `已锁定：${name}`,
    tone: "done",
    body: [{ kind: "text", text: `${name}初评总分${total}分，已锁定。下一步请发送「推荐」。` }],
    actions: [{ id: "recommendation.start", label: "推荐", typed: "推荐", look: "primary" }],
  }),
};
