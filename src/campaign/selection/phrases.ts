import { pointsWords } from "../ranking/rules.ts";
import type { Candidate } from "./selection.ts";

export const selectionPhrases = {
  title: () => "择优",
  entryStatus: (chosen: number, required: number) => `已选${chosen}个，应选${required}个`,
  unverified: () => "未经核验",
  unverifiedLead: () => "核验尚未进行，所列分数为区级初评分，未经核验，仅供参考。系统不预选、不排序，由人择优。",
  candidate: ({ name, districtName, total, declaration }: Candidate) =>
    `${name}（${districtName}，${total === undefined ? "初评未锁定" : `初评${pointsWords(total)}分`}${declaration === "none" ? "" : "，安全责任事故情况待定"}）`,
  chooseQuestion: (required: number) => `【入选小区】请回复入选小区的序号，共${required}个，用空格隔开，例如：2 1 3。`,
  reasonQuestion: ({
    candidate,
    selected,
    at,
    of,
  }: {
    candidate: Candidate;
    selected: boolean;
    at: number;
    of: number;
  }) =>
    `【${candidate.number}.${candidate.name}${selected ? "入选" : "未入选"}理由】（${at}/${of}）请写明${selected ? "择优入选" : "未予入选"}的理由，200字以内。`,
  reasonHint: () => "与上一条相同的回复「同上」；几个小区理由相同的回复「理由 1-3 文字」；回复「上一步」可退回。",
  before: (reason: string) => `上一版理由：${reason}。不变的回复「沿用」，其余都不变的回复「其余沿用」。`,
  last: () => "这是最后一条，答复后即报审批领导批准。",
  picked: (names: readonly string[]) => `入选：${names.join("、")}。`,
  review: () => "请核对。确认无误后报审批领导批准。",
  missing: (names: readonly string[]) => `还缺入选与否或理由：${names.join("、")}。`,
  formHint: () => "也可在下方表单中逐页办理，每页保存后自动翻页。",
  formChoice: ({ number, name }: Candidate) => `${number}. ${name}`,
  formReason: ({ number }: Candidate) => `${number}. 理由`,
  yes: () => "入选",
  no: () => "不入选",
  reasonSaved: () => "已填，留空不改",
  reasonBefore: () => "留空沿用上一版",
  reasonHolder: () => "与上一条相同可写同上",
  savePage: () => "保存本页",
  page: (at: number, of: number) => `第${at}/${of}页`,
  previous: () => "上一页",
  next: () => "下一页",
  toReview: () => "核对",
  backToForm: () => "返回修改",
  back: () => "上一步",
  cancel: () => "取消",
  submit: () => "报批",
  saved: () => "已保存",
  submitted: (version: number) => `择优第${version}版已报审批领导。`,
  proposedTitle: (version: number) => `择优第${version}版`,
  selectedHeading: (count: number) => `入选${count}个：`,
  passedOverHeading: (count: number) => `未入选${count}个：`,
  item: (candidate: { name: string; districtName: string; points: string }, reason: string) =>
    `${candidate.name}（${candidate.districtName}${candidate.points}）：${reason}`,
  itemPoints: (total: number | undefined) => (total === undefined ? "" : `，初评${pointsWords(total)}分`),
  erased: () => "（理由已删除）",
  closedDraft: () => "本次择优已报批或已取消。",
  again: () => "重新择优",
  nothing: () => "尚未有择优结果。",
};

export const selectionRefusals = {
  noCandidates: () => "目前没有已确认推荐名单的小区，无法择优。请先等待各地区确认推荐名单。",
  published: () => "市级名单已经公布，不能再择优。公布后的变动须先明确口径R22。",
  notOpen: () => "本次择优已报批或已取消，未作任何改动。发送「择优」可重新办理。",
  tooMany: (taken: number, required: number) =>
    `选了${taken}个，应正好${required}个（口径R9），未记录。请重新回复序号。`,
  tooFew: (taken: number, required: number) =>
    `选了${taken}个，应正好${required}个；少于${required}个须先由审批领导答复口径R9，未记录。请重新回复序号。`,
  count: (taken: number, required: number) =>
    `目前入选${taken}个，应正好${required}个（口径R9），未报批。请调整后再报。`,
  incomplete: (names: readonly string[]) => `以下小区还缺入选与否或理由，未报批：${names.join("、")}。`,
  reasonEmpty: () => "没有看到理由，未记录。每个小区入选或未入选都须写明理由，例如：居民满意度高，物业服务规范。",
  reasonTooLong: () => "理由请控制在200字以内，未记录。",
  nothingAbove: () => "前面还没有理由可以沿用，请写明理由。",
  nothingBefore: (names: readonly string[]) => `上一版没有可沿用的理由：${names.join("、")}。请写明理由。`,
  noSuchNumber: (numbers: readonly number[], count: number) =>
    `没有序号${numbers.join("、")}，序号为1至${count}，未记录。`,
  nothingToApprove: () => "目前没有待批准的择优结果，未作任何改动。",
  otherVersion: (asked: number, current: number) =>
    `第${asked}版不是待批准的版本，未作任何改动。目前待批准的是第${current}版，请核对后办理。`,
  notAllowedToSee: () => "择优结果在公布前不对外提供，未作任何改动。",
  obstacles: {
    gone: (name: string) => `${name}已撤回、被排除或不在确认的推荐名单中`,
    unclear: (name: string) => `${name}的安全责任事故情况待定`,
    notJudged: (name: string) => `${name}在择优之后列入推荐名单，尚未择优`,
    count: (selected: number, required: number) => `入选${selected}个，应正好${required}个（口径R9）`,
  },
  cannotApprove: (reasons: readonly string[]) => `不能批准：${reasons.join("；")}。请活动联系人重新择优。`,
};

export const approvalPhrases = {
  title: (version: number) => `市级名单（第${version}版）`,
  proposed: () => "待批准",
  approved: () => "已批准",
  declined: () => "未批准",
  superseded: () => "已由新版本替代",
  published: () => "已公布",
  lead: ({ by, at, selected, of }: { by: string; at: string; selected: number; of: number }) =>
    `${by}于${at}报批：从已确认的推荐名单${of}个小区中择优${selected}个。批准只对本版本有效，内容有变须重新批准。`,
  decided: (verdict: string, by: string, at: string) => `${by}于${at}${verdict}。`,
  supersededLead: () => "本版本已由新版本替代，无须办理。",
  approveLabel: () => "批准",
  declineLabel: () => "不批准",
  approvedToast: (version: number) => `已批准第${version}版，活动联系人可以公布。`,
  declinedToast: (version: number) => `第${version}版未批准，已告知活动联系人。`,
  declineReason: (reason: string) => `不批准的理由：${reason.replace(/[。.]$/u, "")}。`,
  noticeTitle: (version: number) => `市级名单（第${version}版）`,
  noticeApproved: () => "审批领导已批准本版本。公布前请先核对公布内容。",
  noticePublished: () => "名单已公布。",
  noticeDeclined: () => "审批领导未批准本版本。请修改后重新择优。",
  publishLabel: () => "公布",
};
