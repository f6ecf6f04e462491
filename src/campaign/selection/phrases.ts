import { pointsWords } from "../ranking/rules.ts";
import type { Limit, Misfit } from "./limits.ts";
import { askedWords, misfitWords, neededWords, tooFewWords } from "./number-words.ts";
import type { Candidate } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

export const selectionPhrases = {
  title: () => "择优",
  purpose: ({ district }: SelectionWords) => `从各${district}推荐名单中择优，逐个写明理由`,
  entryStatus: (chosen: number, limits: readonly Limit[], words: SelectionWords) =>
    `已选${chosen}${words.measure}${neededWords(limits, words)}${selectionPhrases.unverified(words)}`,
  /** Suffix of a status in campaigns with 核验. */
  unverified: ({ verifies }: SelectionWords) => (verifies ? "，未经核验" : ""),
  unverifiedLead: ({ verifies, scored, districtShort }: SelectionWords) => {
    const points = `${verifies ? "核验尚未进行，" : ""}所列分数为${districtShort}级初评分，${verifies ? "未经核验，" : ""}仅供参考。`;
    return `${scored ? points : ""}系统不预选、不排序，由人择优。`;
  },
  candidate: ({ name, districtName, categoryName, total, declaration }: Candidate, words: SelectionWords) => {
    const points = total === undefined ? "初评未定稿" : `初评${pointsWords(total)}分`;
    const said = [
      districtName,
      ...(categoryName === undefined ? [] : [categoryName]),
      ...(words.scored ? [points] : []),
      ...(declaration === "unclear" ? [words.pending] : []),
    ];
    return `${name}（${said.join("，")}）`;
  },
  chooseQuestion: (count: number, limits: readonly Limit[], words: SelectionWords) => {
    const asked = askedWords(limits, words);
    const example = ["2", "1", "3"].filter((number) => Number(number) <= count).join(" ");
    return `【入选${words.case}】请回复入选${words.case}的序号，${asked === undefined ? "" : `${asked}，`}用空格隔开，例如：${example}。`;
  },
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
  departureQuestion: (misfits: readonly Misfit[], words: SelectionWords) =>
    `【数量的理由】入选${misfits.map((one) => misfitWords(one, words)).join("；")}。请写明理由，200字以内。`,
  departureLabel: () => "数量的理由",
  departure: (reason: string) => `数量的理由：${reason.replace(/[。.]$/u, "")}。`,
  reasonHint: ({ measure, case: one }: SelectionWords) =>
    `与上一条相同的回复「同上」；几${measure}${one === measure ? "" : one}理由相同的回复「理由 1-3 文字」；回复「上一步」可退回。`,
  before: (reason: string) => `上一版理由：${reason}。不变的回复「沿用」，其余都不变的回复「其余沿用」。`,
  last: ({ approver }: SelectionWords) => `这是最后一条，答复后即报${approver}批准。`,
  picked: (names: readonly string[]) => `入选：${names.join("、")}。`,
  review: ({ approver }: SelectionWords) => `请核对。确认无误后报${approver}批准。`,
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
  submitted: (version: number, { approver }: SelectionWords) => `择优第${version}版已报${approver}。`,
  proposedTitle: (version: number) => `择优第${version}版`,
  selectedHeading: (count: number, { measure }: SelectionWords) => `入选${count}${measure}：`,
  passedOverHeading: (count: number, { measure }: SelectionWords) => `未入选${count}${measure}：`,
  item: (candidate: { name: string; districtName: string; points: string }, reason: string) =>
    `${candidate.name}（${candidate.districtName}${candidate.points}）：${reason}`,
  itemPoints: (total: number | undefined) => (total === undefined ? "" : `，初评${pointsWords(total)}分`),
  erased: () => "（理由已删除）",
  closedDraft: () => "本次择优已报批或已取消。",
  again: () => "重新择优",
  nothing: () => "尚未有择优结果。",
};

export const selectionRefusals = {
  noCandidates: ({ case: one, district }: SelectionWords) =>
    `目前没有已确认推荐名单的${one}，无法择优。请先等待各${district}确认推荐名单。`,
  numberOpen: (ruling: string, question: string, { approver }: SelectionWords) =>
    `口径${ruling}「${question}」尚未答复，不能择优。请先发送「口径」，由${approver}答复后再择优。`,
  published: ({ list, reserves }: SelectionWords) =>
    `${list}已经公布，不能再择优。${reserves === undefined ? "" : `公布后的变动须先明确口径${reserves}。`}`,
  notOpen: () => "本次择优已报批或已取消，未作任何改动。发送「择优」可重新办理。",
  tooMany: (misfit: Misfit, words: SelectionWords) => `选了${misfitWords(misfit, words)}，未记录。请重新回复序号。`,
  tooFew: (misfit: Misfit, words: SelectionWords) => `选了${tooFewWords(misfit, words)}，未记录。请重新回复序号。`,
  count: (misfit: Misfit, words: SelectionWords) => `目前入选${misfitWords(misfit, words)}，未报批。请调整后再报。`,
  noDeparture: (misfits: readonly Misfit[], words: SelectionWords) =>
    `入选${misfits.map((one) => misfitWords(one, words)).join("；")}，尚未写明理由，未报批。`,
  incomplete: (names: readonly string[], { case: one }: SelectionWords) =>
    `以下${one}还缺入选与否或理由，未报批：${names.join("、")}。`,
  reasonEmpty: (words: SelectionWords) =>
    `没有看到理由，未记录。每${words.measure}${words.case === words.measure ? "" : words.case}入选或未入选都须写明理由，例如：${words.served ? "居民满意度高，物业服务规范" : "各方面较好，群众认可"}。`,
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
    unclear: (name: string, { pending }: SelectionWords) => `${name}的${pending}`,
    notJudged: (name: string) => `${name}在择优之后列入推荐名单，尚未择优`,
    count: (misfit: Misfit, words: SelectionWords) => `入选${misfitWords(misfit, words)}`,
  },
  cannotApprove: (reasons: readonly string[], { organizer }: SelectionWords) =>
    `不能批准：${reasons.join("；")}。请${organizer}重新择优。`,
};

export const approvalPhrases = {
  title: (version: number, { list }: SelectionWords) => `${list}（第${version}版）`,
  purpose: (approved: boolean, { list }: SelectionWords) => `${approved ? "批准" : "不批准"}报来的${list}`,
  proposed: () => "待批准",
  approved: () => "已批准",
  declined: () => "未批准",
  superseded: () => "已由新版本替代",
  published: () => "已公布",
  lead: (said: { by: string; at: string; selected: number; of: number }, { cases, measure }: SelectionWords) =>
    `${said.by}于${said.at}报批：从已确认的推荐名单${cases(said.of)}中择优${said.selected}${measure}。批准只对本版本有效，内容有变须重新批准。`,
  decided: (verdict: string, by: string, at: string) => `${by}于${at}${verdict}。`,
  supersededLead: () => "本版本已由新版本替代，无须办理。",
  approveLabel: () => "批准",
  declineLabel: () => "不批准",
  approvedToast: (version: number, { organizer }: SelectionWords) => `已批准第${version}版，${organizer}可以公布。`,
  declinedToast: (version: number, { organizer }: SelectionWords) => `第${version}版未批准，已告知${organizer}。`,
  declineReason: (reason: string) => `不批准的理由：${reason.replace(/[。.]$/u, "")}。`,
  noticeApproved: ({ approver }: SelectionWords) => `${approver}已批准本版本。公布前请先核对公布内容。`,
  noticePublished: () => "名单已公布。",
  noticeDeclined: ({ approver }: SelectionWords) => `${approver}未批准本版本。请修改后重新择优。`,
  publishLabel: () => "公布",
};
