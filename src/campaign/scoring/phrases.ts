import type { Talk } from "../../platform/conversation/answers/talk.ts";
import type { Words } from "../definition/schema/words.ts";
import type { Nouns } from "../directory/nouns.ts";
import type { PointDefect } from "./points.ts";
import type { Criterion, Rubric, Section } from "./rubric.ts";
import type { Bar } from "./standing.ts";

/** A saved row. `knockedOut` is set only on knock-out rows. */
export interface SavedRow {
  id: string;
  points: number;
  knockedOut?: boolean;
  /** 不适用, 与初评一致; `points` is what that counts. */
  notApplicable?: true;
  asDistrict?: true;
  /** 不符合: the clause. */
  notMet?: string;
  /** As they were read; an empty reason or remark was taken away. */
  reason?: string;
  /** The reason that it had and keeps. */
  kept?: string;
  /** The reason that it had, where another takes its place. */
  was?: string;
  remark?: string;
}

/** Others about the same body with other points, in hundredths. */
interface Differing {
  label: string | undefined;
  others: readonly { name: string; hundredths: number }[];
}

const HUNDREDTHS = 100;

const joined = (ids: readonly string[]) => ids.join("、");

const idsOf = (rows: readonly Criterion[]) => joined(rows.map(({ id }) => id));

const lowered = (rows: readonly Criterion[]) => (rows.some(({ knockOut }) => knockOut) ? "低于满分或否决" : "低于满分");

const asRuled = (ruling: string | undefined) => (ruling === undefined ? "" : `（口径${ruling}）`);

/** Example value: one point below the maximum, if the maximum is above 1. */
const reduced = ({ maxPoints }: Criterion): number => (maxPoints > 1 ? maxPoints - 1 : maxPoints);

/** Example line that every rule on points lets pass: the maximum, or 通过. */
const valid = ({ id, knockOut, maxPoints }: Criterion): string =>
  `${id} ${knockOut ? scoringPhrases.passed() : maxPoints}`;

/** Example lines valid in this rubric: one row, and its whole section. */
function examples({ sections }: Rubric): { row: string; section: string } | undefined {
  const section = sections.find(({ criteria }) => criteria.every(({ knockOut }) => !knockOut));
  const row = section?.criteria[1] ?? section?.criteria[0];
  if (!section || !row) return undefined;
  const points = section.criteria.map((one, at) => (at === 2 ? reduced(one) : one.maxPoints));
  return { row: `${row.id} ${reduced(row)} 理由`, section: `${section.numeral} ${points.join(" ")}` };
}

export const scoringPhrases = {
  total: (points: number, all: number, bonus?: { given: number; most: number }) =>
    bonus === undefined
      ? `${points}分（满分${all}分）`
      : `${points}分（满分${all}分，另计加分${bonus.given}分，加分最多${bonus.most}分）`,
  totalLabel: () => "当前总分",
  doneLabel: () => "已评条目",
  done: (done: number, all: number) => `${done}/${all}条`,
  lead: (rubric: Rubric) => {
    const lines = examples(rubric);
    const typed = lines
      ? `，例如「${lines.row}」给一条打分，「${lines.section}」给一个部分打分，「其余满分」给其余条目打满分`
      : "";
    return `请对照评选标准逐条打分。填好本页后，在“完成后”一项选择去向，再按「保存本页」；也可直接回复${typed}。`;
  },
  /** @param pieces number of pages that the part takes, and which of them */
  sectionHeading: ({ numeral, name, maxPoints, bonus }: Section, { at, of }: { at: number; of: number }) =>
    `${numeral}、${name}${maxPoints > 0 ? `（${bonus ? "加分，" : ""}${maxPoints}分）` : ""}${of > 1 ? `　${numeral} ${at}/${of}` : ""}`,
  page: (at: number, of: number) => `第${at}页，共${of}页`,
  row: ({ id, maxPoints, knockOut, text }: Criterion, { allOrNothing = false }: { allOrNothing?: boolean } = {}) => {
    const worth = allOrNothing ? `达到得${maxPoints}分，达不到得0分` : `${maxPoints}分`;
    return `${id}（${knockOut ? "一票否决" : worth}）${text}`;
  },
  /** What stands beside a row, in one line. */
  beside: (lines: readonly string[]) => `${lines.join("；")}。`,
  /** Words given for a row. */
  noted: ({ reason, remark }: { reason: string | undefined; remark: string | undefined }) =>
    [...(reason === undefined ? [] : [`理由：${reason}`]), ...(remark === undefined ? [] : [`备注：${remark}`])].join(
      "；",
    ),
  notedLead: () => "低于满分、不适用或写有理由、备注的条目：",
  /** 1-2 3/4分：理由： … */
  notedRow: ({ id, maxPoints, knockOut }: Criterion, { value, words }: { value: string; words: string }) =>
    `${id} ${knockOut || Number.isNaN(Number(value)) ? value : `${value}/${maxPoints}分`}${words === "" ? "" : `　${words}`}`,
  reasonName: () => "扣分理由",
  eitherReading: () => "请点击或回复所列内容，或改正后整条重新发送。",
  noReasonYet: () => "未写理由",
  /** 3-1 企业信用（0～4）; without its name where a page has no room for that. */
  fieldLabel: (
    { id, short, knockOut, maxPoints }: Criterion,
    { allOrNothing, isNamed }: { allOrNothing: boolean; isNamed: boolean },
  ) =>
    `${isNamed ? `${id} ${short}` : id}（${knockOut ? "一票否决" : allOrNothing ? `0或${maxPoints}` : `0～${maxPoints}`}）`,
  reasonsLabel: () => "理由、备注",
  /** @param notApplicable of the page's rows the ids of those that may be 不适用 */
  reasonsPlaceholder: ([first, second]: readonly Criterion[], notApplicable: readonly string[]) =>
    [
      ...(first ? [`${first.id} …`] : []),
      ...(second && !notApplicable.includes(second.id) ? [`${second.id} 备注 …`] : []),
      ...notApplicable.slice(0, 1).map((id) => `${id} 不适用 …`),
    ].join("；"),
  reasonOf: (id: string) => `${id}理由`,
  reasonWithoutRow: () => "每条理由请以条目编号开头，条目之间用分号隔开，未保存。",
  reasonKept: (id: string) => `${id}的分数未保存，理由暂留在表单中。`,
  /** @param now left out: it was taken away */
  points: (points: number) => `${points}分`,
  verdict: (knockedOut: boolean) => (knockedOut ? scoringPhrases.knockedOut() : scoringPhrases.passed()),
  openLabel: () => "未评分条目",
  unfitLabel: () => "须重新打分的条目",
  pointsAnew: (name: string, rows: readonly string[]) => `${name}的初评尚未定稿，${joined(rows)}须重新打分后方可定稿`,
  pointsWidened: (name: string, rows: readonly string[], { final }: { final: boolean }) =>
    `${name}的${joined(rows)}按现行口径得0分，分数不变；改后可酌情给分的，${final ? "须先重新修改" : "请重新打分"}`,
  pointsKept: (names: string) => `已提交定稿的初评分数不变，其中不合新口径的：${names}`,
  refusedLead: (count: number) => `以下${count}项未保存，请改正：`,
  /** On the card the readings have no buttons. */
  refused: (sentence: string, typed: string) =>
    sentence.replaceAll("请点击「记为", "请回复「记为") + (typed === "" ? "" : `（您填写的是“${typed}”）`),
  restRefused: (rows: readonly string[]) => `刚才未能保存的条目不随“其余满分”给分，请逐条回复：${joined(rows)}。`,
  /** 三之二到三之五是什么来着 */
  wording: ({ id, text, maxPoints }: Criterion) => `${id}（${maxPoints}分）：${text}`,
  passed: () => "通过",
  knockedOut: () => "否决",
  /** @param ruling id of the ruling on the point step or on all-or-nothing rows */
  defect: ({ id, maxPoints }: Criterion, defect: PointDefect, ruling: string | undefined) => {
    if (defect.kind === "outOfRange" && defect.isEither)
      return `${id}只能得0分或${maxPoints}分${asRuled(ruling)}，未保存。`;
    if (defect.kind === "outOfRange") return `${id}应在0至${maxPoints}分之间，未保存。`;
    if (defect.kind === "partial")
      return `${id}达到得${maxPoints}分，达不到得0分，不能给中间分${asRuled(ruling)}，未保存。`;
    return `${id}应以${defect.step}分为一档${asRuled(ruling)}，未保存。`;
  },
  notANumber: (id: string) => `${id}应填写数字，未保存。`,
  notApplicable: () => "不适用",
  asDistrict: () => "与初评一致",
  notMet: (clause: string) => `不符合附件1条款${clause}`,
  /** @param open clauses of which nothing is known from the form or a list either */
  noClausesYet: (annex: string, open: number) => `${annex}要求尚未填报，待填报${open}条。`,
  reported: (points: string, reason: string | undefined) =>
    `初评${points}${reason === undefined ? "" : `（理由：${reason}）`}`,
  otherRows: () => "其余条目",
  noneOpen: () => "各条均已打分，“其余”没有可记的条目，分数未改动。",
  notReadWhole: (rest: string) => `「${rest}」没有读懂，整条未保存，请分条重新填写。`,
  cityOnly: (id: string) => `${id}应填写分数，未保存。`,
  ownFirst: (id: string, ruling: string | undefined) =>
    `${id}须先打出自己的分数，不能记为与初评一致${asRuled(ruling)}，未保存。`,
  nothingReported: (id: string) => `${id}没有已定稿的初评分，不能记为与初评一致，未保存。`,
  noClause: (id: string, said: string, first: string | undefined) =>
    `${id}记为不符合须写明附件1的条款${said === "" ? "" : `，没有条款“${said}”`}，未保存，例如：${id} 不符合 ${first ?? ""} 事实。`,
  /** @param given what was given instead */
  proposed: (points: number, given: number | undefined) =>
    `按数据应为${points}分${given === undefined ? "" : `，现为${given}分，请核对`}`,
  noClauses: (annex: string, open: number, name: string) =>
    `${annex}要求尚未填报，待填报${open}条；发送「要求 ${name}」填报后，对应各条列在条目下方。`,
  /** @param label what they have in common; of the district without one */
  differs: ({ label, others }: Differing, { district }: Nouns) => {
    const points = others.map(({ name, hundredths }) => `“${name}”为${hundredths / HUNDREDTHS}分`).join("、");
    return `${label === undefined ? `本${district}` : `${label}相同`}的${points}，请核对`;
  },
  remarkOf: (id: string) => `${id}备注`,
  remarkNotScoredYet: (id: string) => `${id}尚未评分，备注未保存，请先填写分数。`,
  notApplicableWhy: (id: string) => `${id}记为不适用须说明理由，未保存，例如：${id} 不适用 无此设施。`,
  /** @param rows ids of the rows that may be; `ruling`: of what a case does not have */
  notApplicableElsewhere: (id: string, rows: readonly string[], ruling: string | undefined) =>
    rows.length === 0
      ? `${id}不能记为不适用，未保存。`
      : `${id}不能记为不适用${asRuled(ruling)}，未保存；可以记为不适用的条目：${joined(rows)}。`,
  notScoredYet: (id: string) => `${id}尚未评分，理由未保存，请先填写分数。`,
  notAVerdict: (id: string) => `${id}为一票否决的条目，应选择“通过”或“否决”，未保存。`,
  noSuchRow: (id: string) => `没有条目${id}，未保存。`,
  /** @param ids in an offer: nothing of it is offered */
  noneToFollow: (ids: readonly string[]) =>
    `${ids.join("、")}没有可沿用的理由，整条未保存，请把“同上”改为理由后重新发送。`,
  noReasonToFollow: (id: string) => `${id}没有可沿用的理由，理由未保存，请写明理由。`,
  /** The row that is shown while every row has its points. */
  shown: ({ id, text }: Criterion, value: string) => `【${id}】现为${value}，要改的请写「${id} 分数 理由」：${text}`,
  whichToChange: (typed: string, reading: string) =>
    `各条均已评分，「${typed}」没有写明改哪一条，未保存。指「${reading}」的，请点击；否则请写明条目和分数。`,
  ask: ({ id, maxPoints, knockOut, text }: Criterion, { allOrNothing }: { allOrNothing: boolean }) =>
    knockOut
      ? `请认定【${id}】（一票否决），回复「通过」或「否决」：${text}`
      : `请给【${id}】打分（0${allOrNothing ? "或" : "至"}${maxPoints}分）：${text}`,
  reasonAsk: (rows: readonly Criterion[]) =>
    `${lowered(rows)}的${idsOf(rows)}还没有理由，建议回复「${rows[0]?.id} ${rows[0]?.knockOut ? "否决" : "分数"} 理由」补充。`,
  saved: (given: readonly SavedRow[]) => `已记录：${given.map(scoringPhrases.savedRow).join("，")}。`,
  savedRow: ({ id, points, knockedOut, reason, kept, was, remark, ...state }: SavedRow): string => {
    const given = knockedOut === undefined ? `为${points}分` : knockedOut ? "否决" : "通过";
    const value = state.notApplicable
      ? `不适用，计${points}分`
      : state.asDistrict
        ? `与初评一致，计${points}分`
        : state.notMet === undefined
          ? given
          : `${scoringPhrases.notMet(state.notMet)}，计0分`;
    const noted = remark === undefined ? [] : [remark === "" ? "备注已删除" : `备注：${remark}`];
    const why =
      reason === undefined
        ? []
        : [`${reason === "" ? "理由已删除" : `理由：${reason}`}${was === undefined ? "" : `，原为“${was}”`}`];
    const words = [...why, ...(kept === undefined ? [] : [`理由仍为：${kept}`]), ...noted].join("；");
    return `${id}${value}${words === "" ? "" : `（${words}）`}`;
  },
  whichRow: (typed: string, row: Criterion) =>
    `「${typed}」没有写明是哪一条，未保存。请写「条目 分数」，例如「${valid(row)}」，有理由的写在分数之后。`,
  allScored: (typed: string, { id, maxPoints }: Criterion) =>
    `各条均已评分，「${typed}」没有写明改哪一条，未保存。要改分数的，请写「条目 分数 理由」，例如「${id} ${Math.max(0, maxPoints - 1)} 理由」。`,
  /** @param open ids of the rows without points */
  left: (done: number, all: number, open: readonly string[]) =>
    open.length === 0
      ? `${all}条均已评分。`
      : `共${all}条，已评${done}条，还有${open.length}条未评分：${joined(open)}。`,
  mayBeRow: (typed: string, reading: string) =>
    `「${typed}」未保存。条目编号中间没有写「-」，指「${reading}」的，请点击；否则请写明条目和分数。`,
  /** @param readings as they can be sent */
  mayBeRows: (typed: string, readings: string) =>
    `「${typed}」未保存。条目编号中间没有写「-」，指「${readings}」的，请点击其中一项；否则请写明条目和分数。`,
  /** @param unread why some of them cannot be recorded; `read` the others */
  someRunTogether: (typed: string, unread: string, read: string) =>
    `「${typed}」未保存。${unread}其余各条指「${read}」的，请点击；否则请写明条目和分数。`,
  notTakenBack: (typed: string, last: Criterion | undefined) =>
    `「${typed}」不用于打分，分数未改动。${last === undefined ? "要改分数的，请写明条目和分数。" : `要改${last.id}的，请写「条目 分数」，例如「${valid(last)}」；一次给了多条的，请逐条写；看上一条，请发送「上一步」。`}`,
  /** @param typed what was read of earlier messages, as it can be sent */
  heldRows: (count: number, typed: string) =>
    `此前读到、尚未记录的有${count}项：${typed}。需要记录的，请点击「记录其余${count}项」；不需要的，请回复「不记录」。`,
  heldDropped: (rows: readonly string[]) => `此前读到的${joined(rows)}不再保留，未记录。`,
  /** @param said 好, to several offers */
  whichOffer: (said: string) => `所列不止一项，「${said}」指哪一项不明确，未记录。请点击其中一项。`,
  offerDeclined: () => "所列内容未记录。",
  notListed: (typed: string) => `「${typed}」现在没有列出，未记录。请点击所列按钮，或重新发送各条分数。`,
  sameAsLast: (typed: string, reading: string) =>
    `「${typed}」未保存。与上一条相同、即「${reading}」的，请点击；否则请写明分数。`,
  whichLast: (typed: string) => `「${typed}」指哪一条不明确，未保存。请写明条目编号。`,
  ofLast: (typed: string, reading: string) =>
    `「${typed}」未保存。指「${reading}」的，请点击；否则请写明条目编号和分数。`,
  rowRunTogether: (typed: string, id: string, maxPoints: number) =>
    `「${typed}」未保存。指${id}的，请写「${id} 分数 理由」，分数为0至${maxPoints}。`,
  namedRows: (typed: string, read: string) =>
    `「${typed}」没有写条目编号，按条目内容可记为「${read}」，尚未保存。确是如此的，请点击，否则请写明条目编号。`,
  partUnread: (id: string) =>
    `没有读懂，未保存。可按条目顺序写一个部分的分数，例如「一 4 4 4 5 3」；需写理由的每条一行，依次写条目编号、分数和理由，例如「${id} 0 理由」。`,
  ofRowBefore: (said: string, [before, open]: readonly [string, string], readings: readonly string[]) =>
    `上一条消息写的是${before}，现在填写的是${open}，「${said}」未保存。请点击或回复其中一项：${readings.map((one) => `「${one}」`).join("")}。`,
  whichOfTwo: (said: string, earlier: string, open: string) =>
    `「${said}」的理由此前写给${earlier}，现在填写的是${open}，未保存。请点击其中一项，或写明条目后重新发送。`,
  maybeReason: (id: string, points: number, reason: string) =>
    `未保存。${id}记为${points}分、理由“${reason}”的，请点击或回复「${id} ${points} ${reason}」，否则请重新填写。`,
  maybePoints: (id: string, typed: string, readings: readonly string[]) =>
    readings.length === 0
      ? `「${typed}」不是${id}可记的分数，未保存。`
      : `「${typed}」未保存。请点击或回复${readings.map((reading) => `「${reading}」`).join("")}，否则请重新填写。`,
  /** Words that are no points; the row is asked for again below. */
  talk: (typed: string, row: Criterion, talk: Talk) => {
    const hints: Partial<Record<Talk, string>> = {
      putOff: "本条以后再评的，请发送「跳过」；全部以后再评的，请发送「保存退出」。",
      wrong: `要改已评的分数，请写明条目和分数，例如：${valid(row)}。`,
    };
    return `「${typed}」未作为分数记录。${hints[talk] ?? ""}`;
  },
  /** @param numeral of the section whose total it is; without one, of the whole sheet */
  otherTotal: (said: string, sum: number, numeral: string | undefined) =>
    `“${said}”未记录，与现有分数之和不一致（${numeral === undefined ? "总分" : `第${numeral}部分`}现为${sum}分），请核对。`,
  noRowOfIts: (said: string) => `“${said}”不是条目，未记录。`,
  section: ({ numeral, name, maxPoints }: Section, points: number) => `${numeral}、${name}：${points}/${maxPoints}分`,
  /** @param rows ids of the knock-out rows */
  knockOutSection: ({ numeral, name }: Section, rows: readonly string[]) =>
    `${numeral}、${name}：${rows.length === 0 ? "通过" : `否决（${joined(rows)}）`}`,
  noReason: (rows: readonly Criterion[]) =>
    `${lowered(rows)}但未写理由的条目：${idsOf(rows)}（系统建议补充，非文件规定）。`,
  restLeft: (rows: readonly string[]) => `加分和一票否决的条目不随“其余满分”给分，请逐条回复：${joined(rows)}。`,
  /** Clause with the reason against recommendation. */
  bar: (bar: Bar) =>
    bar.kind === "knockedOut"
      ? `一票否决（${bar.rows.map(({ id, short }) => `${id} ${short}`).join("、")}）`
      : `总分${bar.total / HUNDREDTHS}分，低于${bar.passMark}分`,
  barred: (bar: Bar, { case: { noun } }: Words, source: string) =>
    `${scoringPhrases.bar(bar)}，该${noun}不能推荐（${source}）。`,
};
