import type { CivilDate } from "../../shared/civil-date.ts";
import type { NoticePeriod } from "../definition/notice-days.ts";
import { dayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { SelectionWords } from "../selection/words.ts";
import type { NoticeContact, NoticePhase } from "./notice.ts";

const daysOf = ({ days, workingDays }: NoticePeriod): string => `${days}个${workingDays ? "工作日" : "自然日"}`;
const span = (from: string, to: string): string => (from === to ? from : `${from}至${to}`);

export const noticePhrases = {
  word: () => "公示",
  purpose: ({ list }: SelectionWords) => `核对并开始公示已批准的${list}`,
  textWord: () => "公示文本",
  textPurpose: () => "查看公示的文字，可复制到网站、公告栏；另发Word文件",
  extendWord: () => "延长公示",
  extendExample: () => "延长公示 10月16日",
  extendPurpose: () => "推迟公示的截止日期",
  proofWord: () => "公示证明",
  proofPurpose: () => "把刚发来的公示照片、截图或网址归档",
  confirmWord: () => "确认公示",

  title: (version: number, { list }: SelectionWords) => `${list}公示（第${version}版）`,
  notBegun: () => "尚未开始公示",
  phases: {
    coming: "尚未到公示开始日",
    running: "公示中",
    over: "公示期满",
    stopped: "公示已中止",
  } satisfies Record<NoticePhase, string>,
  lead: (ruling: string, period: NoticePeriod, { approver }: SelectionWords) =>
    `${approver}已批准本版本。按口径${ruling}，公布前须公示${daysOf(period)}${period.firstDayCounts ? "，首日计入" : "，首日不计入"}。请核对名单，填写起止日期后开始公示。`,
  checked: (count: number, { measure }: SelectionWords) => `已重新核对：${count}${measure}均仍符合条件。`,
  toLabel: () => "公示对象",
  to: (group: string) =>
    `社会公众（网站、公告栏由贵单位张贴，文字由本系统提供）${group === "" ? "；活动群尚未绑定，不向群发送" : `；${group}`}`,
  contentLabel: () => "公示内容",
  content: (count: number, { cases, scored }: SelectionWords) =>
    `${cases(count)}的拟入选名单，不含${scored ? "分数、名次、" : ""}择优理由和个人姓名`,
  daysLabel: () => "公示时间",
  days: (from: string, to: string) => `${span(from, to)}（至${to}24:00止）`,
  earliest: (begins: string, ends: string) => `${begins}开始的，最早可于${ends}24:00期满`,
  columns: ({ district, caseName }: SelectionWords) => ["序号", district, caseName],
  beginField: () => "公示开始日期",
  endField: () => "公示截止日期",
  departmentField: () => "受理部门",
  phoneField: () => "受理电话",
  emailField: () => "邮箱",
  addressField: () => "地址",
  optionalHolder: () => "不填则公示中不写",
  submitLabel: () => "开始公示",
  typedHint: () =>
    "也可发送「公示 10月9日至10月13日」，另写「；受理部门：……；电话：……；邮箱：……；地址：……」，核对后发送「确认公示」。",
  confirmHint: () => "核对无误请发送「确认公示」，即开始公示；发送「取消」则不办理。",
  restDay: (days: readonly CivilDate[]) => `${days.map(dayWords).join("、")}为休息日，请确认当日确可公示。`,
  pastBegin: (day: string) => `开始日期${day}早于今天，请确认当日已实际张贴公示。`,
  contactMissing: (labels: readonly string[]) => `${labels.join("、")}未填写，公示中不写。`,

  begun: (from: string, to: string, { isComing, hasGroup }: { isComing: boolean; hasGroup: boolean }) =>
    `公示已登记：${span(from, to)}。${hasGroup ? `名单${isComing ? "届时发到" : "已发到"}活动群。` : "活动群尚未绑定，名单未发到群。"}请按「公示文本」在网站、公告栏张贴，并归档公示证明。`,
  extended: (to: string) => `公示已延长至${to}24:00，公示文字已更新，请同步更正已张贴的内容。`,
  begunBy: (name: string, at: string) => `${name}，${at}`,
  begunLabel: () => "登记",
  contactLabel: () => "受理",
  proofLabel: () => "公示证明",
  proof: (count: number, page: string | undefined) =>
    [...(count === 0 ? [] : [`图片、文件${count}份`]), ...(page === undefined ? [] : [`网址${page}`])].join("；") ||
    "尚未归档，请发送公示的照片、截图或网址",
  running: (to: string, next: string) => `公示至${to}24:00期满，最早可于${next}公布。`,
  /** @param hindrance what stands against 公布 besides, as a sentence */
  over: (hindrance: string | undefined) =>
    hindrance === undefined ? "公示期满，可以公布。请发送「公布」，先核对公布内容。" : `公示期满。${hindrance}`,
  overPublished: ({ list }: SelectionWords) => `公示期满，${list}已公布。`,
  stopped: ({ list }: SelectionWords) => `${list}在公示后有变动，本次公示已中止。新版本批准后须重新公示。`,
  actionBegin: () => "公示",
  placeAction: () => "作为公示证明",
  typedProof: (name: string) => `公示证明 ${name}`,
  filed: (count: number) => `已归档公示证明，现有${count}份。`,
  filedAgain: () => "该文件此前已作为公示证明归档，未重复归档。",
  pageFiled: (page: string) => `已归档公示网址：${page}。`,
  proofName: (number: number, at: number) => `公示证明_第${number}次公示_${at}`,
  seeProofWord: () => "查看公示证明",
  proofSent: (count: number) => `公示证明共${count}份，随后发送。`,

  factLabel: () => "公示",
  fact: (from: string, to: string, phase: NoticePhase, proofs: number) =>
    `${span(from, to)}，${noticePhrases.phases[phase]}，公示证明${proofs === 0 ? "尚未归档" : `${proofs}份`}`,

  /** @param title of the list to be published: 2023年度绍兴市“美好家园”小区名单 */
  template: () => "公示",
  fields: { lead: "缘由", days: "公示时间", list: "名单", order: "排列说明", ways: "反映方式", contact: "受理方式" },
  posted: (title: string) => `${title.replace(/名单$/u, "")}拟入选名单公示`,
  textLead: (said: { source: string; count: string; verifies: boolean }) =>
    `根据${said.source}，经${said.verifies ? "各地推荐、核验、" : "推荐、"}择优，拟确定以下${said.count}入选，现予公示。`,
  textDays: (from: string, to: string) => `公示时间：${span(from, to)}（至${to}24:00止）。`,
  textDistrict: (district: string, names: readonly string[]) => `${district}：${names.join("、")}`,
  textWays: (bureau: string) =>
    `公示期间，对拟入选名单有异议的，可通过来电、来信、来访等方式向${bureau}反映。反映情况应当客观真实，提倡署名并留下联系方式，以便核实和答复。`,
  textContact: ({ department, phone, email, address }: NoticeContact) => [
    `受理部门：${department}`,
    `联系电话：${phone}`,
    ...(email === undefined ? [] : [`电子邮箱：${email}`]),
    ...(address === undefined ? [] : [`联系地址：${address}`]),
  ],
  textOrder: ({ district }: Nouns) => `（按${district}排列，不分先后）`,
  textDate: () => "　　　　年　　月　　日",
  textFootnote: () => "文字可直接复制；Word文件随后发送。落款日期请自行填写。",
  wordName: (title: string) => `${title}.docx`,
  textStopped: () => "本次公示已中止，请勿再张贴。",
};

export const noticeRefusals = {
  notNeeded: (ruling: string) => `按口径${ruling}不公示，无须办理；名单经批准后，发送「公布」即可。`,
  rulingOpen: (ruling: string, question: string, { approver }: SelectionWords) =>
    `口径${ruling}「${question}」尚未答复，不能开始公示。请先发送「口径」，由${approver}答复后再办理。`,
  nothing: ({ list, approver }: SelectionWords) =>
    `目前没有已批准的${list}，不能公示。请先发送「择优」，报${approver}批准后再公示。`,
  published: ({ list }: SelectionWords) => `${list}已经公布，不再公示。`,
  hindered: (reason: string) => reason.replace(/^不能公布/u, "不能公示"),
  changed: () => "名单在您核对之后有变化，未开始公示。请发送「公示」重新核对。",
  already: (from: string, to: string) =>
    `本版本已在公示（${span(from, to)}），未重复办理。改截止日期请发送「延长公示 日期」。`,
  noDays: () => "请写明公示的开始和截止日期，未开始公示。例如「公示 10月9日至10月13日」。",
  unread: (said: string) =>
    `「${said}」未能识别，未开始公示。请写明开始和截止日期，联系方式写在其后，例如「公示 10月9日至10月13日；受理部门：物业管理处；电话：85082235」。`,
  twice: (said: string) => `「${said}」写了两次，未开始公示。请只写一次。`,
  unreadDay: (said: string) => `「${said}」未能识别，未作任何改动。请只写新的截止日期，例如「延长公示 10月16日」。`,
  reversed: () => "截止日期早于开始日期，未开始公示。请核对后重新填写。",
  beforeApproval: (day: string) => `名单于${day}批准，公示不能早于该日开始，未开始公示。请改开始日期。`,
  past: () => "截止日期已过，未开始公示。请改截止日期。",
  short: (ruling: string, period: NoticePeriod, from: string, last: string) =>
    `按口径${ruling}须公示${daysOf(period)}，${from}开始的最早于${last}24:00期满，未开始公示。请改截止日期。`,
  nothingToExtend: () => "目前没有进行中的公示，未作任何改动。",
  noDay: () => "请写明新的截止日期，未作任何改动。例如「延长公示 10月16日」。",
  notLater: (to: string) => `新的截止日期应晚于原定的${to}，未作任何改动。公示日期公布后只能延长，不能缩短。`,
  noText: () => "尚未开始公示，没有公示文本。请先发送「公示」办理。",
  noProof: () => "请先发来公示的照片或截图，再发送「公示证明」；网址请发送「公示证明 https://……」。未归档任何内容。",
  noneFiled: () => "尚未归档公示证明。",
  tooLong: (label: string, most: number) => `${label}请控制在${most}字以内，未开始公示。`,
  noNotice: () => "尚未开始公示，不能归档公示证明，未归档。请先发送「公示」办理。",
};

/** 自批准之日起… is replaced by what a person has set. */
export const waitPhrases = {
  short: (ruling: string, needed: string) =>
    `按口径${ruling}现在的规定，公示须至${needed}24:00。请发送「延长公示 ${needed}」。`,
  notBegun: (ruling: string, period: NoticePeriod) =>
    `按口径${ruling}须公示${daysOf(period)}，尚未开始公示。请先发送「公示」办理。`,
  /** What an answer to the ruling would ask for. */
  first: (period: NoticePeriod) => `须先公示${daysOf(period)}，期满后可以公布`,
  runs: (from: string, to: string, first: string) =>
    `公示期未满：${span(from, to)}公示，${to}24:00期满，最早可于${first}公布。`,
};
