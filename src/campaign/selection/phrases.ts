import { requirementPhrases } from "../application/requirements/phrases.ts";
import { pointsWords } from "../ranking/rules.ts";
import type { Change } from "./changes.ts";
import type { Limit, Misfit } from "./limits.ts";
import { askedWords, misfitWords, neededWords, tooFewWords } from "./number-words.ts";
import { meritPhrases } from "./phrases-merit.ts";
import type { Candidate, Shown } from "./selection.ts";
import type { SelectionWords } from "./words.ts";

export const selectionPhrases = {
  title: () => "择优",
  purpose: ({ district }: SelectionWords) => `从各${district}推荐名单中择优，逐个写明理由`,
  entryStatus: (chosen: number, limits: readonly Limit[], words: SelectionWords) =>
    `已选${chosen}${words.measure}${neededWords(limits, words)}`,
  /** The bot knows only what is recorded, not whether 核验 took place. */
  unverifiedLead: (words: SelectionWords) => {
    const { verifies, verified = false, scored, districtShort, city } = words;
    const own = verified
      ? `核验分取成员已提交定稿的，初评分为${districtShort}级所评，名次和分数仅供参考。`
      : `${verifies ? "系统中无核验记录，" : ""}所列分数为${districtShort}级初评分，仅供参考。`;
    const points = scored ? own + meritPhrases.participation(words) : "";
    return `${points}所列先后不代表名次，入选对象由${city}级研究确定。`;
  },
  candidate: (shown: Shown & Pick<Candidate, "gate" | "contradictions" | "against">, words: SelectionWords) => {
    const { name, districtName, categoryName, enterprise, declaration, gate, contradictions, against } = shown;
    const said = [
      districtName,
      ...(categoryName === undefined ? [] : [categoryName]),
      ...(enterprise === undefined ? [] : [enterprise]),
      ...(words.scored ? meritPhrases.of(shown, words) : []),
      ...(declaration === "unclear" ? [words.pending] : []),
      ...(gate ? [requirementPhrases.short(gate, words)] : []),
      ...(contradictions === undefined ? [] : [contradictions]),
    ];
    return `${name}（${said.join("，")}）${against === undefined ? "" : `【${against}】`}`;
  },
  chooseQuestion: (count: number, limits: readonly Limit[], words: SelectionWords) => {
    const total = limits.find(({ category, least }) => category === undefined && least !== undefined && count < least);
    const example = ["2", "1", "3"].filter((number) => Number(number) <= count).join(" ");
    if (total && !total.soft) {
      const short = tooFewWords({ limit: total, count, fit: "tooFew" }, words);
      return `【入选${words.case}】目前可选${short}。请回复入选${words.case}的序号，例如：${example}。`;
    }
    const asked = askedWords(limits, words);
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
  rulingName: (id: string) => `口径 ${id}`,
  departureLabel: () => "数量的理由",
  departure: (reason: string) => `数量的理由：${reason.replace(/[。.]$/u, "")}。`,
  reasonHint: ({ measure, case: one }: SelectionWords) =>
    `与上一条同类理由相同的回复「同上」；几${measure}${one === measure ? "" : one}理由相同的回复「理由 1-3 文字」；回复「上一步」可退回。`,
  before: (reason: string) =>
    `上一版理由：${reason.replace(/。$/u, "")}。不变的回复「沿用」，其余都不变的回复「其余沿用」。`,
  last: () => "这是最后一条，答复后请核对，再回复「报批」。",
  picked: (names: readonly string[]) => `入选：${names.join("、")}。`,
  review: ({ approver }: SelectionWords) => `请核对。无误后请点击或回复「报批」，报${approver}批准。`,
  notFitting: (misfit: Misfit, words: SelectionWords) =>
    `目前入选${misfit.fit === "tooFew" ? tooFewWords(misfit, words) : misfitWords(misfit, words)}，不能报批。请调整入选对象。`,
  missing: (names: readonly string[]) => `尚未写明入选与否或理由：${names.join("、")}。`,
  numbersField: () => "入选序号",
  numbersHolder: (most: number) => `例如：${most > 1 ? `1-${most}` : "1"}`,
  selectedReason: () => "入选理由",
  passedReason: () => "未入选理由",
  reasonsLater: () => "入选的共用；不同的，保存后可逐个改写",
  passedHolder: () => "有未入选的须填",
  atOnceHint: () => "可在下方一次填写，保存后核对；理由各不相同的，保存后可逐个改写。",
  oneByOne: () => "逐个填写",
  changePage: (first: number, last: number) => `修改${first === last ? first : `${first}-${last}`}`,
  formHint: () => "每页保存后自动翻页；与上一条同类理由相同的可写「同上」。",
  formChoice: ({ number, name }: Candidate) => `${number}. ${name}`,
  formReason: ({ number }: Candidate) => `${number}. 理由`,
  yes: () => "入选",
  no: () => "不入选",
  reasonSaved: () => "已填，留空不改",
  reasonBefore: () => "留空沿用上一版",
  reasonHolder: () => "与上一条相同的可写「同上」",
  refusedLead: (count: number) => `以下${count}项未保存，请改正：`,
  toReview: () => "去核对",
  savePage: () => "保存本页",
  page: (at: number, of: number) => `第${at}/${of}页`,
  backToForm: () => "返回修改",
  back: () => "上一步",
  reasonName: () => "理由",
  cancel: () => "取消",
  submit: () => "报批",
  saved: () => "已保存",
  reviewAgain: () => "有变动，未报批，请核对后再报批。",
  submitted: (version: number, { approver }: SelectionWords) => `择优第${version}版已报${approver}。`,
  proposedTitle: (version: number) => `择优第${version}版`,
  selectedHeading: (count: number, { measure }: SelectionWords) => `入选${count}${measure}：`,
  passedOverHeading: (count: number, { measure }: SelectionWords) => `未入选${count}${measure}：`,
  item: (candidate: string, reason: string) => `${candidate}：${reason}`,
  erased: () => "（理由已删除）",
  closedDraft: (state: string | undefined) =>
    state === "done" ? "本次择优已报批。" : "本次择优已取消，未报批。发送「择优」可重新办理。",
  reproposePurpose: () => "报批后有变动的，按变动后的内容重新报批",
  left: () => "已停止填写，未报批，所填内容已保留。发送「择优」可继续，发送「择优 重来」可清空重填。",
  again: () => "重新择优",
  nothing: () => "目前没有择优结果。",
};

export const selectionRefusals = {
  noCandidates: ({ case: one, district }: SelectionWords) =>
    `目前没有列入已报送推荐名单的${one}，不能择优。请待各${district}报送推荐名单后办理。`,
  numberOpen: (ruling: string, question: string, { approver }: SelectionWords) =>
    `口径${ruling}「${question}」尚未答复，不能择优。请先发送「口径」，由${approver}答复后再择优。`,
  published: ({ list, reserves }: SelectionWords) =>
    `${list}已经公布，名单上没有退出、不得参与或异议成立的，不能再择优；有上述情形的，可发送「择优」重新择优${reserves === undefined ? "" : `，递补按口径${reserves}`}。`,
  notOpen: (state: string | undefined) =>
    state === "done"
      ? "本次择优已报批，未作任何改动。发送「查看择优」可查看，发送「择优」可另行报批。"
      : "本次择优已取消，未作任何改动。发送「择优」可重新办理。",
  tooMany: (misfit: Misfit, words: SelectionWords) => `选了${misfitWords(misfit, words)}，未记录。请重新回复序号。`,
  tooFew: (misfit: Misfit, words: SelectionWords) => `选了${tooFewWords(misfit, words)}，未记录。请重新回复序号。`,
  count: (misfit: Misfit, words: SelectionWords) => `目前入选${misfitWords(misfit, words)}，未报批。请调整后再报。`,
  noDeparture: (misfits: readonly Misfit[], words: SelectionWords) =>
    `入选${misfits.map((one) => misfitWords(one, words)).join("；")}，尚未写明理由，未报批。`,
  incomplete: (names: readonly string[], { case: one }: SelectionWords) =>
    `以下${one}尚未写明入选与否或理由，未报批：${names.join("、")}。`,
  reasonEmpty: (words: SelectionWords) =>
    `未写明理由，未记录。每${words.measure}${words.case === words.measure ? "" : words.case}入选或未入选都须写明理由，例如：${words.served ? "居民满意度高，物业服务规范" : "各方面较好，群众认可"}。`,
  reasonTooLong: () => "理由超过200字，未记录。请控制在200字以内。",
  nothingAbove: () => "前面没有同类（同为入选或同为未入选）的理由可以沿用，未记录。请写明理由。",
  nothingBefore: (names: readonly string[]) => `上一版没有可沿用的理由：${names.join("、")}。请写明理由。`,
  noSuchNumber: (numbers: readonly number[], count: number) =>
    `没有序号${numbers.join("、")}，序号为1至${count}，未记录。`,
  nothingToApprove: () => "目前没有待批准的择优结果，未作任何改动。",
  otherVersion: (asked: number, current: number) =>
    `第${asked}版不是待批准的版本，未作任何改动。目前待批准的是第${current}版，请核对后办理。`,
  notAllowedToSee: () => "择优结果在公布前不对外提供，未作任何改动。",
  obstacles: {
    gone: (name: string) => `${name}已撤回、不得参与或不在报送的推荐名单中`,
    unclear: (name: string, { pending }: SelectionWords) => `${name}的${pending}`,
    notJudged: (name: string) => `${name}在择优之后列入推荐名单，尚未择优`,
    count: (misfit: Misfit, words: SelectionWords) => `入选${misfitWords(misfit, words)}`,
  },
  against: (against: readonly { name: string; reason: string }[]) =>
    `${against.map(({ name, reason }) => `${name}${reason}`).join("；")}，未报批。请调整入选对象后再报。`,
  cannotApprove: (reasons: readonly string[], { organizer }: SelectionWords) =>
    `不能批准：${reasons.join("；")}。请${organizer}重新报批。`,
  reopened: (version: number, { organizer }: SelectionWords) =>
    `第${version}版报批后有变动，未作任何改动。须由${organizer}重新报批后再批准。`,
  ownProposal: ({ approver }: SelectionWords) =>
    `本版本由您报批，不能由您批准，未作任何改动。请由另一位${approver}批准，或由另一位同志重新报批。`,
  noOpinion: () => "请写明审批意见，未办理。例如「不批准 请补充未入选的理由」。",
  nothingReopened: ({ list }: SelectionWords) => `目前没有须重新报批的${list}，未作任何改动。`,
  chooseAgain: ({ case: one }: SelectionWords) =>
    `推荐名单上的${one}有变，不能按原结果重新报批。请发送「择优」重新择优。`,
};

export const afterPublicationRefusals = {
  leftOut: (names: readonly string[], _: SelectionWords) => `${names.join("、")}已公布且仍符合条件，不能去除，未报批。`,
  noReserve: (names: readonly string[], { reserves }: SelectionWords) =>
    `公布后只由递补对象递补${reserves === undefined ? "" : `（口径${reserves}）`}，${names.join("、")}不是公布名单的递补对象，未报批。`,
  outOfOrder: (names: readonly string[], _: SelectionWords) =>
    `递补按递补对象的次序，${names.join("、")}在前，未报批。`,
  tooManyReplaced: (names: readonly string[], { cases }: SelectionWords) =>
    `拟递补${cases(names.length)}，多于公布后退出的数量，未报批。`,
};

export const approvalPhrases = {
  title: (version: number, { list }: SelectionWords) => `${list}（第${version}版）`,
  purpose: (approved: boolean, { list }: SelectionWords) => `${approved ? "批准" : "不批准"}报来的${list}`,
  /** @param words what is registered so far */
  /** @param isOwn the reader registers it, with the button below */
  registeredBy: (words: string, { organizer }: SelectionWords, isOwn: boolean) =>
    `${words}（${isOwn ? "您可按下方「登记依据」补登" : `由${organizer}补登`}）`,
  proposed: () => "待批准",
  approved: () => "已批准",
  declined: () => "退回修改",
  reopened: () => "须重新批准",
  reopenedBefore: () => "报批后有变动",
  superseded: () => "已由新版本替代",
  published: () => "已公布",
  lead: (said: { by: string; at: string; selected: number; of: number }, { cases, measure }: SelectionWords) =>
    `${said.by}于${said.at}报批：从已报送推荐名单的${cases(said.of)}中择优${said.selected}${measure}。批准只对本版本有效，名称、企业、分数或参评资格有变的须重新批准。`,
  decided: (verdict: string, by: string, at: string) => `${by}已于${at}${verdict}。`,
  supersededLead: () => "本版本已由新版本替代，无须办理。",
  approveLabel: () => "批准",
  declineLabel: () => "不批准",
  approvedToast: (version: number) => `已批准第${version}版。`,
  declinedToast: (version: number, { organizer }: SelectionWords) => `第${version}版已退回修改，已告知${organizer}。`,
  returnLabel: () => "退回修改",
  opinionTitle: (version: number) => `第${version}版退回修改`,
  opinionQuestion: () => "【审批意见】请写明不批准的意见，200字以内。回复意见后即退回修改；回复「取消」则不作决定。",
  opinionClosed: (state: string) => `本版本${state}，无须再写意见。`,
  opinionToast: () => "请写明审批意见。",
  noticeApproved: ({ approver }: SelectionWords) => `${approver}已批准本版本。`,
  checkFirst: () => "公布前请先核对公布内容。",
  noticePublished: () => "名单已公布。",
  correctedBy: (version: number) => `本版本已由重新公布的第${version}版更正，无须办理。`,
  noticeDeclined: ({ approver }: SelectionWords) => `${approver}已退回修改。请修改后重新择优。`,
  noticeReturned: (opinion: string, { approver }: SelectionWords) =>
    `${approver}已退回修改，审批意见：${opinion.replace(/[。.]$/u, "")}。请修改后重新择优。`,
  reopenedLead: (changes: readonly string[], { approved }: { approved: boolean }) =>
    `${approved ? "批准" : "报批"}后有变动，须重新${approved ? "批准" : "报批"}${changes.length === 0 ? "，变动现已恢复" : `：${changes.join("；")}`}。`,
  reproposeLabel: () => "重新报批",
  reproposeHint: ({ approver }: SelectionWords) => `择优结果和理由不变的，可按变动后的内容重新报${approver}批准。`,
  chooseAgainHint: () => "推荐名单有变，请重新择优并报批。",
  changedAfter: (changes: readonly string[], { reserves, organizer }: SelectionWords, isClosed: boolean) =>
    `公布后有变动：${changes.join("；")}。重新公布之前，已公布的名单不变；名单内容有误的，由${organizer}「更正」；退出的，由${organizer}「重新择优」调整名单${reserves === undefined ? "" : `，递补按口径${reserves}`}，再报批、公布${isClosed ? "；活动已结束，须先「恢复活动」" : ""}。`,
  publishLabel: () => "公布",
  chainLabel: () => "一事一链",
};

/** 市级名单第2版: name under which the decision's authority is registered. */
export const decisionName = (version: number, { list }: SelectionWords): string => `${list}第${version}版`;

/** One change since the proposal: 稽山花园的物业服务企业名称由“甲”改为“乙”. */
export function changeWords(change: Change, words: SelectionWords): string {
  const { name } = change;
  switch (change.kind) {
    case "answer":
      return `${name}的${change.label}由“${change.from}”改为“${change.to}”`;
    case "points":
      return name + pointsChanged(change);
    case "verified":
      return name + meritPhrases.verified(change.from, change.to);
    case "place":
      return name + meritPhrases.place(change.from, change.to);
    case "basis":
      return meritPhrases.basis(change.to, words);
    case "withdrawn":
      return `${name}已撤回`;
    case "excluded":
      return `${name}不得参与`;
    case "against":
      return `${name}${change.reason}`;
    case "takesPart":
      return `${name}的参评资格有变`;
    case "declaration":
      return change.to === "unclear" ? `${name}的${words.pending}` : `${name}的${words.pendingTopic}填报有变`;
    case "unlisted":
      return `${name}不在报送的推荐名单中`;
    case "listed":
      return `${name}在报批后列入推荐名单，尚未择优`;
  }
}

function pointsChanged({ from, to }: Extract<Change, { kind: "points" }>): string {
  if (to === null) return "的初评已重新修改，尚未提交定稿";
  if (from === to) return "的初评条目得分有变，总分未变";
  return from === null
    ? `的初评已提交定稿，${pointsWords(to)}分`
    : `的初评分由${pointsWords(from)}分改为${pointsWords(to)}分`;
}

export const tiePhrases = {
  /** @param said.open id of the open ruling on whose points rank; undefined: the district's */
  tie: (said: {
    places: number;
    names: readonly string[];
    total: number;
    open: string | undefined;
    ladder: string;
    words: SelectionWords;
  }) => {
    const basis = said.open === undefined ? "" : `口径${said.open}尚未答复；按所列初评分，`;
    return `${basis}第${said.places}位上下未分先后的有${said.names.length}${said.words.measure}（均为${pointsWords(said.total)}分）：${said.names.join("、")}。${said.ladder}其中谁入选由人研究确定。`;
  },
};
