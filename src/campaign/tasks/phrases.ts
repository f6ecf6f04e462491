import type { Nouns } from "../directory/nouns.ts";
import type { AnswerState } from "../ruling/ruling.ts";

/** Who is awaited, and for what. */
type Waiting = { who: string };

const named = (label: string, name: string | undefined): string => (name ? `${label}　${name}` : label);

/** The first three, and how many there are. */
const someOf = (names: readonly string[]): string =>
  `${names.slice(0, 3).join("、")}${names.length > 3 ? `等${names.length}处` : ""}`;

export const taskPhrases = {
  word: () => "待办",
  approvalsWord: () => "待我审批",
  purpose: () => "查看需要您办理的事项",
  approvalsPurpose: () => "查看等待您审批的事项",

  title: (count: number) => (count === 0 ? "待办" : `待办　${count}项`),
  nothing: () => "目前没有需要您办理的事项。",
  waitingHeading: () => "等待他人办理",
  laterHeading: () => "目前尚不能办理",
  more: (count: number) => `另有${count}项，办结后依次列出。`,
  openAnew: () => "其余事项请发送「待我审批」重新列出后办理。",
  /** What was decided since the card was opened. */
  decidedHeading: () => "已办理",
  decidedLine: (what: string, state: AnswerState | undefined) =>
    `${what}：${state === "confirmed" ? "已确认" : state === "declined" ? "已记为不同意" : "已办理"}`,
  decidedLabel: (what: string) => `${what}已办理`,
  words: {
    ruling: (ruling: string) => `口径${ruling}`,
    selection: (version: number) => `择优第${version}版`,
    province: (version: number) => `向省推荐第${version}版`,
    correction: (number: number) => `第${number}次更正`,
    objection: (number: number) => `异议第${number}件`,
    expected: () => "应报范围",
    team: () => "工作组名单",
    extension: (name: string) => `${name}延期`,
    reply: (name: string) => (name === "" ? "部门意见" : `“${name}”的部门意见`),
    recusal: (name: string) => (name === "" ? "回避申请" : `“${name}”的回避`),
  },
  approvalsTitle: (count: number) => (count === 0 ? "待我审批" : `待我审批　${count}项`),
  noApprovals: () => "目前没有等待您审批的事项。",
  notAnApprover: ({ approver }: Nouns) => `审批由${approver}办理，没有等待您审批的事项。`,
  status: { none: "无待办", overdue: "有逾期", open: "待办理", noApprovals: "无待审批" },

  inPlaceOf: (line: string, name: string) => `${line}（代${name}）`,
  of: (district: string, line: string) => `${district}　${line}`,
  begin: (name: string) => `${name}：尚未填写`,
  filling: (label: string, name: string, { done, of }: { done: number; of: number }) =>
    `${named(label, name)}：填写中，已填${done}/${of}项，尚未提交`,
  changing: (label: string, name: string) => `${named(label, name)}：修改中，尚未提交`,
  filledBy: (line: string, name: string) => (name === "" ? line : `${line}（由${name}填写）`),
  confirmOpinions: (name: string) => `${name}：申报表改动前的意见须重新确认`,
  unscored: (label: string, name: string) => `${named(label, name)}：尚未评分`,
  scoring: (label: string, name: string, left: number) => `${named(label, name)}：还有${left}条未评分`,
  scored: (label: string, name: string) => `${named(label, name)}：已评完，尚未提交定稿`,
  awaitsSeal: (name: string) => `${name}：已报送，盖章件待补`,
  notIn: (name: string) => `${name}：尚未报送`,
  answerSupport: (number: number) => `支持事项第${number}件：待您答复`,
  closeSupport: (number: number) => `支持事项第${number}件：已答复，解决后请登记办结`,
  waitsForSupport: ({ who }: Waiting, number: number) => `支持事项第${number}件：等待${who}答复`,
  fileSummary: (name: string) => `${name}：定稿尚未归档`,
  reviseReport: (name: string, until: string, { city }: Nouns) =>
    `${name}：${city}级退回修改，期限${until}，尚未重新报送`,
  waitsForRevision: ({ who }: Waiting, name: string) => `${name}：等待${who}修改后重新报送`,
  correct: (name: string, until: string, { city }: Nouns) => `${name}：${city}级退回补正，期限${until}，尚未报送补正`,
  proposeTeam: () => "评选工作组：尚未提出人选",
  reviseTeam: () => "评选工作组：人选须修改后重新报批",
  decideTeam: () => "评选工作组人选待您审批",
  decideExtension: (name: string) => `${name}：延期申请待您决定`,
  approveExtension: (name: string) => `${name}：延期待您审批`,
  decideRecusal: (name: string, member: string) => `回避：${member}回避${name}的申请待您决定`,
  arrangeVisits: (sites: readonly string[]) => `核验安排：${someOf(sites)}未定日期`,
  assignMembers: (sites: readonly string[]) => `核验分派：${someOf(sites)}成员不足`,
  fileRecords: (sites: readonly string[]) => `现场核验记录表：${someOf(sites)}已核验，签字件尚未归档`,
  verify: (name: string) => `核验：${name}待您打分并提交定稿`,
  awaitReplies: (departments: readonly string[]) =>
    `征求意见：${departments.slice(0, 3).join("、")}${departments.length > 3 ? `等${departments.length}个部门` : ""}尚未全部回复，收到后请登记`,
  decideReply: (name: string, departments: readonly string[], count: number) =>
    `部门意见：${departments.join("、")}就${name}反映的情况${count > 1 ? `等${count}项` : ""}待您认定`,
  waitsForReply: ({ who }: Waiting, count: number) => `部门意见：${count}项等待${who}认定`,
  decideRuling: (ruling: string, text: string) => `口径${ruling}待您确认。拟答复：${text}`,
  decideSelection: (version: number) => `择优第${version}版待您审批`,
  decideCorrection: (number: number) => `公布名单的第${number}次更正待您审批`,
  decideExpected: (names: readonly string[], { district }: Nouns) =>
    `应报推荐名单的${district}调整为${names.join("、")}，待您确认`,
  recordRuling: (ruling: string) => `口径${ruling}：尚未答复，公布前须明确`,
  choose: () => "择优：尚未办理",
  revise: (version: number) => `择优：第${version}版须修改后重新报批`,
  amend: (version: number) => `择优：已公布的第${version}版有退出，请研究是否重新择优、报批、公布`,
  publish: (version: number) => `公布：择优第${version}版已批准，尚未公布`,

  proposeProvince: (version: number) =>
    version === 0 ? "向省推荐：尚未报批" : `向省推荐：第${version}版退回修改，请另拟报批`,
  decideProvince: (version: number) => `向省推荐第${version}版待您审批`,
  amendProvince: (version: number) => `向省推荐：第${version}版有对象已不在公布的名单中，请另拟报批`,
  sendProvince: (version: number) => `向省推荐：第${version}版已批准，尚未登记报送`,
  reportObjection: (number: number) => `异议第${number}件：待核查并报批`,
  decideObjection: (number: number) => `异议第${number}件待您决定`,
  replyObjection: (number: number) => `异议第${number}件：已决定，待答复`,
  waitsForObjection: ({ who }: Waiting, number: number) => `异议第${number}件：等待${who}决定`,
  beginNotice: (version: number) => `公示：择优第${version}版已批准，须先公示，请开始或延长公示`,
  publishHindered: (version: number, hindrance: string) => `公布：择优第${version}版已批准。${hindrance}`,
  publishFrom: (version: number, day: string) => `公布：择优第${version}版的公示期未满，最早可于${day}公布`,
  register: (names: readonly string[]) =>
    `决定依据：${names.slice(0, 3).join("、")}${names.length > 3 ? `等${names.length}项` : ""}的依据文件待登记`,

  waitsForExtension: ({ who }: Waiting, name: string) => `${name}延期：等待${who}同意`,
  waitsForTeam: ({ who }: Waiting) => `评选工作组人选：等待${who}审批`,
  waitsForRuling: ({ who }: Waiting, ruling: string) => `口径${ruling}：等待${who}确认`,
  waitsForExpected: ({ who }: Waiting, { district }: Nouns) => `应报${district}的调整：等待${who}确认`,
  waitsForSelection: ({ who }: Waiting, version: number) => `择优第${version}版：等待${who}审批`,
  waitsForCorrection: ({ who }: Waiting, number: number) => `公布名单的第${number}次更正：等待${who}审批`,
  waitsForProvince: ({ who }: Waiting, version: number) => `向省推荐第${version}版：等待${who}审批`,
  waitsForReturn: ({ who }: Waiting, name: string) => `${name}：等待${who}报送补正`,
  waitsForDistricts: ({ who }: Waiting, name: string) => `${name}：${who}尚未报送`,

  labels: {
    begin: "申报",
    resume: "继续申报",
    change: "修改申报",
    review: "初评",
    list: "推荐",
    seal: "登记盖章件",
    correct: "查看补正",
    report: "工作报告",
    summary: "生成总结稿",
    province: "查看省推",
    team: "提出人选",
    decideTeam: "审批人选",
    recusals: "决定回避",
    arrangeVisits: "安排日期",
    assignMembers: "分派成员",
    consultation: "征求意见",
    decideReply: "认定部门意见",
    verify: "核验打分",
    confirm: (ruling: string) => `确认口径${ruling}`,
    decline: (ruling: string) => `不同意口径${ruling}`,
    confirmExpected: "确认应报范围",
    declineExpected: "不同意调整",
    record: (ruling: string) => `答复${ruling}`,
    choose: "择优",
    seeSelection: "查看择优",
    opinions: "查看意见",
    approve: "批准",
    refuse: "不批准",
    objection: (number: number) => `异议第${number}件`,
    support: (number: number) => `支持第${number}件`,
    notice: "公示",
    publish: "公布",
    register: (name: string) => `登记${name}的依据`,
  },
};
