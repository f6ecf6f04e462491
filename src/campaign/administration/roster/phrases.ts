import { textView, type View } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Role } from "../../definition/schema/roles.ts";
import { dayWords } from "../../definition/wording.ts";
import type { Period } from "../../directory/member.ts";
import type { Nouns } from "../../directory/nouns.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");

const periodWords = ({ from, until }: Period): string =>
  from === until ? dayWords(from) : `${dayWords(from)}至${dayWords(until)}`;

/** What people call roles, and other words that are read. */
export const rosterWords = {
  roleAliases: {
    organizer: ["活动联系人", "联系人", "副联系人", "活动副联系人"],
    approver: ["审批领导", "分管领导"],
    districtOfficer: ["经办人", "经办", "区经办人", "村经办人", "区县经办人"],
    teamLead: ["组长", "工作组组长", "评选组组长"],
    teamMember: ["成员", "组员", "工作组成员", "评选组成员"],
    administrator: ["系统管理员", "管理员"],
    auditor: ["审计人员", "审计", "监督人员"],
  } satisfies Record<Role, readonly string[]>,
  tomorrow: /明天|明日/gu,
  dayAfter: /后天|后日/gu,
  until: /[至到]\s*$/u,
  /** 授权人：王某, 由王某授权 */
  authorisedBy:
    /授权人\s*[:：]?\s*(?<by>[\p{Script=Han}A-Za-z·]{2,20})|由\s*(?<other>[\p{Script=Han}A-Za-z·]{2,20}?)\s*授权/u,
  form: (name: string) => (name === "" ? "申报表（名称未填）" : `申报表“${name}”`),
  review: (name: string) => `“${name}”的初评`,
  list: () => "推荐名单",
  message: () => "待发送的通知",
  choice: () => "择优名单",
};

export const rosterPhrases = {
  duty: (district: string, role: string) =>
    `${district}${role.replace(/^区（县、市）|^区(?=经办人)|^村(?=经办人)/u, "")}`,
  toldTitle: () => "人员调整",
  toldFootnote: (campaign: string, by: string) => `${campaign}，由${by}登记。`,
  granted: (duty: string) => `您自即日起担任${duty}。发送「帮助」可查看能办理的事项，发送「待办」可查看当前工作。`,
  standsIn: (
    duty: string,
    told: { from: CivilDate; until: CivilDate; principal: string; mandate: string | undefined },
  ) =>
    `${periodWords(told)}，您代${told.principal}办理${duty}的工作，提醒和卡片发给您${told.mandate === undefined ? "" : `（${told.mandate}）`}。`,
  mandate: (by: string, authority: string | undefined) =>
    [by === "" ? "" : `授权人：${by}`, authority ?? ""].filter(Boolean).join("，"),
  ended: (duty: string, { name, phone }: { name: string; phone: string }) =>
    `您自即日起不再担任${duty}，提醒和卡片不再发给您，已填内容均已保存。如有疑问，请联系${name}，电话${phone}。`,
  onLeave: (period: Period, by: readonly string[]) =>
    `已为您登记休假：${periodWords(period)}。期间提醒和卡片不发给您${by.length === 0 ? "" : `，由${by.join("、")}代办`}。`,
  back: () => "您的休假已结束，提醒和卡片自即日起恢复发给您。",
  given: (work: readonly string[], to: string) => `您办理中的${work.join("、")}由${to}继续办理，已填内容均已保存。`,
  taken: (from: string) => `${from}办理中的以下工作由您继续办理，已填内容均已保存：`,
  approverChanged: (granted: boolean, name: string, role: string) =>
    granted ? `${name}自即日起担任${role}。` : `${name}自即日起不再担任${role}。`,
  doneTitle: () => "人员名单已更新",
  /** What was done, for whoever did it. */
  added: (name: string, duty: string) => `${name}自即日起担任${duty}，已告知本人。`,
  removed: (name: string, duties: readonly string[]) => `${name}自即日起不再担任${duties.join("、")}，已告知本人。`,
  leaveDone: (name: string, period: Period, by: string | undefined) =>
    `已登记${name}休假：${periodWords(period)}${by === undefined ? "" : `，由${by}代办`}，已告知本人。`,
  standInDone: (principal: string, by: string, told: { period: Period; duties: readonly string[]; mandate: string }) =>
    `已登记${by}代${principal}办理${told.duties.join("、")}的工作：${periodWords(told.period)}${told.mandate === "" ? "" : `（${told.mandate}）`}，已告知双方。`,
  backDone: (name: string) => `${name}的休假已结束，提醒和卡片恢复发给本人。`,
  handedOver: (from: string, to: string, work: readonly string[]) =>
    `${from}办理中的${work.join("、")}已移交${to}，已填内容不变，已告知双方。`,
  nothingToHandOver: (from: string) => `${from}没有办理中的工作，无须移交，未作任何改动。`,
  reply: (lines: readonly string[]): View => textView(rosterPhrases.doneTitle(), lines.join(""), { tone: "done" }),
  seeLabel: () => "人员名单",
  addLabel: () => "新增人员",
  removeLabel: () => "移除人员",
  leaveLabel: () => "休假",
  backLabel: () => "结束休假",
  standInLabel: () => "代理",
  deputyLabel: () => "副联系人",
  handOverLabel: () => "移交",
  exportLabel: () => "导出人员名单",
  seePurpose: () => "查看、调整人员，导出或更新人员名单",
  addPurpose: () => "登记新的人员，即时生效；「移除人员」解除工作",
  leavePurpose: () => "登记休假和代办人；「代理」登记代理人和授权依据",
  handOverPurpose: () => "将一人办理中的工作移交另一人",
  told: (text: string): View => textView(rosterPhrases.toldTitle(), text),
  standInKnown: (by: string, period: Period) => `${periodWords(period)}，由${by}代您办理。您仍可照常办理。`,
  standInExample: (principal: string, by: string) => `代理 ${principal} ${by} 9月3日至9月10日`,
  leaveExample: (name: string) => `休假 ${name} 9月3日至9月10日`,
  addExample: () => "新增人员 张三 13800000000 柯桥区 经办人",
  title: () => "人员名单",
  line: (duty: string, people: readonly string[]) => `${duty}：${people.length === 0 ? "暂缺" : people.join("、")}`,
  listed: (name: string, more: readonly string[]) => (more.length === 0 ? name : `${name}（${more.join("，")}）`),
  awayUntil: (until: CivilDate) => `休假至${dayWords(until)}`,
  awayFrom: (period: Period) => `${periodWords(period)}休假`,
  standInOf: (principal: string, { from, until }: { from: CivilDate; until: CivilDate | undefined }) =>
    `代${principal}${until === undefined ? "" : `，${periodWords({ from, until })}`}`,
  seeHint: ({ district }: Nouns) =>
    `调整人员可发送：「新增人员 姓名 手机号 ${district} 角色」「移除人员 姓名」「休假 姓名 9月3日至9月10日 代办人姓名」「代理 被代理人 代理人 至9月10日 授权依据」「移交 姓名 接手人姓名」。批量调整请先导出人员名单，修改后直接发给家园助手。`,
  form: {
    addTitle: () => "新增人员",
    leaveTitle: () => "登记休假",
    standInTitle: () => "登记代理",
    addLead: ({ district }: Nouns) => `登记后即时生效，并告知本人。同一人可登记多个角色或${district}，请分次登记。`,
    leaveLead: ({ district }: Nouns) => `休假期间提醒和卡片发给代办人。所在${district}另有同事的，代办人可不填。`,
    standInLead: ({ approver }: Nouns) => `代理${approver}的，须登记授权依据；文号可以后登记。`,
    name: () => "姓名",
    mobile: () => "手机号",
    mobileHolder: () => "已在名单中的可不填",
    districtHolder: () => "经办人必填",
    role: () => "角色",
    choose: () => "请选择",
    from: () => "开始日期",
    until: () => "结束日期",
    by: () => "代办人姓名",
    principal: () => "被代理人姓名",
    standIn: () => "代理人姓名",
    authorisedBy: () => "授权人",
    submit: () => "登记",
  },
};

export const rosterRefusals = {
  notOneself: (role: string) => `不能为本人登记${role}，未作任何改动。请由其他系统管理员办理。`,
  administratorOnly: (role: string) => `${role}的调整由系统管理员办理，未作任何改动。`,
  notYours: (role: string) => `${role}的调整不在您的权限内，未作任何改动。`,
  unattended: (duty: string, day: CivilDate | undefined) =>
    `这样调整后，${day === undefined ? "" : `${dayWords(day)}起`}${duty}将无人办理，未作任何改动。请先登记接替的人员或代办人。`,
  noName: (example: string) => `未见姓名，未作任何改动。请按以下格式发送：${example}。`,
  noRole: (name: string, roles: readonly string[]) =>
    `未见${name}的角色，未作任何改动。可登记的角色：${roles.join("、")}。`,
  noDistrict: (role: string, noun: string, districts: readonly string[]) =>
    `${role}须写明${noun}，未作任何改动。可选：${districts.join("、")}。`,
  noDistrictHere: (role: string, noun: string) => `${role}不分${noun}，未作任何改动。请去掉${noun}后重新发送。`,
  unread: (words: readonly string[]) => `未能识别${quoted(words)}，未作任何改动。`,
  noMobile: (name: string) => `${name}不在人员名单中，请写明手机号，未作任何改动。`,
  badMobile: () => "手机号应为11位数字，未作任何改动。",
  nobodyHas: (masked: string) =>
    `钉钉通讯录中没有手机号为${masked}的人员，未作任何改动。请核对号码，或请本单位先将其加入钉钉组织。`,
  notAsked: () => "钉钉通讯录暂时无法查询，未作任何改动。请稍后重试；多次不成功的，请联系系统管理员检查通讯录权限。",
  heldAlready: (name: string, duty: string) => `${name}已是${duty}，未作任何改动。`,
  otherName: (masked: string, known: string, given: string) =>
    `手机号${masked}在名单中是“${known}”，与“${given}”不一致，未作任何改动。请核对姓名和号码。`,
  unknownName: (typed: string, nearest: readonly string[]) =>
    nearest.length === 0
      ? `人员名单中没有“${typed}”，未作任何改动。`
      : `人员名单中没有“${typed}”，未作任何改动。相近的有：${nearest.join("、")}。`,
  sameName: (name: string, duties: readonly string[], { district }: Nouns) =>
    `有多位“${name}”（${duties.join("；")}），请写明${district}或角色，未作任何改动。`,
  noSuchRole: (name: string) => `${name}没有这一角色，未作任何改动。`,
  whichSuccessor: (name: string, work: readonly string[], colleagues: readonly string[]) =>
    `${name}有办理中的${work.join("、")}，请写明由谁接手，未作任何改动。可选：${colleagues.join("、")}。例如：「移除人员 ${name} 移交 ${colleagues[0] ?? ""}」。`,
  notAColleague: (name: string, duty: string) => `${name}不是${duty}，不能接手，未作任何改动。`,
  otherDistricts: (from: string, to: string, { district }: Nouns) =>
    `${to}不办理${from}所在${district}的工作，不能接手，未作任何改动。请先为其登记该${district}的角色。`,
  sameTwice: () => "两处是同一人，未作任何改动。",
  noPeriod: (example: string) => `请写明起止日期，未作任何改动。例如「${example}」。`,
  noSuchDay: (text: string) => `“${text}”不是有效的日期，未作任何改动。`,
  over: (period: Period) => `${periodWords(period)}已经结束或先后颠倒，未作任何改动。请核对日期。`,
  notOnLeave: (name: string) => `${name}没有登记休假，未作任何改动。`,
  noMandate: (role: string) =>
    `代理${role}须登记授权依据，未作任何改动。例如「代理 ${role} 张三 至9月10日 经9月1日签批，〔2023〕12号」。`,
  whoStandsIn: (name: string) => `请写明由谁代理${name}，未作任何改动。`,
  standInAway: (name: string) => `${name}在此期间也休假，不能代办，未作任何改动。`,
  twoPeople: () => "请写明移交人和接手人，未作任何改动。例如：「移交 张三 李四」。",
};
