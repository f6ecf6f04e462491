import type { CivilDate } from "../../shared/civil-date.ts";
import { weekdayOf } from "../../shared/civil-date.ts";
import type { ApplicationState } from "../application/application.ts";
import { dayWords } from "../definition/wording.ts";
import type { Nouns } from "../directory/nouns.ts";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** 9月25日（周一） */
export const visitDay = (day: CivilDate): string => `${dayWords(day)}（周${WEEKDAYS[weekdayOf(day) - 1]}）`;

const quoted = (name: string): string => `“${name}”`;
const inOrder = (names: readonly string[]): string => names.join("、");
/** 1号车 */
const carWords = (car: number | undefined): string => (car === undefined ? "" : `${car}号车`);

/** What people write in an arrangement. */
export const visitWords = {
  tomorrow: /明天|明日/gu,
  dayAfter: /后天|后日/gu,
  car: /第?\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*号?\s*车/u,
  escort: ["陪同人员", "陪同人", "陪同"],
  members: ["增加成员", "添加成员", "加成员", "减少成员", "去掉成员", "移除成员", "核验成员", "成员"],
  adding: /^(?:增加|添加|加)/u,
  removing: /^(?:减少|去掉|移除)/u,
  instead: /^(?:改为|改成|换成|换为|调整为)\s*/u,
  all: /^(?:全部|所有|其余|其他|剩余|剩下的?)(?:未定日期)?的?(?:小区|农户)?$/u,
  hour: /上午|下午|晚上|[\d一二三四五六七八九十]{1,3}[点时]/u,
  dayLike: /\d{1,2}月|\d{1,2}[号日]$|[周星期礼拜]{1,2}[一二三四五六日天]$|^(?:下|这|本)周/u,
  quiet: /暗访|悄悄(?:地)?去|(?:不|不要|不用|不事先|先不)(?:告知|通知)(?:区里|地区|区级)?/u,
  open: /明访|不(?:再)?暗访|照常告知/u,
  separators: /[、，,；;]|\s(?:和|与|及)\s|(?<=[\p{Script=Han}\d])(?:和|与|及)(?=[\p{Script=Han}\d])/u,
  fillers:
    /(?:都|全部|一起|一并)?(?:改期到|改到|改为|改成|换到|换成|调到|调至|改期|安排在|安排到|定在|定于|提前到|推迟到|延期到|延到|挪到|放到|放在|排到|排在|改(?=\s*$)|安排(?=\s*$))|^\s*(?:核验)\s+/gu,
};

/** Why a site is not verified. */
const left = {
  submitted: "已不在报送的推荐名单上",
  withdrawn: "已撤回申报",
  excluded: "不得参与",
} satisfies Record<ApplicationState, string>;

/** A visit in words. */
export interface VisitWords {
  name: string;
  district: string;
  day?: CivilDate | undefined;
  car?: number | undefined;
  unannounced?: boolean | undefined;
  isMade?: boolean | undefined;
  escort?: string | undefined;
  members: readonly string[];
  address?: string | undefined;
  /** Day of the arrangement that this one has replaced. */
  insteadOf?: CivilDate | undefined;
}

export const visitPhrases = {
  words: ["核验安排", "安排核验", "核验计划", "核验改期"],
  word: () => "核验安排",
  example: ({ caseName }: Nouns) => `核验安排 9月25日 ${caseName} 1号车`,
  purpose: ({ case: noun }: Nouns) => `查看现场核验的安排：日期、${noun}、车辆、成员`,
  arrangePurpose: ({ case: noun }: Nouns) =>
    `安排现场核验，多个${noun}用顿号分开，「陪同」「暗访」写在后面；「安排日期」打开表单，「取消核验」取消`,
  membersPurpose: () => "分派核验成员：按建议或逐处分派",
  noneThatDay: (day: CivilDate | undefined) =>
    day === undefined ? "没有已安排的核验。" : `${visitDay(day)}没有安排核验。`,
  title: () => "核验安排",
  status: (open: number) => (open === 0 ? "已安排" : `待安排${open}处`),
  noneReported: () => "目前没有已报送推荐名单、参加核验的对象。",
  lead: ({ cases }: Nouns, { total, dated, made }: { total: number; dated: number; made: number }) =>
    `参加核验的共${cases(total)}：已定日期${dated}个${made === 0 ? "" : `（其中已核验${made}个）`}，未定${total - dated}个。`,
  line: ({ name, district, car, unannounced, isMade, escort, members }: VisitWords, perSite: number) =>
    [
      carWords(car),
      `${name}（${district}）`,
      `${unannounced ? "暗访" : ""}${isMade ? "已核验" : ""}`,
      members.length === 0 ? "成员未分派" : `成员：${inOrder(members)}${members.length < perSite ? "（不足）" : ""}`,
      escort === undefined ? "" : `陪同：${escort}`,
    ]
      .filter((part) => part !== "")
      .join("　"),
  undated: (names: readonly string[]) => `未定日期：${inOrder(names)}。`,
  unassigned: (names: readonly string[]) => `未分派成员：${inOrder(names)}。`,
  short: (names: readonly string[], perSite: number) => `成员不足${perSite}名：${inOrder(names)}。`,
  twoCars: (name: string, day: CivilDate) => `${name}：${dayWords(day)}分在两辆车上，请核对。`,
  toDays: () => "安排日期",
  toMembers: () => "分派成员",
  footnote: (perSite: number, ruling: string | undefined) =>
    `每处${perSite}名成员${ruling === undefined ? "" : `（口径${ruling}）`}，不足的不影响核验。`,

  // The page for a day.
  dayTitle: () => "安排日期",
  dayLead: (undated: readonly string[], { case: noun, district }: Nouns) =>
    undated.length === 0
      ? `各${noun}均已定日期；改期的请发送「核验安排 日期 名称」。`
      : `请选择同一天的${noun}，同车的次序按所列先后；未定日期的共${undated.length}个。安排后即告知所在${district}的经办人和成员；暗访的，核验后才告知经办人。`,
  dayTyped: (undated: readonly string[], { caseName }: Nouns) =>
    `请发送日期和名称，例如「核验安排 9月25日 ${undated[0] ?? caseName} 1号车 陪同 姓名」，暗访的写明「暗访」；多日的可分行写。`,
  dayField: () => "核验日期",
  sitesField: ({ case: noun }: Nouns) => noun,
  carField: () => "第几号车",
  escortField: () => "陪同人员",
  quietField: ({ district }: Nouns) => `暗访（事先不告知${district}）`,
  arrange: () => "安排",

  // The page for members.
  membersWords: ["核验分派", "分派核验", "分派成员"],
  membersWord: () => "核验分派",
  membersStatus: (open: number) => (open === 0 ? "已分派" : `待分派${open}处`),
  membersTitle: () => "分派成员",
  proposed: (name: string, members: readonly string[], added: readonly string[]) =>
    `${name}：${members.length === 0 ? "" : `${inOrder(members)}，`}建议${members.length === 0 ? "" : "再"}由${inOrder(added)}核验`,
  proposalLead: (perSite: number, { district }: Nouns) =>
    `以下按每处${perSite}名建议，已避开应当回避和同一${district}的成员，各人处数尽量均衡，同车或同一街道的由同一组核验。请核对后采用，或逐处分派。`,
  proposalShort: (names: readonly string[]) => `可分派的成员不足：${inOrder(names)}。`,
  allAssigned: () => "各处成员均已分派；调整的可在下方选择。",
  assignTyped: (name: string) => `逐处分派的，请发送「核验安排 ${name} 成员 姓名、姓名」。`,
  assignTypedWhole: (name: string, members: readonly string[]) => `核验安排 ${name} 成员 ${inOrder(members)}`,
  take: () => "采用建议",
  takeWords: ["采用核验建议", "采用分派建议"],
  siteField: ({ case: noun }: Nouns) => noun,
  membersField: () => "核验成员",
  assign: () => "分派",
  loads: (loads: readonly { name: string; count: number }[]) =>
    `各人处数：${loads.map(({ name, count }) => `${name}（${count}处）`).join("、")}。`,

  // A member's own sites.
  mineWords: ["我的核验", "核验任务"],
  mineWord: () => "我的核验",
  minePurpose: ({ case: noun }: Nouns) => `查看由您核验的${noun}：次序、日期、车辆、地址`,
  mineTitle: () => "我的核验",
  mineNone: () => "目前没有分派给您的核验。",
  mineLine: ({ name, district, address, members, escort, car, unannounced, isMade }: VisitWords) =>
    [
      `${name}（${district}）`,
      isMade ? "已核验" : unannounced ? "暗访，请勿事先告知" : "",
      carWords(car),
      address === undefined ? "" : `地址：${address}`,
      members.length === 0 ? "" : `同组：${inOrder(members)}`,
      escort === undefined ? "" : `陪同：${escort}`,
    ]
      .filter((part) => part !== "")
      .join("　"),
  score: (name: string) => `核验 ${name}`,
  mineUndated: () => "日期待定",
  prepared: ({ district }: Nouns) => `已请${district}准备（暗访的除外）：`,

  // The district.
  districtTitle: (day: CivilDate) => `现场核验　${visitDay(day)}`,
  districtStatus: { arranged: "待核验", made: "已核验", cancelled: "已取消" },
  districtLead: (noun: string) => `评选工作组将到以下${noun}现场核验：`,
  districtMade: (noun: string) => `评选工作组已到以下${noun}现场核验：`,
  districtCancelled: () => "该日的现场核验已取消或改期。",
  districtLine: ({ name, address, escort, isMade, insteadOf }: VisitWords) =>
    [
      `${name}${isMade ? "（已核验）" : ""}${insteadOf === undefined ? "" : `（原定${dayWords(insteadOf)}）`}`,
      address === undefined ? "" : `地址：${address}`,
      escort === undefined ? "" : `陪同：${escort}`,
    ]
      .filter((part) => part !== "")
      .join("　"),
  prepareHeading: () => "请准备",
  prepare: ({ annex, rows }: { annex: string | undefined; rows: readonly string[] }) => [
    `证明材料原件，按${annex ?? "申报表"}的次序备齐，供现场核对。`,
    ...(rows.length === 0 ? [] : [`现场查看${inOrder(rows)}。`]),
    "安排陪同人员到场，核验后在《现场核验记录表》上签字。",
  ],
  prepareFootnote: () => "准备事项为系统建议，非文件规定。",
  districtOverviewLead: () => "已告知的现场核验如下，其余日期另行告知。",
  districtNone: () => "目前没有已告知的现场核验，日期确定后另行告知。",
  districtOverviewLine: ({ day, name, isMade }: VisitWords) =>
    `${day === undefined ? "" : visitDay(day)}　${name}${isMade ? "（已核验）" : ""}`,
  toldCancelled: (names: readonly string[], day: CivilDate) =>
    `原定${visitDay(day)}对${inOrder(names.map(quoted))}的现场核验已取消，如另有安排将再告知。`,

  // Done.
  arranged: ({ name, day, car, unannounced, escort, insteadOf }: VisitWords) =>
    `${quoted(name)}：${day === undefined ? "" : visitDay(day)}${car === undefined ? "" : `，${carWords(car)}`}${unannounced ? "，暗访" : ""}${insteadOf === undefined ? "" : `（原定${dayWords(insteadOf)}）`}${escort === undefined ? "" : `，陪同：${escort}`}`,
  again: (name: string, day: CivilDate) => `${quoted(name)}已于${dayWords(day)}核验，本次为再次核验。`,
  unchanged: () => "与现有安排相同，未作任何改动。",
  restDay: (day: CivilDate) => `${dayWords(day)}为休息日，请核对。`,
  outside: (day: CivilDate, stage: string, until: readonly [CivilDate, CivilDate]) =>
    `${dayWords(day)}不在${stage}阶段（${dayWords(until[0])}至${dayWords(until[1])}）之内，请核对。`,
  assigned: (name: string, members: readonly string[]) =>
    members.length === 0 ? `${quoted(name)}：未分派成员` : `${quoted(name)}：成员${inOrder(members)}`,
  fewer: (names: readonly string[], perSite: number) => `${inOrder(names)}的成员不足${perSite}名。`,
  told: (who: readonly string[]) => `已告知${inOrder(who)}。`,
  toldDistrict: (name: string) => `${name}经办人`,
  notTold: ({ district }: Nouns) => `暗访的事先不告知${district}。`,
  doneDays: (count: number) => `已安排${count}处。`,
  doneMembers: (count: number) => `已分派${count}处。`,
  nothingProposed: () => "没有待采用的分派建议，未作任何改动。",

  // Messages to members.
  changeTitle: () => "核验安排有变动",
  memberGiven: ({ name, day, car }: VisitWords) =>
    `由您核验${quoted(name)}${day === undefined ? "，日期待定" : `：${visitDay(day)}${car === undefined ? "" : `，${carWords(car)}`}`}`,
  memberMoved: ({ name, day, car, insteadOf }: VisitWords) =>
    `${quoted(name)}${day === undefined ? "的核验" : insteadOf === undefined ? "的核验定于" : "改为"}${day === undefined ? "日期待定" : visitDay(day)}${car === undefined ? "" : `，${carWords(car)}`}${insteadOf === undefined ? "" : `（原定${dayWords(insteadOf)}）`}`,
  memberCancelled: (name: string) => `${quoted(name)}的核验日期已取消，待重新安排`,
  memberTakenOff: (name: string) => `${quoted(name)}不再由您核验`,

  // What ends.
  cancelWords: ["取消核验", "撤销核验安排"],
  cancelWord: () => "取消核验",
  cancelled: (name: string, day: CivilDate) => `已取消${quoted(name)}${dayWords(day)}的核验，成员分派保留。`,
  madeWords: ["已核验"],
  madeWord: () => "已核验",
  madeExample: ({ caseName }: Nouns) => `已核验 ${caseName}`,
  madePurpose: () => "登记现场核验已完成",
  made: (name: string, day: CivilDate) => `${quoted(name)}已登记为${dayWords(day)}核验。`,
  madeAgain: (name: string) => `${quoted(name)}此前已登记核验，未作改动。`,

  // What follows from elsewhere.
  goneTitle: (names: readonly string[]) =>
    `核验取消：${names.length > 3 ? `${inOrder(names.slice(0, 3))}等${names.length}处` : inOrder(names)}`,
  gone: (name: string, state: ApplicationState, day: CivilDate | undefined) =>
    `${quoted(name)}${left[state]}，${day === undefined ? "" : `${dayWords(day)}的核验已取消，`}成员分派已结束。`,
  recusedTitle: (name: string) => `需要改派：${name}`,
  recused: (name: string, member: string, proposed: string | undefined) =>
    `${member}已回避${quoted(name)}，分派已结束。${proposed === undefined ? "没有可建议的成员，请发送「核验分派」另行分派。" : `建议由${proposed}接替。`}`,
  recusedLate: (name: string, member: string) =>
    `${member}已回避${quoted(name)}，分派已结束。该处已核验，需要补充核验的，请发送「核验安排 ${name} 增加成员 姓名」。`,
  replace: (name: string) => `由${name}接替`,
  reversedTitle: (name: string) => `恢复分派：${name}`,
  reversed: (
    { name, member, members }: { name: string; member: string; members: readonly string[] },
    perSite: number,
  ) =>
    `${member}对${quoted(name)}的回避已撤销，分派恢复，此前给出的分数照旧。现有成员：${inOrder(members)}。${
      members.length > perSite ? `多于每处${perSite}名的，可发送「核验安排 ${name} 减少成员 姓名」调整。` : ""
    }`,
  leftTitle: () => "需要改派",
  left: (member: string, names: readonly string[]) =>
    `${member}已不在评选工作组，${inOrder(names.map(quoted))}的分派已结束。请发送「核验分派」另行分派。`,
  affected: (day: CivilDate) => `已安排${dayWords(day)}现场核验，撤回后取消。`,
  holdsList: (name: string) => `名单中的${quoted(name)}已安排现场核验`,
  rulingEffect: (names: readonly string[], perSite: number) => `${inOrder(names)}的成员不足${perSite}名，须补充分派。`,
};

export const visitRefusals = {
  noTeam: () => "评选工作组尚未批准，不能安排核验，未作任何改动。报批和批准情况请发送「评选工作组」查看。",
  noSite: ({ case: noun }: Nouns) => `没有写明${noun}，未作任何改动。请写明，例如「核验安排 9月25日 名称 1号车」。`,
  noDay: (name: string) => `${quoted(name)}尚未定核验日期，未作任何改动。请写明日期。`,
  dayOver: (day: CivilDate) => `${dayWords(day)}早于今天，未安排。已核验的，请发送「已核验 名称 日期」登记。`,
  whichSite: ({ case: noun }: Nouns) => `请写明一个${noun}的名称，未作任何改动。`,
  unknownSite: (name: string, near: readonly string[], { case: noun }: Nouns) =>
    `参加核验的${noun}中没有找到${quoted(name)}，均未改动。${near.length === 0 ? "" : `名称相近的有${inOrder(near)}。`}请核对名称，或发送「核验安排」查看。`,
  several: (name: string, names: readonly string[]) =>
    `${quoted(name)}有多个：${inOrder(names)}，均未改动。请写明是哪一个。`,
  noneOpen: (district: string, { case: noun }: Nouns) => `${district}没有未定日期的${noun}，未作任何改动。`,
  gone: (name: string, state: ApplicationState) => `${quoted(name)}${left[state]}，不能安排核验，均未改动。`,
  hour: (part: string) =>
    `核验安排只登记日期、车辆和次序，${quoted(part)}没有读入，均未改动。时刻可写在陪同人员之后，例如「陪同 姓名 9点到」。`,
  dayUnread: (part: string) => `未能识别日期${quoted(part)}，均未改动。请写明月和日，例如「9月25日」。`,
  allDated: ({ case: noun }: Nouns) => `各${noun}均已定日期，未作任何改动。`,
  whichMember: (name: string, names: readonly string[], several: boolean) =>
    several
      ? `成员${quoted(name)}有多名：${inOrder(names)}，均未改动。请写明全名。`
      : `评选工作组中没有${quoted(name)}，均未改动。成员有：${inOrder(names)}。`,
  notInTeam: (name: string) => `${name}不在现行的评选工作组，均未改动。`,
  recused: (name: string, site: string) => `${name}应当回避${quoted(site)}，不能分派，均未改动。`,
  sameDistrict: (name: string, district: string, site: string) =>
    `${name}为${district}经办人，应当回避${quoted(site)}，不能分派，均未改动。`,
  mayNotArrange: ({ organizer }: Nouns) => `核验由组长或${organizer}安排，未作任何改动。`,
  notArranged: (name: string) => `${quoted(name)}没有已安排的核验，未作任何改动。`,
  notYours: (name: string) => `${quoted(name)}不由您核验，未作任何改动。`,
  notYet: (name: string, day: CivilDate) =>
    `${quoted(name)}的核验定于${dayWords(day)}，尚未到期，未登记。提前核验的，请先改期。`,
  future: (day: CivilDate) => `${dayWords(day)}晚于今天，未登记。`,
  noMembers: () => "没有选择成员，未作任何改动。",
};
