import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import type { Authority } from "../authority/authority.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import type { Deadline } from "../definition/deadlines.ts";
import type { Definition } from "../definition/definition.ts";
import type { AfterNotice, NoticePeriod } from "../definition/notice-days.ts";
import { dayWords, momentWords } from "../definition/wording.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { AnswerState, RecordedAnswer } from "./ruling.ts";

const approverOf = (definition: Definition): string => nounsOf(definition).approver;
const planOf = ({ campaign }: Definition): string => campaign.words.plan;

export const rulingPhrases = {
  given: (name: string, at: Date) => `${name} ${dayWords(dayOf(at))}`,

  // The list of all rulings.
  purpose: (definition: Definition) => `查看对${planOf(definition)}的理解`,
  recordExample: () => "口径 编号 答复",
  recordPurpose: (definition: Definition) => `记录${nounsOf(definition).approver}的答复，确认后生效`,
  listTitle: (definition: Definition) => `口径：对${planOf(definition)}的理解`,
  listCounts: (
    definition: Definition,
    { all, open, pending, answered }: { all: number; open: number; pending: number; answered: number },
  ) =>
    `共${all}条：待明确${open}条，待${approverOf(definition)}确认${pending}条，已答复${answered}条，其余按默认口径执行。`,
  openHeading: () => "待明确（没有默认口径）",
  pendingHeading: (definition: Definition) => `待${approverOf(definition)}确认`,
  answeredHeading: () => "已答复",
  defaultHeading: () => "按默认口径执行",
  openItem: (id: string, question: string, waits: string | undefined) =>
    `${id} ${question}${waits === undefined ? "" : `明确之前${waits}。`}`,
  waits: {
    publication: () => "不能公布",
    ranking: ({ campaign }: Definition) => `不显示全${campaign.words.city.noun}排名`,
    selection: () => "不能择优",
  },
  pendingItem: (id: string, question: string, text: string) => `${id} ${question}拟答复：${text}`,
  answeredItem: (id: string, question: string, text: string) => `${id} ${question}答：${text}`,
  comingItem: (id: string, question: string, text: string, from: Date) =>
    `${id} ${question}答：${closed(text)}${momentWords(from)}起生效。`,
  defaultItem: (id: string, question: string, { text, byHand }: { text: string; byHand: boolean }) =>
    `${id} ${question}默认：${text}${byHand ? "（由人工执行）" : ""}`,
  defaultsTitle: (page: number, pages: number) => `全部口径（第${page}页，共${pages}页）`,
  nextPage: () => "下一页口径",
  option: (id: string, question: string) => `${id} ${question}`,
  /** @param example a ruling of this campaign, with a short answer if available */
  listFootnote: (mayRecord: boolean, { ruling, answer }: { ruling: string; answer: string }) =>
    mayRecord
      ? `记录答复请发送「口径 编号 答复」，例如「口径 ${ruling} ${answer}」。查看一条请发送「口径 ${ruling}」。`
      : `查看一条请发送「口径 编号」，例如「口径 ${ruling}」。`,
  noticeAnswer: () => "公示5天",
  anyAnswer: () => "……",
  defaultsLeftOut: (count: number) => `其余${count}条按默认口径执行，发送「全部口径」分页查看。`,
  seeAll: () => "全部口径",
  groupLine: () => "逐条内容请在与家园助手的单聊中发送「口径」查看。",
  seeOne: (id: string) => `口径 ${id}`,
  whichField: () => "选择口径",
  otherField: () => "或填其他口径的编号",
  otherExample: (id: string) => `例如：${id}`,
  word: () => "口径",
  backToList: () => "其余口径",
  chooseOne: () => "请选择一条口径，或填写其编号，未作任何改动。",
  whichSubmit: () => "查看并答复",

  // One ruling.
  oneTitle: (id: string) => `口径 ${id}`,
  status: (status: "answered" | "default" | "open" | "pending" | "coming") =>
    ({ answered: "已答复", default: "默认口径", open: "待明确", pending: "待确认", coming: "已确认，待生效" })[status],
  questionLabel: () => "问",
  nowLabel: () => "现行",
  linesLabel: () => "出处",
  affectsLabel: () => "涉及",
  proposedLabel: (isConfirmed: boolean) => (isConfirmed ? "答复" : "拟答复"),
  meansLabel: () => "据此执行",
  byHand: () => "由人工执行",
  computed: (shares: readonly { label: string; part: string; whole: string }[]) =>
    `${shares.map(({ label, part, whole }) => `${label}按填报的${part}÷${whole}计算`).join("，")}，不四舍五入；所填数据的时段和范围由填报人按本条掌握`,
  untilAnswered: (waits: string | undefined) => (waits === undefined ? "明确之前由人工把握" : `明确之前${waits}`),
  effectiveLabel: () => "生效",
  effective: (at: Date, recordedAt: Date) => (at > recordedAt ? `自${momentWords(at)}起` : "自确认之时起"),
  reasonLabel: () => "理由",
  /** Not the same word twice, where the roster names the person by the role. */
  approverLabel: (definition: Definition, name: string) =>
    name === approverOf(definition) ? "确认人" : approverOf(definition),
  recordedLabel: () => "记录",
  recorded: (name: string, at: Date) => `${name}，${momentWords(at)}`,
  decidedLabel: () => "确认",
  decided: (name: string, at: Date) => `${name}，${momentWords(at)}`,
  movesLabel: () => "日期变动",
  moves: (name: string, from: CivilDate, to: CivilDate) => `${name}由${dayWords(from)}改为${dayWords(to)}`,
  changesNothing: () => "不影响现有申报",
  lateMoves: (name: string, last: CivilDate) => `${name}于${dayWords(last)}24:00后注明逾期`,
  bindingMoves: (name: string, binding: boolean) => `${name}到期后${binding ? "注明逾期" : "不作逾期"}`,
  formsHint: (forms: string) => `答复可写为：${forms}。`,
  answerField: () => "答复",
  effectiveField: () => "生效日期",
  effectivePlaceholder: () => "不填即自确认之时起",
  reasonField: () => "理由",
  recordLabel: () => "记录答复",
  askAnswer: (id: string, forms: string | undefined) =>
    `请回复${id}的【答复】。${forms === undefined ? "" : `可写为：${forms}。`}需要时可接着写「；10月1日起生效」「；理由：……」。不答复请回复「取消」。`,
  askApprover: (definition: Definition, id: string, names: readonly string[]) =>
    `${id}由谁确认？请回复【${approverOf(definition)}】的序号或姓名：${names.map((name, at) => `${at + 1}.${name}`).join("，")}。`,
  askTitle: () => "口径答复",

  noticeStill: () => "公示尚可安排的时间（须于公布前结束）",
  noticeStarts: ({ days, workingDays, firstDayCounts }: NoticePeriod, starts: readonly string[], endsBy: string) =>
    starts.length > 1
      ? `公示${days}个工作日止于${endsBy}的，首日不计入须${starts[0]}开始，首日计入须${starts[1]}开始`
      : `公示${days}${workingDays ? "个工作日" : "天"}止于${endsBy}的，首日${firstDayCounts ? "计入" : "不计入"}，最迟${starts[0]}开始`,

  afterNotice: ({ ends, from, working, endsEarlier }: AfterNotice) =>
    `公示于${dayWords(ends)}24:00期满的，${dayWords(from)}起可以公布${working === from ? "" : `（休息日，其后第一个工作日为${dayWords(working)}）；须在截止前的工作日公布的，公示应不迟于${dayWords(endsEarlier)}期满`}。`,
  publicationDue: (name: string, { statedOn, softClosesAt }: Pick<Deadline, "statedOn" | "softClosesAt">) =>
    `${name}的截止日为${dayWords(statedOn)}；${momentWords(softClosesAt)}是请尽量在此前完成的时间，不是截止时间，与公示期满的时间不矛盾。`,

  // Before recording.
  echoTitle: (id: string) => `口径 ${id}　请核对`,
  echoLabel: () => "系统的理解",
  restLabel: () => "未能识别",
  rest: (words: string) => `「${words}」，系统不据此执行，仅作文字记录`,
  effectsLabel: () => "影响",
  echoText: (approver: string) =>
    `尚未记录。理解无误的请回复「确认记录」，即送${approver}确认；需要修改的请直接发送新的答复；不再记录的请回复「取消」。`,
  echoToast: (id: string) => `${id}的答复尚未记录，请在下方核对系统的理解。`,
  keepLabel: () => "确认记录",
  several: (readings: readonly string[]) =>
    `答复中有几处可作为依据，请回复序号：${readings.map((one, at) => `${at + 1}.${one}`).join("，")}。尚未记录，也可直接发送新的答复。`,
  nothingToKeep: () => "目前没有等待核对的口径答复，未作任何改动。",
  defaultWords: /^(?:按|同意|维持|采用)?默认(?:口径|读法|答复)?(?:执行)?[。.]?$/u,

  // Recording.
  recordedTitle: (id: string) => `口径 ${id}　已记录，待确认`,
  recordedText: (id: string, approver: string) =>
    `已记录并送${approver}确认，确认后生效。确认之前仍按现行口径执行。与本意不符的，请发送「口径 ${id} 新的答复」，即替代本答复。`,
  recordedToast: (id: string, approver: string) => `${id}的答复已记录，待${approver}确认。`,
  unknown: (typed: string) => `没有编号「${typed.slice(0, 20)}」的口径，未作任何改动。发送「口径」可查看全部编号。`,
  emptyAnswer: (id: string) => `请写明${id}的答复，例如「口径 ${id} ……」，未作任何改动。`,
  tooLong: (what: string, length: number, most: number) =>
    `${what}共${length}字，超过${most}字，未作任何改动。请精简后重新提交。`,
  unclear: (id: string, forms: string) => `${id}的答复由系统执行，未能识别，未作任何改动。请写为：${forms}。`,
  badDate: () => "未能识别生效日期，未作任何改动。请写为「10月1日」，或不填。",
  pastDate: (day: CivilDate) => `生效日期${dayWords(day)}已过，未作任何改动。答复自确认之时或之后的日期起生效。`,
  noApprover: (definition: Definition) => `人员名单中没有${approverOf(definition)}，未作任何改动。请联系系统管理员。`,
  unknownApprover: (definition: Definition, typed: string, names: readonly string[]) =>
    `没有名为「${typed.slice(0, 20)}」的${approverOf(definition)}，未作任何改动。可选：${names.join("、")}。`,
  mayNotRecord: (definition: Definition) =>
    `口径的答复由${nounsOf(definition).organizer}记录，未作任何改动。发送「口径」可查看现行口径。`,
  notInGroup: () => "口径的答复请在与家园助手的单聊中办理，未作任何改动。",

  // Deciding.
  confirmTitle: ({ ruling, version, state }: Pick<RecordedAnswer, "ruling" | "version" | "state">) =>
    `口径 ${ruling}（第${version}版）${state === "pending" ? "请确认" : ""}`,
  answerStatus: (state: AnswerState) =>
    ({ pending: "待确认", confirmed: "已确认", declined: "不同意", superseded: "已由新的答复替代" })[state],
  confirmLabel: () => "确认口径",
  declineLabel: () => "不同意口径",
  /** Beside a form, whose fields it does not keep. */
  declineApart: () => "不同意口径（另写意见）",
  confirmFootnote: (id: string) =>
    `确认后生效并留痕；以后可以另行答复，原版本留存。可一并写明依据，例如「确认口径 ${id} 经8月18日局长办公会研究同意，〔2023〕12号」，也可以后登记。`,
  askOpinion: (id: string) =>
    `请回复不同意${id}答复的【审批意见】，200字以内；没有意见的请回复「无」。尚未办理，不办理的请回复「取消」。`,
  authorityNone: () => "未登记",
  confirmedTitle: (id: string) => `口径 ${id}　已确认`,
  declinedTitle: (id: string) => `口径 ${id}　未同意`,
  confirmed: (
    id: string,
    text: string,
    { from, now, authority }: { from: Date; now: Date; authority?: Authority | undefined },
  ) => {
    const when = from > now ? `自${momentWords(from)}起生效。` : "即时生效。";
    const rests = authority ? `依据：${authorityPhrases.words(authority, now)}。` : "";
    return `${id}的答复已确认：${closed(text)}${when}${rests}`;
  },
  declined: (id: string) => `${id}的答复未获同意，仍按现行口径执行。`,
  toldConfirmed: (id: string, approver: string, text: string, opinion: string | undefined) =>
    `${approver}已确认${id}：${closed(text)}${withOpinion(opinion)}`,
  toldDeclined: (id: string, approver: string, text: string, opinion: string | undefined) =>
    `${approver}不同意${id}的答复「${text}」，仍按现行口径执行。${withOpinion(opinion)}`,
  notNamed: (id: string, approver: string) => `${id}的答复由${approver}确认，未作任何改动。`,
  nothingPending: (id: string) => `${id}目前没有等待确认的答复，未作任何改动。`,
  nothingPendingAtAll: () => "目前没有等待您确认的口径答复，未作任何改动。",
  whichPending: (ids: readonly string[]) =>
    `有${ids.length}条答复等待确认，请注明编号：${ids.map((id) => `「确认口径 ${id}」`).join("、")}。`,
  notOpen: ({ ruling, version, state, decidedAt }: RecordedAnswer) =>
    state === "superseded"
      ? `${ruling}第${version}版答复已由新的答复替代，无须再确认，未作任何改动。`
      : `${ruling}第${version}版答复已于${momentWords(decidedAt ?? new Date(0))}${state === "confirmed" ? "确认" : "答复为不同意"}，未作任何改动。`,

  effectLabel: () => "口径生效",
};

const withOpinion = (opinion: string | undefined): string =>
  opinion === undefined ? "" : authorityPhrases.opinion(opinion);

/** Ends the text with exactly one full stop. */
function closed(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}
