import { textView, type View } from "../../../platform/chat/view.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Recusal, RecusalGround } from "../team.ts";

const closed = (text: string): string => text.replace(/[。.]$/u, "");

const grounds: Readonly<Record<RecusalGround, (nouns: Nouns) => string>> = {
  ownInterest: () => "本人或亲属有利害关系",
  residence: () => "本人居住或购房于此",
  relative: () => "亲属在物业服务企业或业主组织任职",
  formerEmployment: () => "曾在物业服务企业等任职",
  sameDistrict: ({ district }) => `在该${district}任职`,
  other: () => "其他可能影响公正的情形",
};

export const recusalPhrases = {
  word: () => "回避",
  words: ["申请回避", "提出回避"],
  example: ({ case: one }: Nouns) => `回避 ${one}名称`,
  purpose: ({ case: one }: Nouns) => `提出评选工作组成员对某${one}的回避`,
  raiseTyped: (name: string, member: string | undefined, facts: string) =>
    ["回避", name, ...(member === undefined ? [] : [member]), facts].join(" "),
  decisionTyped: (word: string, of: { name: string; member: string; reason: string }) =>
    `${word} ${of.name} ${of.member} ${of.reason}`,
  raiseLabel: () => "提出回避",
  noneWord: () => "无应回避情形",
  noneNamed: (name: string) => `${name}：无应回避情形`,
  nonePurpose: ({ case: one }: Nouns) => `核验前说明对某${one}没有应当回避的情形，每个${one}一次`,
  seePurpose: "查看提出和决定的回避",
  openWord: () => "决定回避",
  acceptWord: () => "同意回避",
  declineWord: () => "不同意回避",
  decidePurpose: (isAccepting: boolean) => (isAccepting ? "决定成员回避，写明理由" : "不同意成员回避，写明理由"),
  reverseWord: () => "撤销回避",
  reversePurpose: () => "撤销已同意的回避，写明理由；原分派和分数恢复",
  reverseHint: () => "决定有误的，可发送「撤销回避 名称 姓名 理由」。",
  reversed: (member: string, name: string) => `已撤销${member}对${name}的回避，已告知有关人员。`,
  toldReversed: (name: string, reason: string, comesBack: boolean) =>
    `您回避${name}的决定已撤销，理由：${closed(reason)}。${comesBack ? `您恢复核验${name}，此前给出的分数照旧。` : ""}`,
  raiserReversed: (member: string, name: string) => `关于${member}对${name}的回避：已撤销。`,
  reversedWhy: (reason: string) => `撤销理由：${closed(reason)}`,
  alongsideWord: () => "一并回避",
  alongsideLabel: () => "一并提出",
  ground: (ground: RecusalGround, nouns: Nouns) => grounds[ground](nouns),

  formTitle: (name: string) => `回避　${name}`,
  formIntro: ({ case: one, district, approver }: Nouns) =>
    `请说明应当回避的情形。提出后由组长决定，组长本人的由${approver}决定；所写内容只供办理回避的人员查看，不告知${one}所在${district}。`,
  memberField: () => "成员",
  memberHolder: () => "评选工作组成员姓名",
  groundField: () => "情形",
  choose: () => "请选择",
  factsField: () => "具体情况",
  factsHolder: () => "200字以内",
  submit: () => "提出回避",
  isOut: (name: string) => `您已回避${name}。`,
  raisedTitle: () => "回避",
  raised: (member: string, name: string, decider: string) => `已提出${member}对${name}的回避，由${decider}决定。`,
  /** To a district. */
  received: (name: string) => `已收到关于${name}的回避意见，将研究办理。`,
  same: (enterprise: string, names: readonly string[]) =>
    `${enterprise}服务的还有${names.join("、")}。情形相同的，可一并提出。`,
  sameDecided: (enterprise: string, names: readonly string[]) =>
    `${enterprise}服务的还有${names.join("、")}，尚未提出回避。情形相同的，可一并提出后决定。`,
  raisedAlong: (member: string, names: readonly string[]) => `已一并提出${member}对${names.join("、")}的回避。`,
  foundFacts: (district: string) => `系统提示：该成员为或曾为${district}经办人。`,

  openTitle: () => "待决定的回避",
  openStatus: (count: number) => (count === 0 ? "无待决定" : `${count}项`),
  nothingOpen: () => "目前没有待您决定的回避。",
  line: ({ name, district, member, ground }: { name: string; district: string; member: string; ground: string }) =>
    `${name}（${district}）　${member}：${ground}`,
  told: (ground: string, facts: string) => `情形：${ground}；具体情况：${closed(facts)}。`,
  facts: (facts: string) => `具体情况：${closed(facts)}`,
  by: (name: string, at: string) => `${name}于${at}提出`,
  system: () => "系统",
  erased: () => "（已删除）",
  more: (count: number) => `另有${count}项，决定后依次列出。`,
  whichField: () => "回避事项",
  allOf: (count: number) => `以上${count}项`,
  verdictField: () => "决定",
  verdicts: { accepted: "同意回避", declined: "不同意回避" },
  reasonField: () => "理由",
  reasonHolder: () => "200字以内",
  submitDecision: () => "提交决定",
  openFootnote: () => "同意后该成员不再核验相应对象；已给出的分数不计入，原记录保留。",
  ofMember: (member: string, name: string) => `${member}对${name}`,
  decided: (which: readonly string[], isAccepted: boolean) =>
    `${isAccepted ? "已同意回避" : "未同意回避"}：${which.join("、")}。`,

  toldTitle: () => "回避决定",
  toldAccepted: (name: string, reason: string) =>
    `已决定您回避${name}，理由：${closed(reason)}。您不再核验${name}；此前给出的分数不计入，原记录保留。`,
  toldDeclined: (name: string, reason: string) => `未同意您回避${name}，理由：${closed(reason)}。`,
  toldRaiser: (member: string, name: string, isAccepted: boolean) =>
    `关于${member}对${name}的回避：${isAccepted ? "已同意" : "未同意"}。`,

  seeTitle: () => "回避情况",
  nothing: () => "目前没有提出过回避。",
  state: (state: Recusal["state"]) =>
    ({ raised: "待决定", accepted: "已回避", declined: "未同意", reversed: "已撤销" })[state],
  seen: (line: string, state: string) => `${line}（${state}）`,
  reason: (reason: string) => `理由：${closed(reason)}`,
  ownRaised: (name: string, member: string) => `${name}　${member}：已提出`,
  noneHeading: () => "已说明无应回避情形",
  noneLine: (member: string, names: readonly string[]) => `${member}：${names.join("、")}`,
  unsaidHeading: () => "尚未说明有无应回避情形",
  noneSaid: (member: string, name: string) => `已记录：${member}对${name}无应回避情形。`,
};

export const recusalRefusals = {
  noTeam: () => "评选工作组尚未批准，未作任何改动。批准后再办理回避。",
  whichCase: (noun: string, isEmpty: boolean) =>
    isEmpty ? `请写明${noun}，未作任何改动。` : `不能确定是哪个${noun}，未作任何改动。请从以下名称中选择。`,
  whichMember: () => "请写明评选工作组成员，未提出。例如「回避 名称 姓名 亲属在物业服务企业任职」。",
  notInTeam: (name: string) => `${name}不是评选工作组成员，未提出。`,
  mayNotName: () => "成员只能提出本人的回避，未提出。",
  noFacts: (name: string) => `请写明应当回避的情形，未提出。例如「回避 ${name} 亲属在物业服务企业任职」。`,
  factsTooLong: () => "具体情况请控制在200字以内，未提出。",
  waits: (member: string, name: string) => `${member}对${name}的回避已经提出，待决定，无须再提。`,
  isRecused: (member: string, name: string) => `${member}已回避${name}，无须再提。`,
  nobodyDecides: ({ organizer }: Nouns) => `目前没有可以决定的人员，未提出。请联系${organizer}。`,
  nothingOpen: () => "目前没有待您决定的回避，未作任何改动。",
  notYours: (decider: string) => `该回避由${decider}决定，未作任何改动。`,
  which: () => "请写明是哪一项回避，未办理。例如「同意回避 名称 姓名 情况属实」。",
  whichToReverse: () => "请写明撤销哪一项回避及理由，未办理。例如「撤销回避 名称 姓名 经核实不属实」。",
  notRecused: (member: string, name: string) => `${member}目前没有回避${name}，未作任何改动。`,
  noVerdict: () => "请选择决定，未办理。",
  noReason: () => "请写明理由，未办理。例如「同意回避 名称 姓名 情况属实」。",
  reasonTooLong: () => "理由请控制在200字以内，未办理。",
  nothingAlongside: () => "没有同一物业服务企业的其他对象可一并提出，未作任何改动。",
  notAssigned: (member: string, name: string) => `${member}未承担${name}的核验，无须说明。`,
  saidAlready: (member: string, name: string) => `${member}对${name}无应回避情形此前已记录，无须再说明。`,
  noneForOthers: () => "无应回避情形由成员本人说明，组织外成员的由组长代为说明，未记录。",
  isOut: (member: string, name: string) => `${member}已回避${name}，不再核验，无须说明。`,
  notAMember: () => "您不是评选工作组成员，无须说明。",
  openRecusal: (member: string, name: string) => `${member}对${name}的回避已经提出，尚待决定，未记录。`,
};

export const withText = (title: string, text: string): View => textView(title, text, { tone: "done" });
