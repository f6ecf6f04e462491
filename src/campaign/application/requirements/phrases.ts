import { textView } from "../../../platform/chat/view.ts";
import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Nouns } from "../../directory/nouns.ts";
import type { Place } from "../../reference-list/reference-list.ts";
import { shareWords } from "./figures.ts";
import type { Contradiction, Figure, FigureValue, Standing, StandingSource } from "./requirements.ts";

const fullDay = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const joined = (ids: readonly string[]): string => ids.join("、");

const standings = {
  met: "符合",
  notMet: "不符合",
  unclear: "尚不清楚",
  notApplicable: "不适用",
} as const satisfies Record<Standing, string>;

type ClauseWords = Pick<Nouns, "clauses">;

interface Changed {
  id: string;
  from: "notMet" | "unclear";
}
const changes = (changed: readonly Changed[]): string =>
  changed.map(({ id, from }) => `${id}为${standings[from]}`).join("，");

export const requirementPhrases = {
  word: () => "要求",
  standings,
  // What an answer to a ruling would change.
  wouldChange: (name: string, changes: readonly string[]) => `${name}（${changes.join("；")}）`,
  clauseChange: (
    { id, from, to }: { id: string; from: keyof typeof standings; to: keyof typeof standings },
    { clauses }: ClauseWords,
  ) => `${clauses([id])}由${standings[from]}改为${standings[to]}`,
  excludingChange: (ids: readonly string[], { clauses }: ClauseWords) =>
    ids.length === 0 ? "不再因要求不符合而排除" : `因${clauses(ids)}不符合而排除`,
  unanswered: () => "尚未填报",
  title: (name: string, annex: string) => `${annex}要求：${name}`,
  help: ({ caseName }: Nouns) => `填报要求 ${caseName}`,
  purpose: (annex: string) => `逐条填报${annex}的要求，其余均符合的一次写明`,
  button: () => "填报要求",
  see: () => "查看要求",
  /** As people call it behind a name. */
  also: () => ["附件1", "申报要求", "附件1要求"],
  change: () => "修改填报",
  filling: () => "填报中",
  /** @param open clauses that nobody has answered */
  filled: (open: number) => (open === 0 ? "已填报" : `已填报部分，${open}条尚未填报`),
  withdrawnStatus: () => "申报已撤回",
  lead: (annex: string) =>
    `${annex}各条如下。请在表中写明“不符合”和“尚不清楚”的编号，其余均符合的请在“其余各条”一项选择；有数据的如实填写。`,
  /** @param ids of two clauses, as examples; `figures`: some figures as they are typed */
  typed: (name: string, ids: readonly [string, string], figures: string) =>
    `也可发送文字，例如「要求 ${name} 其余均符合，不符合 ${ids[0]}，尚不清楚 ${ids[1]}」${figures === "" ? "" : `；数据写在后面，例如「${figures}」`}。`,
  noTyped: (name: string) => `也可发送文字，例如「要求 ${name} 其余均符合」。`,
  exampleEvent: (word: string) => `${word} 无`,
  exampleShare: (whole: string, part: string) => `${whole} 120万，${part} 118万`,
  clause: (id: string, wording: string) => `${id}　${wording}`,
  clauseNow: (id: string, wording: string, { standing, ground }: { standing: string; ground: string | undefined }) =>
    `${id}　${wording}：${standing}${ground === undefined ? "" : `（${ground}）`}`,
  rowFigure: (criterion: string, ground: string) => `${criterion}　${ground}`,
  rowFigures: () => "以下数据供对照评选标准：",
  pending: () => "待核实",
  /** How a clause stands: what a list of the city or a figure does not say, or nobody has decided on, is 待核实. */
  standing: ({ standing, source }: { standing: Standing; source: StandingSource }): string => {
    if (source === "none") return requirementPhrases.unanswered();
    const isPending = standing === "unclear" && ["list", "awaited", "found", "figure"].includes(source);
    return isPending ? requirementPhrases.pending() : standings[standing];
  },
  /** Beside a rubric row: 附件1：8-2符合，8-3不符合. */
  besideRow: (annex: string, clauses: readonly { id: string; words: string }[]) =>
    `${annex}：${clauses.map(({ id, words }) => `${id}${words}`).join("，")}`,
  /** The same while nobody has answered 附件1: what follows from elsewhere, and from where. */
  besideRowOpen: (
    annex: string,
    clauses: readonly { id: string; words: string; source: StandingSource }[],
    { city }: Pick<Nouns, "city">,
  ) => {
    const from: Partial<Record<StandingSource, string>> = {
      ...{ form: "据申报表", list: `据${city}级名单`, found: "据认定" },
    };
    const line = ({ id, words, source }: (typeof clauses)[number]) =>
      `${id}${words === requirementPhrases.pending() ? "" : (from[source] ?? "")}${words}`;
    return `对应${annex}条款（尚未填报）：${clauses.map(line).join("，")}`;
  },
  declaration: (topic: string, state: "none" | "unclear" | "declared") =>
    `${topic}情况：${{ none: "无", unclear: "待核实", declared: "有" }[state]}（见申报表，此处不再填报）。`,
  fields: {
    rest: "其余各条",
    notMet: "不符合",
    unclear: "尚不清楚",
    notApplicable: "不适用及理由",
  },
  restOption: () => "均符合",
  naExample: (id: string) => `${id} 无此设施`,
  none: () => "无",
  some: () => "有",
  happenedOn: () => "处罚日期",
  fromForm: (label: string) => `见申报表“${label}”`,
  figure: (figure: Figure, value: FigureValue, since: CivilDate | undefined): string => {
    const from = since === undefined ? "" : `，自${fullDay(since)}起算`;
    switch (value.kind) {
      case "event":
        return value.happenedOn === null ? "填报为无" : `${fullDay(value.happenedOn)}${from}`;
      case "percent":
        return `${value.percent}%`;
      case "ratio": {
        const share = shareWords(value);
        if (figure.kind !== "ratio") return share;
        const unit = figure.unit === "yuan" ? "元" : "人";
        return `${figure.label}${share}：${figure.part.word}${value.part}${unit}，${figure.whole.word}${value.whole}${unit}`;
      }
      case "count":
        return `${value.number}件${value.lastOn === null ? "" : `，最近一件${fullDay(value.lastOn)}${from}`}`;
    }
  },
  place: (
    label: string,
    { end, place }: { end: "first" | "last"; place: Place | undefined },
    { city, organizer }: Nouns,
  ) => {
    if (place === undefined) return `${label}：${city}级名单尚待${organizer}导入`;
    const where = end === "first" ? "前列" : "后列（最少）";
    const words = {
      within: `位于全${city}${where}`,
      outside: `不在全${city}${where}`,
      unknown: `${city}级名单没有数据`,
    };
    return `${label}：${words[place]}`;
  },
  /** The answers in one line that reads back as the same. */
  echo: (parts: { rest: boolean; lists: readonly { word: string; ids: readonly string[] }[] }, figures: string[]) =>
    [
      ...(parts.rest ? ["其余均符合"] : []),
      ...parts.lists.filter(({ ids }) => ids.length > 0).map(({ word, ids }) => `${word} ${joined(ids)}`),
      ...figures,
    ].join("，"),
  savedTitle: (name: string) => `要求已填报：${name}`,
  saved: (echo: string) => `已记录：${echo}。`,
  unchanged: () => "与原来填报的相同，未作改动。",
  notSavedToast: () => "未保存，应改内容已列在表单上方。",
  /** What of a message that is not saved could be recorded. @param line as it can be sent */
  readable: (line: string, rest: boolean) =>
    `${line === "" ? "" : `已识别：${line}。`}${rest ? "“其余均符合”待以上内容明确后再写。" : ""}`,
  /** Answers of another case, sent below this one's card. */
  otherCase: (name: string, other: string) =>
    textView(
      `要求未保存：${name}`,
      `内容写的是“${other}”，现在填报的是“${name}”，整条未保存。填报“${other}”的，请在前面写明「要求 ${other}」；确为“${name}”的，请删去名称后重新发送。`,
      { actions: [{ id: "", label: `要求 ${other}`, typed: `要求 ${other}`, look: "default" }] },
    ),
  restMet: () => "其余均符合",
  /** @param unsaved said in messages that were not saved */
  restWouldChange: (recorded: readonly Changed[], unsaved: readonly Changed[] = []) =>
    [
      "尚未保存。",
      ...(recorded.length > 0 ? [`原填报中${changes(recorded)}，`] : []),
      ...(unsaved.length > 0 ? [`此前所写的${changes(unsaved)}，尚未记录，`] : []),
      "“其余均符合”是否包括以上各条，请选择。",
    ].join(""),
  keepThem: () => "以上各条不变，其余均符合",
  makeThemMet: () => "以上各条也改为符合",
  /** @param words behind them */
  leftOut: (ids: readonly string[], words: string | undefined) =>
    `尚未保存。${joined(ids)}是不符合还是尚不清楚，请选择。${words === undefined ? "" : `${requirementPhrases.problems.note(joined(ids), words)}。`}`,
  /** Numbers and nothing else. */
  howStand: (ids: readonly string[]) => `尚未保存。没有写明${joined(ids)}是否符合，请选择。`,
  clausesAs: (ids: readonly string[], standing: Exclude<Standing, "notApplicable">) =>
    `${standings[standing]} ${joined(ids)}`,
  leftOutAs: (ids: readonly string[], standing: "notMet" | "unclear") =>
    `${joined(ids)}${standings[standing]}，其余均符合`,
  recordReadable: (count: number) => `记录其余${count}项`,
  notSavedTitle: (name: string) => `要求未保存：${name}`,
  notSaved: (problems: readonly string[]) =>
    `未保存，原填报不变：${problems.map((one) => one.replace(/。$/u, "")).join("；")}。`,
  /** @param who a colleague; undefined: the reader, on another device */
  answeredSince: (who: string | undefined, at: string) =>
    `打开本页之后，${who ?? "您"}已于${at}${who === undefined ? "在另一处" : ""}填报；现有内容列在上方，请核对后再保存。`,
  refusedLead: () => "以下内容须改正，本页未保存：",
  counts: (counts: Readonly<Record<Standing | "open", number>>, all: number) => {
    const parts = [
      `符合${counts.met}条`,
      ...(counts.notMet > 0 ? [`不符合${counts.notMet}条`] : []),
      ...(counts.unclear > 0 ? [`尚不清楚或待核实${counts.unclear}条`] : []),
      ...(counts.notApplicable > 0 ? [`不适用${counts.notApplicable}条`] : []),
      ...(counts.open > 0 ? [`尚未填报${counts.open}条`] : []),
    ];
    return `共${all}条：${parts.join("，")}。`;
  },
  unmetReason: (ruling: string | undefined) =>
    `不符合的，列入推荐名单时须说明理由${ruling === undefined ? "" : `（口径${ruling}）`}。`,
  problems: {
    unknown: (id: string) => `没有编号${id}`,
    which: (id: string, ids: readonly string[]) => `第${id}项须写明是哪一条：${joined(ids)}`,
    notIds: (text: string) => `“${text}”不是编号`,
    twice: (id: string) => `${id}写了不止一处`,
    // Whose opening bracket was taken for a sign between.
    notUnderstood: (text: string) => `“${/^[^(（]*\)/u.test(text) ? `(${text}` : text}”未能识别`,
    clauseOrItems: (text: string, id: string, items: string) =>
      `“${text}”可指${id}一条，也可指${items}各条，请写明“${id}”或“${items}均”`,
    eitherWay: (text: string) => `“${text}”有两种理解，请用逗号分开`,
    share: (text: string, whole: string, part: string) => `“${text}”请改填${whole}和${part}，比例由系统计算`,
    listed: (text: string, label: string, { city }: Nouns) =>
      `“${text}”无须填报，${label}由${city}级名单认定；有关各条请写符合、不符合或尚不清楚`,
    /** @param ids that the words may name @param first for an example without them */
    whichClause: (text: string, ids: readonly string[], first: string) =>
      `“${text}”请写明编号${ids.length === 0 ? "" : `（可能是${joined(ids)}）`}，例如「${standings.notMet} ${ids[0] ?? first}」`,
    noStanding: (id: string) => `${id}没有写明是否符合`,
    // What stood in brackets, of which one may have been taken for a sign between.
    note: (id: string, text: string) =>
      `${id}的备注“${text.replace(/^[(（]?([^()（）]*)[)）]?$/u, "$1")}”没有栏目可以记录，请另写入推荐理由`,
    notNaHere: (id: string, ids: readonly string[]) =>
      ids.length === 0 ? `${id}不能写不适用` : `${id}不能写不适用，可以写的有${joined(ids)}`,
    notReason: (text: string) => `“${text}”中有不适用理由以外的话`,
    naReason: (ids: readonly string[]) => `${joined(ids)}不适用须说明理由`,
    number: (label: string, text: string) => `${label}“${text}”应写数字`,
    /** Of the two amounts of a share the other one. */
    alsoNot: (label: string) => `，须与${label}一并重新填写`,
    unit: (label: string, text: string) => `${label}“${text}”没有写明单位，请写“${text}万元”或“${text}元”`,
    positive: (label: string) => `${label}应大于0`,
    both: (whole: string, part: string) => `${whole}和${part}须同时填报`,
    more: (part: string, whole: string) => `${part}不能多于${whole}`,
    noCount: (number: string, last: string) => `填报${last}的，须同时填报${number}`,
    answer: (label: string, sentence: string) => `${label}：${sentence.replace(/。$/u, "")}`,
    found: (id: string, ground: string) => `${id}已认定为不符合（${ground}），与所写不一致`,
    contrary: (id: string, standing: string, ground: string) =>
      `${id}按填报数据为${standing}（${ground}），与所写不一致`,
    byList: (id: string, { city }: Nouns) => `${id}由${city}级名单认定，无须填报`,
    nothing: () => "没有写明任何一条，也没有数据",
  },
  contradiction: ({ kind, id, criterion, points, ground = "" }: Contradiction, { clauses }: ClauseWords) =>
    ({
      metBesideZero: `${clauses([id])}填报为符合，条目${criterion}得${points}分`,
      notMetBesideFull: `${clauses([id])}按所填情况为不符合，条目${criterion}得满分（${points}分）`,
      figureMet: `条目${criterion}得${points}分，而${ground}`,
      figureNotMet: `条目${criterion}得${points}分，而${ground}，未达到`,
    })[kind],
  contradictions: (found: readonly Contradiction[], words: ClauseWords) =>
    found.map((one) => requirementPhrases.contradiction(one, words)).join("；"),
  /** How a case stands, where that is to be known: 附件1第8-2项不符合，第3-1项待核实. Empty if there is nothing to say. */
  short: (
    gate: {
      unmet: readonly { id: string }[];
      excluding: readonly { id: string }[];
      unclear: readonly { id: string }[];
    },
    { clauses }: ClauseWords,
  ) => {
    const named = (rows: readonly { id: string }[], again = false) =>
      clauses(
        rows.map(({ id }) => id),
        again,
      );
    const unmet = [...gate.excluding, ...gate.unmet];
    return [
      ...(unmet.length > 0 ? [`${named(unmet)}不符合`] : []),
      ...(gate.unclear.length > 0 ? [`${named(gate.unclear, unmet.length > 0)}待核实`] : []),
    ].join("，");
  },
  /** Why a case is blocked, and what would lift it. */
  excluded: (
    ids: readonly string[],
    ruling: string | undefined,
    { approver, clauses }: Pick<Nouns, "approver" | "clauses">,
  ) =>
    `${clauses(ids)}不符合${ruling === undefined ? "" : `，按口径${ruling}不得推荐`}；填报有误的请更正，认定有变的须由${approver}改定口径`,
  undecided: (ids: readonly string[], ruling: string | undefined, { city, clauses }: Pick<Nouns, "city" | "clauses">) =>
    `${clauses(ids)}待核实${ruling === undefined ? "" : `（口径${ruling}）`}；明确后更正填报，或由${city}级补充名单数据`,
  toKnow: (lines: readonly string[]) => `入选对象的要求情况：${lines.join("；")}。`,
  waits: () => "要求待核实的，未明确之前不予公布。",
  unmetLabel: (name: string) => `${name}要求不符合的理由`,
  unmetHelp: (words: string) => `${words}，仍予推荐的请说明理由。`,
  contradictionsLead: () => "要求与评分有以下不一致，请核对（系统建议，非文件规定）：",
  footnote: (source: string) => `依据：${source}。`,
  outOfSight: (name: string, annex: string) =>
    textView(requirementPhrases.title(name, annex), "该申报目前不在您可以查看的范围，其要求情况未显示。", {
      tone: "closed",
    }),
  notOwn: ({ district, case: noun }: Nouns) => `您只能填报本${district}的${noun}，未作任何改动。`,
  withdrawn: () => "该申报已撤回，不能填报要求，未作任何改动。",
  cite: (word: string) => `要查阅要求原文，请发送「依据 ${word}」；填报请写明名称。`,
  told: (name: string, standing: string) => `${name}：${standing}`,
  toldLead: (count: number, within: number) => `已申报的${count}个中，位于所列范围的${within}个。`,
  toldUnknown: (names: readonly string[]) => `名单中没有或没有数据，记为待核实的：${joined(names)}。`,
  changedTitle: (district: string, name: string) => `要求填报有修改：${district}“${name}”`,
  changed: (who: string, echo: string) => `该申报的要求填报在推荐名单报送之后由${who}修改。现为：${echo}。`,
  someColleague: () => "同事",
  changedView: (title: string, sentence: string) => textView(title, sentence, { tone: "near" }),
  notAsked: ({ case: noun }: Nouns) => `本活动没有逐条填报的${noun}要求，未作任何改动。`,
};
