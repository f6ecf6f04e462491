import type { Nouns } from "../directory/nouns.ts";
import type { Effect, ObjectionSource, ObjectionState, ReplyWay, Verdict } from "./objection.ts";
import type { DecisionProblem } from "./rules.ts";

const when = { within: "公示期内", before: "公示开始前", after: "公示期后" } as const;

export const objectionPhrases = {
  word: () => "异议",
  words: () => ["异议", "来信", "异议情况", "来信情况"],
  registerWords: () => ["登记异议", "登记来信", "异议登记", "来信登记"],
  assignWord: () => "交办异议",
  reportWord: () => "异议核查",
  decideWords: () => ["异议决定", "决定异议"],
  replyWord: () => "答复异议",
  whoWord: () => "异议人",
  purpose: () => "查看异议和来信的办理情况",
  registerExample: (example: string) => `登记异议 来信 ${example}：反映内容；反映人：姓名、电话`,
  registerPurpose: () => "登记来电、来信、来访、网上反映的异议",
  reportExample: () => "异议核查 1 核查情况",
  reportPurpose: ({ approver }: Nouns) => `登记核查情况，报${approver}决定`,
  decideExample: () => "异议决定 1 不成立 理由",
  decidePurpose: () => "决定异议是否成立，写明理由",
  replyExample: () => "答复异议 1 10月13日 电话 答复内容",
  registerTyped: (given: {
    source: ObjectionSource;
    about: string;
    content: string;
    objector: string;
    matter: string;
    on: string;
  }) => {
    const lines = [
      ["反映人", given.objector],
      ["概述", given.matter],
      ["收到", given.on],
    ].flatMap(([label, value]) => (value === "" ? [] : [`；${label}：${value}`]));
    return `登记异议 ${objectionPhrases.sources[given.source].slice(0, 2)} ${given.about}：${given.content}${lines.join("")}`;
  },
  reportTyped: (number: number, text: string) => `异议核查 ${number} ${text}`,
  decideTyped: (number: number, verdict: string, reason: string): string => `异议决定 ${number} ${verdict} ${reason}`,
  effectTyped: { removed: "撤下", kept: "名单不变" } satisfies Record<Effect, string>,
  replyTyped: (number: number, said: { day: string; way: string; text: string }) =>
    `答复异议 ${number} ${said.day} ${said.way.slice(0, 2)} ${said.text}`,
  replyPurpose: () => "登记对异议的答复",

  sources: {
    phone: "来电",
    letter: "来信",
    visit: "来访",
    website: "网站、邮箱",
    other: "其他",
  } satisfies Record<ObjectionSource, string>,
  ways: {
    phone: "电话",
    letter: "书面",
    visit: "当面",
    website: "网站、邮箱",
    none: "匿名，无法答复",
  } satisfies Record<ReplyWay, string>,
  verdicts: { upheld: "成立", declined: "不成立", notAccepted: "不予受理" } satisfies Record<Verdict, string>,
  effects: { removed: "撤下，不再列入名单", kept: "名单不变" } satisfies Record<Effect, string>,
  states: {
    registered: "待核查",
    assigned: "核查中",
    reported: "待决定",
    upheld: "成立",
    declined: "不成立",
    notAccepted: "不予受理",
  } satisfies Record<ObjectionState, string>,
  replied: () => "已答复",
  awaitsReply: () => "待答复",

  title: (number: number) => `异议第${number}件`,
  listTitle: (count: number) => (count === 0 ? "异议" : `异议　${count}件`),
  nothing: () => "目前没有登记的异议或来信。",
  line: (said: { number: number; about: string; source: string; day: string; state: string }) =>
    `第${said.number}件　${said.about}（${said.source}，${said.day}）：${said.state}`,
  more: (count: number) => `另有${count}件，请发送「异议 编号」查看。`,
  listFootnote: (nouns: Nouns) =>
    `反映人只有${nouns.organizer}和${nouns.approver}可以查看。查看一件请发送「异议 编号」。`,
  openLabel: (number: number) => `第${number}件`,
  registerLabel: () => "登记异议",

  aboutLabel: () => "反映对象",
  sourceLabel: () => "来源",
  receivedLabel: () => "收到日期",
  received: (day: string, within: keyof typeof when | undefined) =>
    within === undefined ? day : `${day}，${when[within]}`,
  contentLabel: () => "反映内容",
  matterLabel: () => "事项概述",
  noMatter: () => "未填写概述，内容不对其他人员显示",
  objectorLabel: () => "反映人",
  anonymous: () => "匿名",
  notListed: ({ case: one }: Nouns) => `不在参评名单中的${one}或其他事项`,
  handlerLabel: () => "核查",
  handler: (name: string, until: string | undefined) => `${name}${until === undefined ? "" : `，${until}前`}`,
  findingsLabel: () => "核查情况",
  decisionLabel: () => "决定",
  decision: (verdict: string, effect: string | undefined) => (effect === undefined ? verdict : `${verdict}，${effect}`),
  reasonLabel: () => "理由",
  decidedLabel: () => "决定人",
  by: (name: string, at: string) => `${name}，${at}`,
  replyLabel: () => "答复",
  reply: (day: string, way: string, text: string) => [day, way, ...(text === "" ? [] : [text])].join("，"),

  fields: {
    source: "来源",
    about: "反映对象",
    receivedOn: "收到日期",
    content: "反映内容",
    objector: "反映人及联系方式",
    matter: "事项概述",
    handler: "核查单位或人员",
    handleBy: "核查期限",
    findings: "核查情况",
    verdict: "决定",
    effect: "对名单的影响",
    reason: "理由",
    repliedOn: "答复日期",
    way: "答复方式",
    reply: "答复内容",
  },
  choose: () => "请选择",
  aboutHolder: ({ case: one }: Nouns) => `${one}名称；不在参评名单中的照填`,
  objectorHolder: () => "匿名的不填",
  matterHolder: () => "供其他人员了解，不写反映人",
  findingsHolder: () => "填写后即报批；只交办的不填",
  effectHolder: () => "成立的须选",
  submitRegister: () => "登记",
  submitReport: () => "保存",
  submitDecision: () => "提交决定",
  submitReply: () => "登记答复",

  registered: (number: number, about: string) => `已登记异议第${number}件（${about}）。`,
  listed: (isSelected: boolean) => (isSelected ? "反映对象在目前的名单中，办结前公布的，公布前会再次提示。" : ""),
  assigned: (number: number, handler: string) => `异议第${number}件已交${handler}核查。`,
  reported: (number: number, { approver }: Nouns) => `异议第${number}件的核查情况已报${approver}决定。`,
  decided: (number: number, verdict: string, { organizer }: Nouns) =>
    `异议第${number}件已决定：${verdict}。已告知${organizer}，由其按规定答复。`,
  decidedAfterEnd: ({ organizer }: Nouns) =>
    `活动已结束，名单未作改动；须调整名单的，由${organizer}先「恢复活动」，再重新择优、报批。`,
  repliedTo: (number: number) => `异议第${number}件的答复已登记。`,
  decisionName: (number: number) => `异议第${number}件`,

  how: {
    report: () => "也可发送「交办异议 编号 单位 日期」「异议核查 编号 情况」。",
    decide: () => "也可发送「异议决定 编号 成立（或不成立、不予受理） 撤下（或名单不变） 理由」。",
    reply: () => "也可发送「答复异议 编号 日期 方式 内容」。",
  },
  against: (number: number) => `异议成立，不再列入名单（异议第${number}件）`,
  whoTitle: (number: number) => `异议第${number}件的反映人`,
  who: (name: string, content: string) => `反映人：${name}。反映内容：${content}`,
  looked: () => "本次查看及理由已留痕。",

  factLabel: () => "异议",
  fact: (count: number, open: number) => `共${count}件${open === 0 ? "，均已决定" : `，${open}件尚未决定`}`,
  warning: (numbers: readonly number[]) =>
    `异议${numbers.map((number) => `第${number}件`).join("、")}涉及名单上的对象，尚未决定，请确认是否此时公布。`,
};

export const objectionRefusals = {
  noContent: () => "未写反映内容，未登记。格式：登记异议 来信 名称：反映内容。",
  noSource: () => "未写来源，未登记。请写明来电、来信、来访、网站或其他，例如「登记异议 来电 名称：反映内容」。",
  noAbout: () => "未写反映对象，未登记。没有具体对象的请写“活动”。",
  badDay: (typed: string) => `“${typed}”不是可用的日期，未登记。收到日期不能晚于今天。`,
  tooLong: (label: string, most: number) => `${label}请控制在${most}字以内，未登记。`,
  which: () => "请写明是第几件，未作任何改动。例如「异议 1」。",
  noSuch: (number: number) => `没有异议第${number}件，未作任何改动。请发送「异议」查看。`,
  noHandler: () => "请写明核查单位或人员，未作任何改动。例如「交办异议 1 物业处 10月12日」。",
  handleByPast: () => "核查期限早于今天，未作任何改动。",
  noFindings: () => "请写明核查情况，未报批。例如「异议核查 1 经核实……」。",
  notOpen: (number: number, state: string) => `异议第${number}件${state}，不能再改核查情况，未作任何改动。`,
  notReported: (number: number, { organizer }: Nouns) =>
    `异议第${number}件尚未核查，未作决定。请先由${organizer}登记核查情况；不属受理范围的可决定不予受理。`,
  alreadyDecided: (number: number, state: string) => `异议第${number}件已决定：${state}，未作任何改动。`,
  contradicts: () => "异议不成立或不予受理的，不撤下名单，所写前后不一致，未作决定。请核对后重新发送。",
  noVerdict: () => "请写明成立、不成立或不予受理，未作决定。例如「异议决定 1 不成立 理由」。",
  noReason: () => "请写明理由，未作决定。",
  problems: {
    ownRecord: "本件由您登记或核查，须由登记、核查以外的人员决定，未作决定。",
    noEffect: "异议成立的，请写明撤下或名单不变，未作决定。例如「异议决定 1 成立 撤下 理由」。",
    notListed: "反映对象不在参评名单中，不能撤下，未作决定。请写明名单不变。",
  } satisfies Record<DecisionProblem, string>,
  notDecided: (number: number) => `异议第${number}件尚未决定，未登记答复。`,
  alreadyReplied: (number: number) => `异议第${number}件的答复已经登记，未作任何改动。`,
  noWay: () => "请写明答复方式（电话、书面、当面、网站，或匿名无法答复），未登记。",
  noReply: () => "请写明答复内容，未登记。",
  replyDay: () => "答复日期应在收到日期之后、不晚于今天，未登记。",
  whoReason: () => "请写明查看反映人的理由，未显示。例如「异议人 1 核查信访件办理情况」。",
  mayNotSee: ({ organizer, approver }: Nouns) => `反映人只有${organizer}和${approver}可以查看。`,
};
