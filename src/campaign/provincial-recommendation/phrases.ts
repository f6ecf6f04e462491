import type { Nouns } from "../directory/nouns.ts";
import type { SelectionWords } from "../selection/words.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";
import { MOST_REASON } from "./rules.ts";

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");
const example = "报批向省推荐 甲：理由；乙：理由；丙：理由；报送时限：10月20日";
const sentExample = "登记向省报送 10月14日；文号：×建〔2023〕×号；签收：省厅收文处";
const plain = (text: string): string => text.replace(/[。.]$/u, "");

/** Of a number that is bounded on both sides: 3; otherwise what bounds it. */
const numberWords = ({ least, most }: { least: number; most: number }): string => {
  if (least === most) return `须为${least}`;
  return most === Number.POSITIVE_INFINITY ? `不得少于${least}` : `须为${least}至${most}`;
};

export const provincialPhrases = {
  word: () => "向省推荐",
  purpose: ({ case: one }: Nouns) => `查看、办理向省推荐的${one}，包括报送和省级结果`,
  proposeWord: () => "报批向省推荐",
  proposeExample: () => example,
  alsoTyped: () => `也可发送「${example}」。`,
  proposePurpose: ({ approver }: Nouns) => `按次序写明推荐对象和理由，报${approver}批准`,
  approveWord: () => "批准向省推荐",
  declineWord: () => "不批准向省推荐",
  textWord: () => "向省推荐报告",
  textPurpose: () => "生成向省推荐报告的Word草稿，文号、签发人、成文日期留空",
  sentWord: () => "登记向省报送",
  sentExample: () => sentExample,
  sentPurpose: () => "登记报送日期、文号和签收",
  resultWord: () => "登记省级结果",
  resultExample: () => "登记省级结果 内容",
  resultPurpose: () => "登记省级部门的评定结果",
  paperWord: () => "向省推荐材料",
  paperPurpose: () => "归入省级部门要求的表格，或发回的文件（先发送文件）",
  seePapersWord: () => "查看向省推荐材料",

  title: (version: number) => (version === 0 ? "向省推荐" : `向省推荐（第${version}版）`),
  decisionName: (version: number) => `向省推荐第${version}版`,
  /** State in words; an approved version that a later one replaced says by which. */
  status: ({ state, sentOn }: ProvincialRecommendation, laterVersion: number | undefined) => {
    if (state === "approved" && laterVersion !== undefined) return `已由第${laterVersion}版替代`;
    if (state === "approved" && sentOn !== undefined) return "已报送";
    return { proposed: "待批准", approved: "已批准，待报送", declined: "退回修改", superseded: "已由新版替代" }[state];
  },
  notBegun: () => "尚未拟定",
  drafted: (version: number) => `已拟第${version}版，可另拟`,
  draftClosed: () => "活动已结束。需要拟定的，请先「恢复活动」。",
  itemsHeading: () => "推荐对象及次序",
  item: (name: string, district: string, reason: string, isFallen: boolean) =>
    `${name}（${district}）：${plain(reason)}${isFallen ? "【已不在公布的名单中】" : ""}`,
  erased: () => "理由已按规定清理",
  sourceLabel: () => "来源",
  source: (day: string, { list }: SelectionWords) => `${day}公布的${list}`,
  dueLabel: () => "报送时限",
  due: (day: string | undefined, province: string) => day ?? `以${province}通知为准，尚未登记`,
  proposedLabel: () => "报批",
  decidedLabel: () => "审批",
  by: (name: string, at: string) => `${name}，${at}`,
  sentLabel: () => "报送",
  sent: (day: string, number: string | undefined) => `${day}，文号：${number ?? "待登记"}`,
  signedLabel: () => "签收",
  unsigned: () => "待登记",
  papersLabel: () => "材料",
  papers: (count: number) => `${count}份，可发送「查看向省推荐材料」`,
  resultLabel: () => "省级结果",
  noResult: () => "待登记",
  replaceHint: (names: readonly string[], isClosed: boolean) =>
    `${named(names)}已不在公布的名单中，须另行拟定一版报批${isClosed ? "（活动已结束，须先「恢复活动」）" : ""}；本版内容不变。`,
  howToDecide: () => "也可发送「批准向省推荐 依据」，或「不批准向省推荐 意见」。",
  footnote: (source: string) => `依据：${source}。由人择优确定，系统不自动推荐。`,

  draftLead: (province: string, bounds: { least: number; most: number }, { measure }: Nouns) =>
    `请按次序填写向${province}推荐的对象序号和理由（数量${numberWords(bounds)}${measure}），批准前不对外发送。`,
  numbersField: () => "推荐对象序号（按次序）",
  numbersHolder: (places: number) =>
    `按次序写上列序号，例如 ${Array.from({ length: places }, (_, at) => at * 2 + 1).join(" ")}`,
  reasonField: (place: number) => `第${place}位理由`,
  dueField: () => "报送时限",
  dueHolder: (province: string) => `${province}通知的日期，可后补`,
  submitLabel: () => "报批",
  draftAction: () => "另拟一版",
  typedDraft: () => "向省推荐 另拟",
  verdictField: () => "决定",
  decideLabel: () => "提交决定",
  approveLabel: () => "批准",
  declineLabel: () => "退回修改",
  sentOnField: () => "报送日期",
  numberField: () => "文号",
  signedField: () => "签收",
  saveLabel: () => "登记报送",
  resultField: () => "省级结果",
  saveResult: () => "登记结果",

  proposed: (version: number, { approver }: Nouns) => `向省推荐第${version}版已报${approver}，批准前不报送。`,
  decided: (version: number, verdict: "approved" | "declined", { organizer }: Nouns) =>
    verdict === "approved"
      ? `向省推荐第${version}版已批准。请${organizer}在报送后登记日期、文号和签收。`
      : `向省推荐第${version}版已退回修改，未报送。`,
  recordedSent: (version: number) => `向省推荐第${version}版的报送情况已登记。`,
  recordedResult: (version: number) => `向省推荐第${version}版的省级结果已登记。`,
  filed: (count: number) => `已归入向省推荐材料，共${count}份。`,
  filedAgain: () => "该文件已在向省推荐材料中，未重复归入。",
  placeAction: () => "作为向省推荐材料",
  typedPaper: (name: string) => `向省推荐材料 ${name}`,
  paperName: (at: number) => `向省推荐材料${at}`,
  papersSent: (count: number) => `共${count}份，随后发送。`,
  textSent: () => "Word草稿随后发送。文号、签发人、成文日期请自行填写，附件请按省级部门要求附上。",
  /** Beside a district's own result. */
  ownPlace: (name: string, province: string, place: number) => `${name}：已向${province}推荐，第${place}位`,
};

export const provincialRefusals = {
  unpublished: ({ list }: SelectionWords) => `${list}尚未公布，不能办理向省推荐，未作任何改动。请先办理“公布”。`,
  suspended: ({ list }: SelectionWords) => `${list}已暂停公布，不能办理向省推荐，未作任何改动。请待恢复或更正后再办。`,
  unlisted: ({ case: one }: Nouns) => `所选${one}不在可推荐的名单中，未报批。请发送「向省推荐 另拟」查看名单。`,
  unknown: (heads: readonly string[]) => `未能认出${named(heads)}，未报批。请写公布名单中的全称，格式：${example}。`,
  unreadable: () => `请按次序写明推荐对象和理由，未报批。格式：${example}。`,
  noNumbers: (most: number) => `未能识别推荐对象的序号，未报批。请按次序填写名单中1至${most}的序号，以空格分开。`,
  noDue: (typed: string) => `报送时限“${typed}”未能识别，未报批。请写明一个日期，例如：报送时限：10月20日。`,
  twice: (names: readonly string[]) => `${named([...new Set(names)])}重复填写，未报批。请逐位填写不同的对象。`,
  number: (count: number, bounds: { least: number; most: number }, { measure }: Nouns) =>
    `推荐数量${numberWords(bounds)}${measure}，现为${count}${measure}，未报批。请补足或删减后再报。`,
  fallen: (names: readonly string[]) => `${named(names)}已不在公布的名单中，未报批。请另选。`,
  noReason: (names: readonly string[]) => `${named(names)}未写推荐理由，未报批。请补写后再报。`,
  longReason: (names: readonly string[]) => `${named(names)}的理由请控制在${MOST_REASON}字以内，未报批。`,
  nothingWaits: () => "目前没有待批准的向省推荐，未作任何改动。",
  older: (asked: number, version: number) =>
    `第${asked}版已不是待批准的版本，未作任何改动。请核对第${version}版后再办理。`,
  which: (version: number) =>
    `审批前又重新报批，现为第${version}版，未作任何改动。请核对后写明版本，例如「批准向省推荐 第${version}版」。`,
  own: ({ approver }: Nouns) => `本版由您报批，不能由您批准，未作任何改动。请由其他${approver}办理。`,
  noOpinion: () => "请写明审批意见，未办理。例如「不批准向省推荐 请补充第2位的理由」。",
  noVerdict: () => "请选择批准或退回修改，未办理。",
  fallenSince: (names: readonly string[]) =>
    `报批后名单有变动：${names.length === 0 ? "有推荐对象" : named(names)}已不在公布的名单中，不能批准，未作任何改动。请退回修改。`,
  notApproved: () => "向省推荐尚未批准，未作任何改动。请先报批，批准后再登记。",
  notSent: () => `尚未登记报送，未登记省级结果。请先登记报送，例如「${sentExample}」。`,
  noDay: () => `请写明报送日期，未登记。格式：${sentExample}。`,
  future: () => "报送日期晚于今天，未登记。请在报送后登记。",
  beforeApproval: () => "报送日期早于批准日期，未登记。请核对后重新登记。",
  tooLong: (most: number) => `文号、签收请各控制在${most}字以内，未登记。`,
  noResult: () => "请写明省级结果，未登记。例如「登记省级结果 均评定为省级“美好家园”」。",
  resultTooLong: (most: number) => `省级结果请控制在${most}字以内，未登记。`,
  noPapers: () => "目前没有向省推荐材料。请先发送文件，再发送「向省推荐材料」。",
  nothingYet: () => "向省推荐尚未拟定，没有可查看的内容。",
  mayNotSee: () => "本卡片的内容不在您的权限内。",
};
