import { type Action, textView } from "../../platform/chat/view.ts";
import { withoutStop } from "../../shared/without-stop.ts";
import type { Nouns } from "../directory/nouns.ts";

const joined = (ids: readonly string[]) => ids.join("、");

/** In characters: what stands on a button. */
const SHORT_REST = 16;

export const reviewPhrases = {
  /** As work that is not finished. */
  begun: (name: string) => `“${name}”的初评`,
  title: (name: string) => `初评：${name}`,
  scoring: () => "评分中",
  scoringOn: (page: string) => `评分中，${page}`,
  left: () => "已保存",
  confirming: () => "待确认",
  finalizedFor: (by: string) => `定稿${by}；需要更正的，所属经办人可以重新修改。`,
  finalized: () => "已提交定稿",
  savePage: () => "保存本页",
  back: () => "上一页",
  next: () => "下一页",
  leave: () => "保存退出",
  finalize: () => "提交定稿",
  /** @param name of the open sheet's case */
  strangeCase: ({ called, rest }: { called: string; rest: string }, name: string, { case: noun }: Nouns) =>
    `没有名为“${called}”的已提交的${noun}，未保存。“${name}”的分数请只写「${rest}」；其他${noun}的，请写「初评 ${noun}名称 条目 分数」。`,
  notYetFinal: () => "尚未提交定稿。核对无误的，请点击或回复「提交定稿」。",
  confirmAsked: (name: string) => `提交“${name}”的初评定稿`,
  confirmTyped: (name: string) => `确认定稿 ${name}`,
  confirmFinalize: () => "确认定稿",
  goBack: () => "返回修改",
  listUnanswered: () => "未评分条目",
  recommend: () => "推荐",
  settled: () => "已按您的选择处理。",
  notShown: () => "尚未定稿：请先核对以下分数，无误后再确认。",
  lookFirst: () => "尚未定稿：同事有新的改动，已列出，请核对后再确认。",
  unanswered: (ids: readonly string[]) =>
    ids.length === 0 ? "各条目均已评分，可以提交定稿。" : `还有${ids.length}条未评分：${joined(ids)}。`,
  unansweredReply: (name: string, ids: readonly string[]) =>
    textView(`未评分条目：${name}`, reviewPhrases.unanswered(ids)),
  /** Points of another case, sent while this one's sheet is open. */
  /** @param rest what is said of it, as it can be sent behind its name @param isFinal whether its points are */
  otherCaseReply: (name: string, other: string, { rest = "", isFinal = false } = {}) => {
    const short = rest === "" || [...rest].length > SHORT_REST ? [] : [`初评 ${other} ${rest}`];
    const typed = isFinal ? [`重新修改 ${other}`] : [`初评 ${other}`, ...short];
    const way = isFinal
      ? `“${other}”的初评已提交定稿，确需修改的，请发送「重新修改 ${other}」并说明理由`
      : `给“${other}”打分的，请先发送「初评 ${other}」，再重新发送`;
    return textView(
      reviewPhrases.title(name),
      `内容写的是“${other}”，现在打分的是“${name}”，整条未保存。${way}；确为“${name}”的，请删去名称后重新发送。`,
      { actions: typed.map((one) => ({ id: "", label: one, typed: one, look: "default" as const })) },
    );
  },
  startPurpose: () => "对照评选标准逐条打分",
  word: () => "初评",
  noSheetOpen: ({ caseName }: Nouns) => `目前没有打开的初评，分数未改动。请先发送「初评 ${caseName}」，再发送分数。`,
  notPoints: (said: string) =>
    textView("未能识别", `“${said}”未能识别为条目和分数，未作任何改动。请按「条目 分数 理由」填写，每条一行。`),
  startExample: ({ caseName }: Nouns) => `初评 ${caseName}`,
  byFiguresExample: ({ caseName }: Nouns) => `按数据评分 ${caseName}`,
  byFiguresPurpose: ({ city }: Nouns) => `按已填数据和${city}级名单给尚未评分的条目记分`,
  byFiguresHint: (ids: readonly string[]) =>
    `${joined(ids)}可按「按数据记分」一次记入，也可回复「按数据评分」：达到的记满分，未达到的记0分，已评的不变。`,
  byFigures: () => "按数据记分",
  restFull: () => "其余满分",
  differencesLead: () => "以下条目与同一对象的其他评分不一致，请核对（系统建议，非文件规定）：",
  noFigures: () => "尚未评分的条目中，没有可按数据记分的，分数未改动。",
  listUnansweredExample: ({ caseName }: Nouns) => `未评分条目 ${caseName}`,
  finalizeExample: ({ caseName }: Nouns) => `提交定稿 ${caseName}`,
  finalizePurpose: () => "提交初评定稿，提交前先列出影响",
  allAnswered: (rows: number, recommends: boolean) =>
    `${rows}条均已评分，请核对后提交定稿${recommends ? "，定稿后可列入推荐" : ""}。`,
  /** What 提交定稿 brings about. @param next what comes after it in place of 推荐 */
  /** Rows named in what was refused and not said again; some perhaps only beside others, as in 同2-3. */
  refusedBefore: (rows: readonly string[]) =>
    `此前有内容未能保存，其中写到${rows.join("、")}，各条现有的分数和理由未作改动；需要改动的，请先写明再提交定稿。`,
  confirmLead: (
    name: string,
    total: number,
    { city, recommends, next }: { city: string; recommends: boolean; next?: string },
  ) => {
    const lead = `即将提交“${name}”的初评定稿，总分${total}分。定稿后`;
    if (next !== undefined) return `${lead}，${next}`;
    return `${lead}：${city}级可以看到总分${recommends ? "；可以列入推荐名单；推荐名单报送前，说明理由可「重新修改」" : "；说明理由可「重新修改」"}。`;
  },
  confirmHint: () => "请按「确认定稿」，或回复「确认定稿」。",
  goBackUnsaved: () => "返回修改（不保存原因）",
  /** @param bound why it cannot be changed any more */
  finalizedLead: (at: string, bound: string | undefined) => `初评已于${at}提交定稿。${bound ?? ""}`,
  /** @param given rows that have their points */
  leftLead: (given: number) => `${given > 0 ? `已评的${given}条均已保存。` : "尚未评分。"}随时可从中断处继续。`,
  cancelled: (name: string, given: number) =>
    textView(
      `初评：${name}`,
      `已停止评分，未提交定稿。${given > 0 ? `已评的${given}条均已保存，` : ""}发送「初评 ${name}」可接着评。`,
      { tone: "closed" },
    ),
  goOn: () => "继续初评",
  /** @param ruling that may open the ranking before 公布; undefined without a ranking */
  footnote: (source: string, ruling: string | undefined, { district, city }: Nouns) =>
    `依据：${source}。分数只有本${district}和${city}级可见${ruling === undefined ? "" : `；公布后，或公布前口径${ruling}允许的，可随排名发到活动群`}。`,
  /** @param given rows that have their points */
  cannotFinalize: (ids: readonly string[], given: number) =>
    given === 0
      ? `各条均未评分，不能提交定稿，未作任何改动。`
      : `还有${ids.length}条未评分，不能提交定稿：${joined(ids)}。已评的${given}条均已保存。`,
  unfit: (ids: readonly string[]) => `${joined(ids)}的分数不合现行口径，不能提交定稿，请重新打分。已评分数均已保存。`,
  late: () => "逾期",
  lateReason: () => "逾期原因",
  whyLate: (due: string, name: string) =>
    `初评截止日（${due}）已过，仍可提交定稿，将注明逾期，须写明逾期原因。可在下方填写，也可发送「确认定稿 ${name} 逾期原因 材料补齐较晚」。`,
  lateLine: (reason: string | undefined) =>
    `本初评为逾期定稿${reason === undefined ? "" : `，原因：${withoutStop(reason)}`}。`,
  askedWhy: () => "尚未定稿：请写明逾期原因。",
  toldLate: (district: string, name: string, reason: string) =>
    textView(`逾期初评：${district}“${name}”`, `该初评在截止日后提交定稿，原因：${withoutStop(reason)}。`, {
      tone: "near",
    }),
  marksStay: (names: string) => `已提交定稿的初评不重新认定是否逾期：${names}`,
  finalizedAlready: (name: string, bound: string | undefined) =>
    `“${name}”的初评已提交定稿，分数未改动。${bound ?? `确需修改的，请发送「重新修改 ${name}」并说明理由。`}`,
  excluded: (name: string, why: string) => `“${name}”不能初评：${why}`,
  /** @param total in hundredths */
  affected: (total: number) => `初评总分${total / 100}分，保留不变。`,
  outOfReview: () => "该申报已撤回，不再参加评选，评分保留。",
  withdrawn: (name: string) => `“${name}”已撤回，不能初评。`,
  notOwn: ({ district, case: noun }: Nouns) => `您只能初评本${district}的${noun}，未作任何改动。`,
  nextIsList: () => "下一步请发送「推荐」。",
  /** Last parameter: `barred` reason against recommendation, as a sentence. */
  finalizedReply: (
    name: string,
    total: number,
    { barred, next }: { barred?: string; next?: { words: string; action: Action } },
  ) =>
    textView(`已提交定稿：${name}`, `${name}初评总分${total}分，已提交定稿。${barred ?? next?.words ?? ""}`, {
      tone: "done",
      actions: next ? [next.action] : [],
    }),
};

export const reopeningPhrases = {
  word: () => "重新修改",
  example: ({ caseName }: Nouns) => `重新修改 ${caseName}`,
  purpose: (recommends: boolean) => `说明理由后修改已提交定稿的初评${recommends ? "，限推荐名单报送前" : ""}`,
  title: (name: string) => `重新修改：${name}`,
  asking: () => "待说明理由",
  asked: () => "请说明理由。",
  question: (recommends: boolean) =>
    `重新修改后：已评分数保留，可以逐条修改；须再次提交定稿${recommends ? "，方可列入推荐" : ""}。请说明理由，200字以内。`,
  reasonField: () => "重新修改的理由",
  typed: (name: string, reason: string) => `重新修改 ${name} 理由：${reason}`,
  reasonHolder: () => "例如：漏看一份材料",
  reopened: () => "已转为可修改，原分数保留。修改后请再次提交定稿。",
  reopenedLine: (at: string, reason: string | undefined) =>
    `曾于${at}重新修改${reason === undefined ? "" : `，理由：${reason}`}。`,
  noPart: () => "该申报已撤回或不得参与，初评不再修改。",
  tooLong: () => "理由请控制在200字以内，分数未改动。",
  pointsAfter: () => "分数请在重新修改之后按「条目 分数 理由」发送。",
  rowsInReason: (row: string) =>
    `重新修改的理由下方另有得分（「${row}」），未转为可修改，分数未改动。请先只写理由，转为可修改后再发送得分。`,
  notOfReason: (said: string) => `「${said}」没有作为重新修改的理由，分数未改动。请只写理由，例如：漏看一份材料。`,
  noReason: () => "请说明重新修改的理由，分数未改动。例如：漏看一份材料。",
  notFinal: (name: string) => `“${name}”的初评尚未提交定稿，可直接修改。请发送「初评 ${name}」。`,
  bound: (why: string) => `${why}分数未改动。`,
};
