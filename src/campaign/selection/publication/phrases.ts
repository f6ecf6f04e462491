import type { Reading } from "../../definition/rulings-in-force.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { SelectionWords } from "../words.ts";

export const publicationPhrases = {
  spreadLead: (day: string, cases: string) => `${day}公布，共${cases}，按方案所列次序排列。`,
  spreadWords: (names: readonly string[], { cases }: Nouns) =>
    names.length === 0 ? "无" : `${cases(names.length)}：${names.join("、")}`,
  spreadLine: (district: string, words: string) => `${district}：${words}`,
  purpose: ({ list }: SelectionWords) => `核对并公布已批准的${list}`,
  openRulings: (open: readonly Reading[], { approver }: SelectionWords) =>
    `不能公布：${open.map(({ ruling, question }) => `口径${ruling}「${question}」`).join("、")}尚未答复。请先发送「口径」，由${approver}答复后再公布。`,
  nothing: ({ list, approver }: SelectionWords) =>
    `目前没有已批准的${list}，不能公布。请先发送「择优」，报${approver}批准后再公布。`,
  notApproved: (version: number, { list, approver }: SelectionWords) =>
    `${list}第${version}版尚未批准，不能公布。请${approver}批准后再公布。`,
  declined: (version: number, { list }: SelectionWords) =>
    `${list}第${version}版未获批准，不能公布。请重新择优并报批。`,
  already: (at: string, { list }: SelectionWords) => `${list}已于${at}公布，不能重复公布。`,
  obstacles: (reasons: readonly string[]) => `不能公布：${reasons.join("；")}。名单有变的，请重新择优并报批。`,
  reopened: (version: number, { list, approver }: SelectionWords) =>
    `${list}第${version}版报批后有变动，不能公布。请先重新报批，由${approver}批准后再公布。`,
  noCityPoints: (ruling: string, names: readonly string[], { city, measure }: SelectionWords) =>
    `不能公布：口径${ruling}以${city}级自评分为准，系统中尚无以下${names.length}${measure}的${city}级评分：${names.join("、")}。`,
  cannot: (reason: string) => `不能公布：${reason}`,
  /** A second reason. */
  besides: (reason: string) => `另，${reason}`,
  noGroup: () => "活动群尚未绑定，无法公布。请在活动群内@家园助手发送「绑定本群 活动群」。",
  changed: () => "名单在您核对之后有变化，未公布。请发送「公布」重新核对。",
  notPreviewed: () => "请先核对以下内容，再发送「确认公布」。",

  outcomeLabel: ({ city }: Nouns) => `${city}级名单`,
  outcomeCount: (day: string, count: number, { cases }: Nouns) => `已于${day}公布，共${cases(count)}`,

  previewTitle: () => "公布前请核对",
  previewStatus: (version: number) => `第${version}版，尚未公布`,
  toLabel: () => "发送对象",
  to: (group: string, bodies: string | undefined) => (bodies === undefined ? group : `${group}（${bodies}）`),
  contentLabel: () => "发送内容",
  content: (count: number, { cases, scored }: SelectionWords) =>
    `${cases(count)}的名单，不含${scored ? "分数、名次和" : ""}择优理由`,
  approvedLabel: () => "批准",
  approved: (by: string, at: string) => `${by}，${at}`,
  verifiedLabel: () => "核验",
  unverified: () => "系统中无核验记录",
  someVerified: () => "已有核验打分，请发送「排名」「核验情况」查看",
  pending: (names: readonly string[], { pending }: SelectionWords) => `${names.join("、")}的${pending}，请核对。`,
  ruling: (id: string) => `口径${id}`,
  /** The question that the ruling answers, and how it is read. */
  read: (question: string, reading: string) => `${question}${/[？?]$/u.test(question) ? "" : "："}${reading}`,
  defaultOf: (id: string) => `按默认口径，全文可发送「口径 ${id}」查看`,
  openReturns: (returned: readonly { name: string; dueOn: string }[]) =>
    `${returned.map(({ name, dueOn }) => `“${name}”已退回补正（期限${dueOn}）`).join("，")}，尚未报送补正。公布之后不再接收补正，请确认无须等待。`,
  restDay: (day: string) => `今天（${day}）为休息日，请确认须在今天公布。`,
  confirmLabel: () => "确认公布",
  once: () => "公布后不能收回；确有错误的，可发送「更正」，报批后更正。",

  listTitle: (year: number, city: string, list: string) => `${year}年度${city}${list}`,
  /** Default, if the plan does not name the list. */
  listName: (campaign: string, noun: string) => `“${campaign}”${noun}名单`,
  published: () => "已公布",
  /** @param title with year and city: 2023年度绍兴市“美好家园”小区名单 */
  listLead: (title: string, count: number, { cases }: SelectionWords) =>
    `经评选，现将${title}（共${cases(count)}）公布如下。`,
  listColumns: ({ district, caseName }: SelectionWords) => ["序号", district, caseName],
  listFootnote: (
    { source, bureau, contact }: { source: string; bureau: string; contact: { name: string; phone: string } },
    { district }: SelectionWords,
  ) =>
    `公布单位：${bureau}。依据：${source}。按${district}排列，不分先后。联系人：${contact.name}，电话${contact.phone}。`,
  doneTitle: () => "已公布",
  done: (group: string, { list }: SelectionWords) => `${list}已公布，名单已发到${group}。`,
  doneToast: ({ list }: SelectionWords) => `${list}已公布。`,
};

const example = "更正 第3行“误写的名称”应为“正确的名称”；理由：录入有误";

export const correctionPhrases = {
  label: () => "更正",
  example: () => "更正 内容；理由：……",
  purpose: ({ list, approver }: SelectionWords) => `公布后更正${list}，报${approver}批准后随名单显示`,
  title: (number: number) => `公布名单的更正（第${number}次）`,
  states: { proposed: "待批准", approved: "已批准", declined: "退回修改", superseded: "已由新的更正替代" },
  /** Name under which the decision's authority is registered. */
  decisionName: (number: number) => `名单更正第${number}次`,
  textLabel: () => "更正内容",
  reasonLabel: () => "更正理由",
  proposedLabel: () => "报批",
  by: (name: string, at: string) => `${name}，${at}`,
  how: () => "也可发送「批准更正」，或「不批准更正 意见」。",
  verdictField: () => "决定",
  submitLabel: () => "提交决定",
  approveLabel: () => "批准更正",
  declineLabel: () => "不批准更正",
  proposed: (number: number, { approver }: SelectionWords) =>
    `第${number}次更正已报${approver}。批准前，已公布的名单不变。`,
  decided: (number: number, verdict: "approved" | "declined") =>
    verdict === "approved"
      ? `第${number}次更正已批准，已随名单发到活动群。原名单保留在记录中。`
      : `第${number}次更正已退回修改，已公布的名单不变。`,
  corrected: () => "已公布，有更正",
  shown: (text: string, at: string) => `更正（${at}）：${text.replace(/[。.]$/u, "")}。`,
};

export const correctionRefusals = {
  nothingPublished: ({ list }: SelectionWords) => `${list}尚未公布，无须更正，未作任何改动。`,
  unreadable: () => `请写明更正的内容和理由，未报批。格式：${example}。`,
  tooLong: (most: number) => `更正内容和理由请各控制在${most}字以内，未报批。`,
  nothingWaits: () => "目前没有待批准的更正，未作任何改动。",
  noOpinion: ({ case: one }: Nouns) => `请写明审批意见，未办理。例如「不批准更正 请核对${one}名称后再报」。`,
  noVerdict: () => "请选择批准或不批准，未办理。",
};
