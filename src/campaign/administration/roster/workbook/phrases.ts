import { textView, type View } from "../../../../platform/chat/view.ts";
import type { Column } from "./columns.ts";

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join("、");

/** Headers of the workbook: the first is written, all are read. */
export const workbookWords = {
  headers: {
    name: ["姓名", "名字", "人员姓名"],
    mobile: ["手机号", "手机", "手机号码", "联系电话", "电话", "移动电话"],
    district: ["地区", "所属地区", "所在地区", "区县", "区（县、市）", "区(县、市)", "村", "单位", "区"],
    role: ["角色", "工作角色", "身份", "职责"],
    note: ["备注", "说明"],
  } satisfies Record<Column, readonly string[]>,
  problem: "问题",
};

export const rowProblems = {
  noName: () => "未填姓名",
  noMobile: () => "未填手机号，且姓名不能在现有名单中唯一对应",
  badMobile: () => "手机号应为11位数字",
  sharedMobile: (lines: readonly number[]) => `与第${lines.join("、")}行手机号相同而姓名不同`,
  nobodyHas: () => "钉钉通讯录中没有该手机号的人员",
  notAsked: () => "钉钉通讯录暂时无法查询该手机号",
  otherName: (known: string) => `该手机号在现有名单中是“${known}”`,
  unknownRole: (typed: string, names: readonly string[]) =>
    `${typed === "" ? "未填角色" : `没有“${typed}”这一角色`}，可填：${names.join("、")}`,
  unknownDistrict: (typed: readonly string[], noun: string, names: readonly string[]) =>
    `没有${quoted(typed)}这一${noun}，可填：${names.join("、")}`,
  noDistrict: (noun: string, names: readonly string[]) => `未填${noun}，可填：${names.join("、")}`,
  noDistrictHere: (role: string, noun: string) => `${role}不分${noun}，请清空${noun}`,
  doubled: (line: number) => `与第${line}行重复`,
  notOneself: (role: string) => `不能为本人登记${role}`,
  administratorOnly: (role: string) => `${role}的调整由系统管理员办理`,
};

export const workbookPhrases = {
  exportTyped: () => "导出 人员名单",
  holds: (people: number) => `${people}人的角色和手机号，只发单聊`,
  readLabel: () => "核对人员名单",
  adoptLabel: () => "采用",
  declineLabel: () => "不采用",
  adoptTyped: () => "采用人员名单",
  declineTyped: () => "不采用人员名单",
  recognised: (file: string): View =>
    textView("收到人员名单", `《${file}》是人员名单。核对后先列出与现有名单的差异，经您确认才生效。`),
  sheet: () => "人员名单",
  title: (campaign: string) => `${campaign}人员名单`,
  hint: (roles: readonly string[], noun: string, districts: readonly string[]) =>
    `角色可填：${roles.join("、")}。经办人须填${noun}：${districts.join("、")}。一人多个角色或${noun}的，分行填写。手机号用于在钉钉通讯录中查找本人。修改后请直接发给家园助手。`,
  fileName: (title: string) => `${title}.xlsx`,
  checkedName: (title: string) => `${title}（标注问题）.xlsx`,
  exported: (): View =>
    textView("人员名单", "人员名单已发送，修改后直接发给家园助手，核对差异后生效。名单含手机号，请勿转发到群。"),
  card: () => "人员名单更新",
  open: () => "待确认",
  adopted: () => "已采用",
  declined: () => "未采用",
  lead: (added: number, ended: number) =>
    `与现有名单相比，新增${added}项，解除${ended}项。采用后即时生效，并告知本人。`,
  unchanged: (): View => textView("人员名单", "与现有名单一致，没有需要更新的内容，未作任何改动。", { tone: "done" }),
  adding: (name: string, duty: string) => `新增：${name}，${duty}`,
  ending: (name: string, duty: string) => `解除：${name}，${duty}`,
  more: (count: number) => `另有${count}项，见所发名单。`,
  keptHint: (roles: readonly string[]) =>
    `名单中未列入的经办人等，采用后即予解除；${roles.join("、")}和代理人未列入的保持不变。解除人员办理中的工作由同一岗位的同事继续办理。`,
  adoptedLead: (added: number, ended: number) => `已采用：新增${added}项，解除${ended}项，已告知本人。`,
  declinedLead: () => "未采用，人员名单未作改动。",
  problemsTitle: () => "人员名单有问题",
  problemsLead: (count: number) => `名单有${count}处问题，未作任何改动。已在发回的文件中逐行标注，请修改后重新发送。`,
  problem: (line: number, sentence: string) => `第${line}行：${sentence}`,
  moreProblems: (count: number) => `另有${count}处，见发回的文件。`,
};

export const workbookRefusals = {
  notRoster: () =>
    "文件里没有人员名单，未作任何改动。名单须有姓名、手机号、角色三栏，可先发送「导出人员名单」取得表格。",
  missing: (columns: readonly string[]) => `人员名单缺少${columns.join("、")}栏，未作任何改动。请补上后重新发送。`,
  empty: () => "人员名单没有内容，未作任何改动。请填写后重新发送。",
  tooMany: (count: number, most: number) => `名单有${count}行，超过${most}行，未作任何改动。请分次发送。`,
  tooManyNew: (count: number, most: number) =>
    `名单有${count}个新手机号需要查询，一次最多${most}个，未作任何改动。请分次发送。`,
  withoutYou: () => "名单中没有您本人，采用后您将无法办理，未作任何改动。请补上后重新发送。",
  notOpen: () => "目前没有等待确认的人员名单，未作任何改动。请先发送修改后的人员名单。",
};
