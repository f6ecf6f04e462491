import type { Nouns } from "../directory/nouns.ts";
import type { Decider, ExtensionState } from "./extension.ts";
import type { DayProblem } from "./rules.ts";

interface Names {
  /** 柯桥区 */
  district: string;
  /** 推荐名单 */
  name: string;
}

interface Days {
  name: string;
  /** 10月11日 */
  until: string;
  stated: string;
  latest: string;
  today: string;
}

const UNCHANGED = "原截止日期不变";

export const extensionPhrases = {
  askWord: () => "申请延期",
  grantWord: () => "准予延期",
  declineWord: () => "不予延期",
  approveWord: () => "同意延期",
  disapproveWord: () => "不同意延期",
  listWord: () => "延期情况",
  takeBackWords: () => [
    ...["撤回延期", "撤回延期申请", "撤回申请延期", "撤销延期", "撤销延期申请", "取消延期", "取消延期申请"],
    ...["延期不要了", "不延期了", "修改延期", "更改延期"],
  ],
  /** 材料延到9.20 */
  meant: (typed: string) => `未作任何改动。申请延期的，请点击「申请延期」，或发送「${typed}」。`,
  standing: (name: string, day: string) => `${name}（拟延至${day}）`,
  noTakingBack: (open: readonly string[], { organizer }: Nouns) =>
    `延期申请提交后不能撤回，未作任何改动。待决定的有：${open.join("、")}。改日期或理由的，请重新发送「申请延期 名称 日期 理由」，新申请替代原申请；不再需要延期的，请告知${organizer}不予延期。`,
  noneToTakeBack: (granted: boolean) =>
    `目前没有待决定的延期申请，未作任何改动。${granted ? "已准予的延期不能撤回，提前报送不受影响。" : ""}`,
  /** One that waits, in a line. */
  waits: ({ district, name }: Names, day: string, { state, nouns }: { state: ExtensionState; nouns: Nouns }) =>
    `${district}的${name}已申请延至${day}，${state === "proposed" ? `${nouns.organizer}已拟准予，等待${nouns.approver}同意` : `等待${nouns.organizer}决定`}，此前${UNCHANGED}。`,
  typed: (name: string, day: string, reason: string) => `${extensionPhrases.askWord()} ${name} ${day} 理由：${reason}`,
  /** A letter, before it is sent as it was read. */
  letter: (name: string, day: string, reason: string) =>
    `尚未提交。读到：${name}延至${day}；理由：${reason.replace(/。$/u, "")}。无误的，请点击「${extensionPhrases.submit()}」；不是的，请发送「${extensionPhrases.askWord()} ${name} ${day} 理由：……」。`,
  letterWithoutReason: (name: string, day: string) =>
    `尚未提交。读到：${name}延至${day}，未读出理由。请发送「${extensionPhrases.askWord()} ${name} ${day} 理由：……」。`,
  askExample: (name: string) => `申请延期 ${name}`,
  grantExample: (district: string, name: string) => `准予延期 ${district} ${name}`,
  askPurpose: () => "向上级申请推迟报送日期",
  grantPurpose: () => "准予一地推迟报送，写明日期和理由",
  listPurpose: () => "查看延期申请及办理情况",

  title: ({ district, name }: Names) => `${district}　${name}延期`,
  status: (state: ExtensionState | undefined) =>
    state === undefined
      ? "待填写"
      : {
          asked: "待决定",
          proposed: "待审批",
          granted: "已准予延期",
          declined: "未准予延期",
          replaced: "已由新申请替代",
        }[state],
  lapsed: () => "无须决定",
  again: () => "如需再次申请：",
  due: ({ district, name }: Names, by: string) => `${district}的${name}应于${by}报送。`,
  fill: ({ organizer, approver, plan }: Nouns, needsApprover: boolean) =>
    needsApprover
      ? `请填写拟延至的日期（须为工作日）和理由。该日期为${plan}所定，经${organizer}准予并由${approver}同意后，按新日期报送；此前${UNCHANGED}。`
      : `请填写拟延至的日期（须为工作日）和理由，经${organizer}准予后，按新日期报送；此前${UNCHANGED}。`,
  typedHint: (name: string, day: string) => `也可发送「申请延期 ${name} ${day} 理由」。`,
  verdictField: (by: Decider) => (by === "city" ? "办理结果" : "审批结果"),
  choose: () => "请选择",
  opinionField: () => "办理意见",
  opinionHolder: () => "不予延期的请写明，200字以内",
  submitDecision: () => "提交",
  decisionHint: ({ district, name }: Names, by: Decider) =>
    by === "city"
      ? `请选择后提交；不予延期的请写明意见。也可发送「准予延期 ${district} ${name}」或「不予延期 ${district} ${name} 意见」。`
      : `请选择后提交；决定依据可以后登记，不同意延期的请写明审批意见。也可发送「同意延期 ${district} ${name}」，其后写决定依据和意见。`,
  decisionName: ({ district, name }: Names) => `${district}${name}延期`,
  restsOn: (words: string) => `决定依据：${words}。`,
  dayField: () => "延至",
  reasonField: () => "理由",
  submit: () => "提交申请",
  reasonName: () => "延期理由",
  /** @param by 9月底前（截至9月30日） */
  asks: ({ district, name }: Names, by: string, until: string) => `${district}的${name}应于${by}报送，拟延至${until}。`,
  given: ({ district, name }: Names, by: string, until: string, { organizer }: Nouns) =>
    `${district}的${name}应于${by}报送，${organizer}拟准予延至${until}。`,
  reason: (reason: string) => `理由：${reason}`,
  approverToo: ({ plan, approver }: Nouns) => `该日期为${plan}所定，准予后还须${approver}同意。`,
  waitsFor: (state: "asked" | "proposed", { organizer, approver }: Nouns) =>
    `${state === "asked" ? `等待${organizer}决定` : `${organizer}已拟准予，等待${approver}同意`}，此前${UNCHANGED}。`,
  granted: ({ district, name }: Names, until: string) => `${district}的${name}准予延至${until}（含当日）报送。`,
  declined: ({ district, name }: Names, by: string) => `${district}的${name}未准予延期，仍应于${by}报送。`,
  opinion: (opinion: string) => `办理意见：${opinion.replace(/[。.]$/u, "")}。`,
  none: () => "目前没有延期申请。",
  line: ({ district, name }: Names, until: string, state: ExtensionState) =>
    `${district}　${name}：拟延至${until}，${extensionPhrases.status(state)}`,
  footnote: (source: string) => `依据：${source}。延期的办理为系统建议，非文件规定。`,

  asked: ({ name }: Names, { day, reason }: { day: string; reason: string }, { organizer }: Nouns) =>
    `已申请将${name}延至${day}，理由：${reason}。等待${organizer}决定，此前${UNCHANGED}。`.replace("。。", "。"),
  /** Behind what is said of the rest; empty where all was read. */
  notRecorded: (lines: readonly string[] = []) =>
    lines.length === 0 ? "" : `申请中${lines.map((line) => `「${line}」`).join("")}没有对应的栏目，未记录。`,
  decided: (state: "granted" | "proposed", { district, name }: Names, until: string, { approver }: Nouns) =>
    state === "granted"
      ? `已准予${district}的${name}延至${until}，已告知其经办人。`
      : `已拟准予${district}的${name}延至${until}，已报${approver}，同意后生效。`,
  /** @param restsOn undefined: to be registered */
  approved: ({ district, name }: Names, restsOn: string | undefined, { organizer }: Nouns) =>
    `已同意${district}的${name}延期，已告知其经办人。${
      restsOn === undefined
        ? `决定依据待登记，可由${organizer}发送「登记依据 ${extensionPhrases.decisionName({ district, name })} 依据」补记。`
        : `决定依据：${restsOn}。`
    }`,
  refused: ({ district, name }: Names) => `未准予${district}的${name}延期，${UNCHANGED}，已告知其经办人。`,

  opinionToast: () => "请在卡片上写明意见后提交，原截止日期不变",
  noOpinion: ({ district, name }: Names, by: Decider) =>
    by === "city"
      ? `请写明不予延期的意见，未办理。例如「不予延期 ${district} ${name} 请按期报送」。`
      : `请写明审批意见，未办理。例如「不同意延期 ${district} ${name} 请按期报送」。`,
  noVerdict: (by: Decider) =>
    by === "city" ? "请选择准予延期或不予延期，未办理。" : "请选择同意延期或不同意延期，未办理。",
  otherDay: ({ district, name }: Names, until: string, said: string) =>
    `${district}的${name}拟延至的日期是${until}，不是${said}，未办理。同意的请发送「同意延期 ${district} ${name}」；改为其他日期的，请写明审批意见，以「不同意延期 ${district} ${name} 意见」退回。`,
  severalDays: (said: string) =>
    `写了不止一个日期（${said}），不能确定延至哪一天，未作任何改动。请只写拟延至的日期，例如「申请延期 推荐名单 10月11日 正在盖章」。`,
  noReason: () => `没有写明理由，未作任何改动。请在日期后写明，例如「申请延期 推荐名单 10月11日 正在盖章」。`,
  noDay: () => `没有写明延至哪一天，未作任何改动。请写明日期，例如「10月11日」。`,
  noDayYet: (name: string, reason: string) =>
    `没有写明延至哪一天，未作任何改动。请发送「${extensionPhrases.askWord()} ${name} 10月11日 理由：${reason}」，其中的日期请改为拟延至的日期。`,
  noSuchDay: (said: string) => `没有“${said}”这一天，未作任何改动。请核对日期后重新发送。`,
  unclearDay: (said: string) => `“${said}”可理解为不同日期，未作任何改动。请写成「10月11日」的形式。`,
  which: (names: readonly string[]) => `请写明是哪一项：${names.join("、")}。未作任何改动。`,
  several: (one: string, other: string) =>
    `同时写了${one}和${other}，指的是哪一项不明确，未作任何改动。请每次只写一项，依次写明事项、日期和理由。`,
  whichDistrict: (names: readonly string[], { district }: Nouns) =>
    `请写明是哪个${district}：${names.join("、")}。未作任何改动。`,
  notYours: (district: string, own: readonly string[]) =>
    `${district}的期限由${district}申请，您只能为${own.join("、")}申请延期，未作任何改动。`,
  nothingDated: () => "目前没有规定截止日期的事项，无须申请延期。",
  notDated: (district: string, name: string) => `${district}的${name}没有必须遵守的截止日期，随时可以办理，无须延期。`,
  isIn: (district: string, name: string) => `${district}的${name}已报送，无须延期，未作任何改动。`,
  released: (district: string, name: string) => `${district}无须报送${name}，未作任何改动。`,
  ended: (name: string) => `${name}已不再办理，不能延期，未作任何改动。`,
  closed: (name: string, stated: string) => `${name}的截止日期（${stated}）已过，不能再延期。仍可报送，将按规定注明。`,
  problem: (problem: DayProblem, { name, until, stated, latest, today }: Days) =>
    ({
      past: `${until}已过（今天是${today}），不能延至该日，${UNCHANGED}。`,
      notLater: `${name}现在的截止日期为${stated}，${until}不晚于该日，无须延期，${UNCHANGED}。`,
      beyond: `${until}过晚，${name}最晚可延至${latest}，${UNCHANGED}。`,
      restDay: `${until}是休息日，请改为工作日，${UNCHANGED}。`,
    })[problem],
  noneWaits: ({ district, name }: Names, last: ExtensionState | undefined) =>
    last === undefined
      ? `${district}的${name}没有等待决定的延期申请，未作任何改动。`
      : `${district}的${name}的延期申请目前为“${extensionPhrases.status(last)}”，没有等待您决定的申请，未作任何改动。`,
};
