import { textView, type View } from "../../platform/chat/view.ts";
import type { Authority } from "../authority/authority.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { dayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";

const closed = (text: string): string => text.replace(/[。.]$/u, "");

export const teamPhrases = {
  word: () => "评选工作组",
  alsoCalled: ["核验组", "工作组名单"],
  purpose: ({ organizer, approver }: Nouns) => `查看评选工作组；${organizer}可提出人选，报${approver}批准`,
  seeLabel: () => "评选工作组",
  formWord: () => "调整评选工作组",
  proposeLabel: () => "提出人选",
  changeLabel: () => "调整人选",
  approveWord: () => "批准评选工作组",
  approveLabel: () => "批准",
  returnWord: () => "不批准评选工作组",
  returnLabel: () => "不批准",
  returnWords: ["退回评选工作组"],
  ofVersion: (word: string, version: number) => `${word} 第${version}版`,
  decidePurpose: (isApproval: boolean) => (isApproval ? "批准报来的评选工作组人选" : "退回评选工作组人选，写明意见"),
  noticeWord: () => "评选工作组通知",
  noticeWords: ["评选工作组通知稿", "成立评选工作组的通知"],
  noticeLabel: () => "通知稿",
  noticeSent: (name: string) => `已发送${name}。`,

  status: { none: "尚未报批", proposed: "待批准", returned: "退回修改", approved: "已批准" },
  none: ({ organizer, approver }: Nouns) => `评选工作组尚未成立。由${organizer}提出人选，报${approver}批准。`,
  notYours: (): View => textView("评选工作组", "您目前不能查看评选工作组。", { tone: "closed" }),
  left: (): View => textView("评选工作组", "评选工作组已调整，您不再担任评选工作组的工作。", { tone: "closed" }),
  memberLeft: (name: string) => `${name}已不在人员名单，不再是评选工作组成员，没有须改派的核验。`,
  leadLeft: (name: string, { approver }: Nouns) =>
    `组长${name}已不在人员名单，不再是评选工作组组长。请发送「评选工作组 组长 姓名」提出新的组长，报${approver}批准。`,
  leftLine: (names: readonly string[]) => `已不在人员名单、不再是评选工作组成员：${names.join("、")}。`,
  noLead: () => "待提出",
  nobody: () => "无",
  leadLabel: () => "组长",
  membersLabel: (count: number) => `成员（${count}人）`,
  decidedLabel: () => "批准",
  decided: (by: string, at: string) => `${by}，${at}`,
  proposed: ({ name, at, version }: { name: string; at: string; version: number }, { isFirst }: { isFirst: boolean }) =>
    `第${version}版：${name}于${at}${isFirst ? "提出评选工作组人选" : "提出调整评选工作组"}：`,
  difference: ({
    added,
    removed,
    lead,
  }: {
    added: readonly string[];
    removed: readonly string[];
    lead: string | undefined;
  }) =>
    `与现行评选工作组相比：${[
      ...(lead === undefined ? [] : [`组长改为${lead}`]),
      ...(added.length > 0 ? [`增加${added.join("、")}`] : []),
      ...(removed.length > 0 ? [`减少${removed.join("、")}`] : []),
    ].join("；")}。`,
  untilThen: () => "批准前仍按现行评选工作组办理。",
  returned: ({ approver }: Nouns, opinion: string) => `${approver}已退回修改，审批意见：${closed(opinion)}。`,
  erased: () => "（已删除）",
  recusalAsked: ({ case: one }: Nouns) =>
    `您是评选工作组成员。与某${one}有利害关系或其他可能影响公正的情形的，请发送「回避 ${one}名称」提出；没有的，核验前逐个点击或发送「无应回避情形 ${one}名称」。`,
  recusalsLabel: () => "回避情况",
  footnote: ({ plan }: Nouns, quote: string) => `${plan}：${quote}`,

  proposedToast: ({ approver }: Nouns) => `评选工作组人选已报${approver}。`,
  decidedToast: (isApproved: boolean, { organizer }: Nouns) =>
    isApproved ? `已批准评选工作组，已告知${organizer}和各成员。` : `评选工作组人选已退回修改，已告知${organizer}。`,
  typedExample: () =>
    "请按以下格式提出人选：评选工作组 组长 张三 成员 李四、王五、赵工（市物业管理协会）。组织外成员须在姓名后的括号内写明单位；只作增减的，可写：评选工作组 增加 李四 减少 王五。",

  form: {
    title: () => "评选工作组人选",
    intro: ({ approver }: Nouns) =>
      `提交后报${approver}批准。组织内人员不在人员名单的，请在姓名后写手机号；组织外成员请写明单位，用纸质记录表评分。`,
    lead: () => "组长",
    members: () => "成员",
    membersHolder: () => "姓名之间用顿号隔开",
    outside: () => "组织外成员",
    outsideHolder: () => "例如：赵工（市物业管理协会）",
    withUnit: (name: string, unit: string) => (unit === "" ? name : `${name}（${unit}）`),
    leadHead: () => "组长",
    memberHead: () => "成员",
    outsideHead: () => "外部成员",
    submit: () => "报批",
    verdict: () => "审批结果",
    choose: () => "请选择",
    verdicts: { approved: "批准", returned: "退回修改" },
    submitDecision: () => "提交审批",
  },
};

const toDecide = (version: number, isApproval: boolean): string =>
  `请核对后发送「${isApproval ? `批准评选工作组 第${version}版` : `不批准评选工作组 第${version}版 审批意见`}」。`;

export const teamRefusals = {
  organizerProposes: ({ organizer }: Nouns) => `评选工作组人选由${organizer}提出，未作任何改动。`,
  unread: (words: readonly string[]) =>
    `未能识别“${words.slice(0, 3).join("、")}”，未报批。请按以下格式书写：评选工作组 组长 张三 成员 李四、王五、赵工（市物业管理协会）。`,
  oneLead: (names: readonly string[]) => `组长只能写一人，现写了${names.join("、")}，未报批。`,
  noLead: () => "未写明组长，未报批。请按以下格式书写：评选工作组 组长 张三 成员 李四、王五。",
  leadOutside: () => "组长须由组织内人员担任，未报批。请另写一人，例如「评选工作组 组长 张三」。",
  noMember: () => "除组长外没有成员，未报批。请写明成员，例如「评选工作组 组长 张三 成员 李四、王五」。",
  same: () => "与现行评选工作组相同，未报批。",
  waitsAlready: ({ approver }: Nouns) => `相同的人选已报${approver}，无须再报。`,
  sameName: (name: string) => `人员名单中有多位${name}，未报批。请在姓名后写手机号。`,
  unknownPerson: (name: string) =>
    `人员名单中没有${name}，未报批。组织内人员请在姓名后写手机号，组织外成员请在姓名后的括号内写明单位，例如：${name}（市物业管理协会）。`,
  noName: (mobile: string) => `手机号${mobile}前未写姓名，未报批。`,
  otherName: (mobile: string, known: string, said: string) =>
    `手机号${mobile}登记的是${known}，不是${said}，未报批。请核对。`,
  nobodyHas: (mobile: string) => `组织通讯录中没有手机号${mobile}，未报批。请核对；组织外成员请写明单位。`,
  notAsked: () => "目前无法查询组织通讯录，未报批。请稍后再试。",
  nothingWaits: () => "目前没有待批准的评选工作组人选，未作任何改动。",
  otherVersion: (version: number, waiting: number, isApproval: boolean) =>
    `第${version}版评选工作组人选已不是待批准的版本，未作任何改动。现待批准的是第${waiting}版，${toDecide(waiting, isApproval)}`,
  noSuchVersion: (version: number, waiting: number, isApproval: boolean) =>
    `没有第${version}版评选工作组人选，未作任何改动。现待批准的是第${waiting}版，${toDecide(waiting, isApproval)}`,
  nameVersion: (waiting: number, isApproval: boolean) =>
    `评选工作组人选在您审批前已重新报来，现待批准的是第${waiting}版，未作任何改动。${toDecide(waiting, isApproval)}`,
  noOpinion: () => "请写明审批意见，未办理。例如「不批准评选工作组 请增加一名熟悉物业管理的成员」。",
  noVerdict: () => "请选择审批结果，未办理。",
  noTeamYet: () => "评选工作组人选尚未提出，没有通知稿。请先发送「评选工作组」提出人选。",
  rolesFollowTeam: (role: string) =>
    `评选工作组已经批准，${role}随评选工作组调整，未作任何改动。请发送「评选工作组 增加 姓名」报批。`,
};

/** 经10月8日局长办公会研究，; empty without a meeting. */
const meetingWords = (authority: Authority | undefined): string => {
  if (!authority || authority.kind === "signed") return "";
  return `经${dayWords(authority.on)}${authorityPhrases.kind(authority.kind)}研究，`;
};

export const teamNoticePhrases = {
  fileName: (isApproved: boolean) => `成立评选工作组的通知（草稿${isApproved ? "" : "，人选尚待批准"}）.docx`,
  title: ({ title }: { title: string }) => `关于成立${title}评选工作组的通知`,
  template: () => "成立评选工作组的通知",
  fields: { reason: "缘由", lead: "组长", members: "成员", rest: "要求" },
  to: () => "各有关单位：",
  body: ({ planTitle, case: one, city }: Nouns & { planTitle: string }, authority: Authority | undefined) =>
    `根据《${planTitle}》要求，为做好各地推荐${one}的核验工作，${meetingWords(authority)}成立${city}级评选工作组。现将组成人员通知如下：`,
  lead: (name: string) => `组长：${name}`,
  members: (names: readonly string[]) => `成员：${names.join("、")}`,
  rest: ({ case: one }: Nouns) => [
    `评选工作组下沉${one}，对各地推荐的${one}进行核验。成员与被核验的${one}及其物业服务企业有利害关系、可能影响公正评选的，应当回避。`,
    "特此通知。",
  ],
};
