import { textView, type View } from "../../platform/chat/view.ts";
import type { Words } from "../definition/schema/words.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { Exportable, ExportKind } from "./export-kinds.ts";

type Offered = readonly Exportable[];

const contents = {
  list: () => "推荐名单",
  ranking: () => "排名汇总",
  progress: () => "办理进度",
  rulings: () => "口径汇总表",
  form: (name: string) => name,
  formSheet: (name: string) => `${name}（批量填写的表格）`,
  clauseSheet: () => "要求表",
  reviewSheet: () => "初评表（填写分数的表格）",
  scoreSheet: () => "打印的初评表",
  listSheet: () => "推荐次序的表格",
  letter: () => "推荐函（草稿）",
} as const satisfies Record<ExportKind, (name: string) => string>;

/** 推荐名单（附件4）: the command word follows in brackets if it differs. */
const contentWords = ({ what, word, name = "申报表" }: Exportable): string => {
  const content = contents[what](name);
  return (what === "list" || what === "form" || what === "scoreSheet" || what === "listSheet") && word !== content
    ? `${content}（${word}）`
    : content;
};

/** 甲、乙或丙 */
const either = (words: readonly string[], between = "、"): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(between)}或${words.at(-1)}`;

/** 1、3至5 */
function spans(places: readonly number[]): string {
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}至${run.at(-1)}` : `${run[0]}`)).join("、");
}

export const exportPhrases = {
  typed: (word: string) => `导出 ${word}`,
  purpose: (offered: Offered) => `导出${either(offered.map(contentWords))}`,
  label: (word: string) => `导出${word}`,
  unknown: (words: string, offered: Offered, { district }: Nouns) => {
    const typed = offered.map(({ word }) => `「导出 ${word}」`);
    const all = either(typed, "");
    return `未能识别要导出的内容「${words}」，未导出。请发送${all}，后面可加${district}名称。`;
  },
  notPartOf: (what: ExportKind, offered: Offered) =>
    `本活动没有${contents[what]("申报表")}，未导出。可导出：${offered.map(contentWords).join("、")}。`,
  notYours: (name: string, { district }: Nouns) => `您不能导出${name}的材料，只能导出本${district}的。`,
  nothingAssigned: ({ verifies, case: one, district }: Nouns) =>
    verifies
      ? `您只能导出承担核验的${one}的申报表和初评表，未导出。`
      : `您目前没有可查看的${district}，没有可导出的材料。`,
  noList: (district: string, list: string) => `${district}尚未报送推荐名单或报送为无推荐，没有可导出的${list}。`,
  noLists: (list: string, { district }: Nouns) => `目前没有${district}报送推荐名单，没有可导出的${list}。`,
  noPoints: () => "目前没有已提交定稿的初评分数，没有可导出的排名。",
  sentDirect: (name: string): View => textView("已导出", `《${name}》已发送到您与家园助手的单聊。`, { tone: "done" }),
  rulingsLabel: () => "导出口径",
  rulingsNotYours: ({ organizer, approver }: Nouns) =>
    `口径汇总表由${organizer}、${approver}和审计人员导出，未导出。发送「口径」可查看现行口径。`,
  rulings: {
    sheet: () => "口径汇总表",
    title: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动口径汇总表`,
    asOf: (day: string) => `截至${day}`,
    columns: () => ["编号", "问题", "出处", "口径", "状态", "确认人", "确认时间", "决定依据", "执行"],
    statuses: {
      answered: () => "已确认",
      coming: () => "已确认，待生效",
      default: () => "默认口径",
      open: () => "待明确",
    },
    open: () => "尚未明确",
    waits: () => "，另有答复待确认",
    byProgram: (words: string) => `系统执行：${words}`,
    byPeople: () => "由人工执行",
    notes: () => ["注：状态为“默认口径”的，尚未经确认，暂按所列口径执行。"],
  },
  toast: (name: string) => `已生成《${name}》，请在单聊中查收。`,
  fileName: (title: string, part?: string) => `${title}${part === undefined ? "" : `（${part}）`}.xlsx`,

  wordName: (title: string, part?: string) => `${title}${part === undefined ? "" : `（${part}）`}.docx`,
  continued: (title: string) => `${title}（续）`,
  seal: () => "（盖章）　　　　　　年　　月　　日　　",
  sheetName: (title: string) => `${title}（批量填写）`,
  sheetHint: ({ case: noun, measure }: Nouns) =>
    `一行填一${measure}${noun}，填好后把本文件发到与家园助手的单聊，核对后一次采用。请勿改动表头；选项请从下拉列表中选择。`,
  sheetRequired: (labels: readonly string[]) => `必填：${labels.join("、")}。`,
  letterWhich: ({ district }: Nouns, example: string) =>
    `推荐函按${district}出具，请在后面注明一个${district}，例如「导出 推荐函 ${example}」。`,
  letterName: () => "推荐函（草稿）",
  letterTemplate: () => "推荐函",
  letterFields: { body: "正文" },
  letterTitle: (list: string) => `关于报送《${list}》的函`,
  letterTo: (bureau: string) => `${bureau}：`,
  letterBody: (
    district: string,
    names: readonly string[],
    { planTitle, measure, case: noun }: Nouns & { planTitle: string },
  ) => [
    `根据《${planTitle}》要求，现将${district}推荐的${names.length}${measure}${noun}报上：${names.join("、")}。`,
    "推荐情况详见所附名单，申报材料一并报送。",
    "特此函告，请予审核。",
  ],
  letterSigned: () => "（单位名称）",

  /** 校验号：40817-22615（柯桥区第1次报送，2023年9月13日） */
  checkNumbers: (reports: readonly { district: string; version: number; on: string; number: string }[]) =>
    `校验号：${reports
      .map(({ district, version, on, number }) => `${number}（${district}第${version}次报送，${on}）`)
      .join("、")}`,
  rateNote: (column: string, parts: readonly string[]) => `备注：“${column}”一栏，${parts.join("；")}。`,
  /** 序号1、3至5为入住率; an empty name: not said which. */
  rateIs: (places: readonly number[], name: string) =>
    `序号${spans(places)}${name === "" ? "未注明指标" : `为${name}`}`,
  progressTitle: (year: number, city: string, campaign: string) => `${year}年度${city}“${campaign}”活动办理进度`,
  progressSheet: () => "办理进度",
  progressAsOf: (day: string) => `截至${day}`,
  columns: ({ district, case: one, measure }: Nouns) => ({
    district,
    applied: `申报${one}（${measure}）`,
    locked: `初评已定稿（${measure}）`,
  }),
  scoreSheetName: () => "初评表",
  blankName: () => "空白",
  blankScoreSheet: () => "初评表（空白表）",
  scoreSheetHead: (
    { name, district, state }: { name: string; district: string; state: string },
    { case: { noun }, district: { noun: districtNoun } }: Words,
  ) =>
    `${noun}名称：${name === "" ? "　".repeat(14) : name}　　${districtNoun}：${district === "" ? "　".repeat(6) : district}${state === "" ? "" : `　　${state}`}`,
  /** Two lines in a narrow column. */
  scoreSheetColumns: () => [["序号"], ["评选内容"], ["评选标准"], ["分值", "（分）"], ["考核分"], ["备注"]],
  scoreSheetPart: ({ name, maxPoints }: { name: string; maxPoints: number }) =>
    maxPoints > 0 ? `${name}（${maxPoints}分）` : name,
  scoreSheetState: (finalizedAt: string | undefined, late: boolean) =>
    finalizedAt === undefined ? "初评未提交定稿" : `初评于${finalizedAt}提交定稿${late ? "（逾期）" : ""}`,
  scoreSheetFooter: (name: string, state: string, number: string) => `${name}　${state}　校验号：${number}`,
  /** @param name of the case whose points are those on the paper; undefined: of none in sight */
  scannedSheet: (paper: string, name: string | undefined, { case: noun }: Pick<Nouns, "case">) =>
    textView(
      `收到${paper}`,
      name === undefined
        ? `按校验号，该${paper}与您可以查看的各${noun}的现有分数都不一致：打印之后分数有改动，或不在您的查看范围。请重新导出核对。签字的原件由本单位留存，此处不归档。`
        : `按校验号，为“${name}”的初评，与现有分数一致。签字的原件由本单位留存，此处不归档。`,
    ),
  knockOut: () => "一票否决",
  passMark: (points: number) => `不低于${points}分方可推荐`,
  rubricNote: (text: string) => `注：${text}`,
  doesNotApply: (reason: string | undefined) => `不适用${reason === undefined ? "" : `：${reason}`}`,
  why: (reason: string) => `理由：${reason}`,
  signatures: () => [
    `评分人（签名）：${"　".repeat(14)}`,
    `负责人（签名）：${"　".repeat(8)}日期：${"　".repeat(3)}年${"　".repeat(2)}月${"　".repeat(2)}日`,
  ],
  noScoreSheet: (part: string, paper: string, isOwn: boolean) =>
    isOwn
      ? `${part}尚未开始初评，没有可导出的初评表。空白表请发送「导出 ${paper} 空白」。`
      : `${part}的初评尚未提交定稿，定稿后方可导出。空白表请发送「导出 ${paper} 空白」。`,
  total: () => "合计",
  totalOf: (done: number, of: number) => `${done}/${of}`,
  weeklyTitle: () => "办理进度汇总",
  weeklyStatus: (day: string) => `截至${day}`,
  stageLabel: () => "当前阶段",
  stage: (numeral: string, name: string) => `第${numeral}阶段　${name}`,
  nothingYet: () => "本阶段没有须报送的表格。",
  weeklyFootnote: ({ district }: Nouns) => `群内只显示汇总数。本${district}的情况请在与家园助手的单聊中发送「进度」。`,
  weeklyLabel: () => "每周进度",
};
