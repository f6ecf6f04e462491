import type { Question } from "./field.ts";

const example = ({ example: given }: Question, otherwise?: string): string => {
  const shown = given ?? otherwise;
  return shown === undefined ? "" : `，例如：${shown}`;
};

interface DateWords {
  /** `yyyy-MM-dd` */
  today: string;
  year: number;
}

/** A day that has passed, in two forms. */
const exampleDates = ({ today }: DateWords): string => {
  const year = Number(today.slice(0, 4)) - 1;
  return `${year}年10月20日、${year}-10-20`;
};

/** In characters. */
const MOST_SAID = 1000;

/** Errors in an answer. */
export const retryPhrases = {
  notSaved: (typed: string) => `「${shortened(typed)}」未保存。`,
  empty: (question: Question) => `请填写文字${example(question)}。`,
  noWords: (question: Question) => `内容里没有文字，未保存。请用文字填写${example(question)}。`,
  tooLong: (words: number, most: number) => `共${words}字，超过${most}字，未保存。请精简后重新发送。`,
  /** After {@link retryPhrases.tooLong}: up to a length that a message shows whole. */
  saidWas: (text: string) => {
    const signs = [...text];
    const shown = signs.length > MOST_SAID ? `${signs.slice(0, MOST_SAID).join("")}……` : text;
    return `您发送的内容：“${shown}”。`;
  },
  tooLarge: (characters: number) => `内容过长（${characters}个字符），未保存。请精简后重新发送。`,
  attachedPage: (words: number, most: number) =>
    `共${words}字，超过${most}字，尚未保存。超出部分另附页的，请回复「附页」；否则请精简后重新发送。`,
  phone: (question: Question) =>
    `请填写11位手机号码，或7至12位办公电话（外地请加区号）${example(question, "13812345678、0571-87654321")}。`,
  percent: (question: Question) => `请填写0至100之间的数，最多两位小数${example(question, "92.5")}。`,
  fraction: (typed: string) =>
    `「${typed}」不能确定是百分之几，未保存：百分之${Number((Number(typed) * 100).toFixed(4))}请回复「${Number((Number(typed) * 100).toFixed(4))}」，百分之${typed}请回复「${typed}%」。`,
  date: (question: Question, when: DateWords) =>
    `请填写日期${example(question, exampleDates(when))}；不写年份的按${when.year}年。`,
  choice: (options: readonly string[]) => `请回复序号或名称：${options.join("，")}。`,
  choiceUnclear: (typed: string, options: readonly string[]) =>
    `「${typed}」对应不止一项，请回复序号：${options.join("，")}。`,
  points: ({ min = 0, max, step = 1, ...rest }: Question) => {
    const range = max === undefined ? `不小于${min}` : `${min}至${max}之间`;
    return `请填写${range}的${step === 1 ? "整数" : `数，以${step}为一档`}${example(rest, String(max ?? min))}。`;
  },
  detailDate: (option: string, label: string, when: DateWords) =>
    `已选「${option}」，请补充${label}，例如：${exampleDates(when)}。`,
  detailText: (option: string, label: string) => `已选「${option}」，请补充${label}。`,
  declarationUnclear: (options: readonly string[]) => `请只回复一项的序号或名称，不附说明：${options.join("，")}。`,
};

/** Answers as displayed. */
export const shownPhrases = {
  percent: (value: number) => `${value}%`,
  points: (value: number) => `${value}分`,
  declaration: (option: string, details: readonly string[]) => [option, ...details].join("；"),
};

/** Why a step is not possible. */
export const stepPhrases = {
  /** Nothing else is left to answer. */
  required: () => "只剩这一项必填内容，填写后才能提交。暂不填写的，请发送「保存退出」，已填内容不变。",
  /** Of a required question that was passed over. */
  later: (label: string) => `“${label}”暂未填写，提交前须补填，可发送「改 ${label}」填写。`,
  /** Of a question passed over that has been answered before. */
  kept: (label: string, value: string, required: boolean) =>
    `“${label}”保留原内容“${value}”。${required ? "" : `不需要的请发送「${label}删掉」。`}`,
  /** The option just chosen, said once more. */
  saidTwice: (text: string, label: string, of: string) =>
    `“${text}”是“${of}”已选的内容，未记入“${label}”。确需填写的，请发送「内容：${text}」。`,
  whichReading: (readings: readonly string[]) =>
    `有${readings.length}种理解，未保存。请点击或回复其中一项：${readings.map((reading) => `「${reading}」`).join("")}。`,
  /** A bare value that the open question does not take. */
  meantElsewhere: (readings: readonly string[]) =>
    `属于其他栏目的，请点击或回复${readings.map((reading) => `「${reading}」`).join("")}。`,
  keptField: (label: string) => `“${label}”保留原内容。不需要的请发送「${label}删掉」。`,
  leftOut: (label: string) => `“${label}”留空，可发送「改 ${label}」补填。`,
  cannotClearField: (label: string) => `“${label}”必填，不能清除，未作改动；可发送「改 ${label}」填写新的内容。`,
  nothingToClear: (label: string) => `“${label}”未填写，没有可以清除的内容。`,
  cleared: (label: string) => `“${label}”的内容已清除。`,
  /** Above all the answers, while a question waits. */
  openNow: (label: string) => `当前待填写“${label}”，可直接回复，也可发送「改 栏目名称」另填其他栏目。`,
  isLabel: (typed: string) => `「${typed}」是栏目名称，未记入本项。要填写该栏目的，请点击或回复所列内容。`,
  ofOtherField: (part: string, label: string) =>
    `「${part}」似属其他栏目，整条未记入“${label}”。请一次只写一项，或写明「栏目名称：内容」；确为本项内容的，请发送「内容：」加原文。`,
  noneToSkip: () => "目前没有待填写的栏目。尚未提交的，确认无误后请点击或回复「提交」。",
  notYetSubmitted: () => "尚未提交。确认无误的，请点击或回复「提交」。",
  cannotClear: () => "这一项必填，不能清除，可直接发送新的内容。",
  first: () => "已经是第一项。",
  /** What a correction that names no field may be about. */
  whichChange: (value: string, labels: readonly string[]) =>
    `「${value}」是哪一项的内容：${labels.join("、")}？未保存，请点击或回复其中一项。`,
  changesTo: () => "改为",
  changeTyped: (label: string, value: string) => `${label}${stepPhrases.changesTo()}${value}`,
  renames: (label: string, before: string, after: string) =>
    `“${label}”已填“${before}”，未作改动。确需改为“${after}”的，请点击或回复所列内容。`,
  addTyped: (label: string, value: string) => `${label}加上${value}`,
  wrongType: () => "内容的格式无法识别，未保存，请重新填写。",
  unknownField: () => "本表没有这一项，未保存。",
  left: () => "必填项尚未填写。",
  choiceFirst: () => "请先选择这一项。",
};

/** Taking back what the last message recorded. */
export const undoPhrases = {
  nothing: () => "没有可以撤销的内容，未作任何改动。",
  emptied: (label: string) => `“${label}”恢复为未填写`,
  restored: (label: string, shown: string) => `“${label}”恢复为“${shown}”`,
  undone: (lines: readonly string[]) => `已撤销上一条消息所记录的内容：${lines.join("；")}。`,
};

/** What of a message was not taken. */
interface NotRead {
  bad: readonly (readonly [label: string, retry: string])[];
  /** Lines that belong to no field. */
  unread: readonly string[];
  /** A sentence on rows that others fill in. */
  elsewhere?: string;
}

/** What was read of an earlier message, and not recorded. */
export const heldPhrases = {
  held: (lines: readonly string[]) =>
    `此前的消息中有${lines.length}项尚未记录：${lines.join("；")}。需要记录的，请点击或回复「${labelledPhrases.recordRest(lines.length)}」；不需要的，请回复「${heldPhrases.drop()}」。`,
  line: (label: string, shown: string) => `${label}：${shortened(shown)}`,
  over: (line: string, now: string) => `${line}（现为“${shortened(now)}”，记录后替换）`,
  /** Beside what was offered last. */
  earlier: (lines: readonly string[]) => `更早的消息中另有${lines.length}项待记录：${lines.join("；")}。`,
  /** What waited before, and does so no more. */
  givenUp: (lines: readonly string[]) =>
    `此前待记录的${lines.length}项不再保留：${lines.join("；")}。仍需记录的，请重新发送。`,
  notSubmitted: (note: string) => `尚未提交：${note}决定后请再次提交。`,
  drop: () => "不记录",
  dropped: (count: number) => `${count}项未予记录，已填内容不变。`,
  nothingToDrop: () => "目前没有待记录的内容，已填内容不变。",
  /** Of the last message, when all answers are looked at. */
  notSaved: (label: string, shown: string | undefined) =>
    `“${label}”的上一条内容尚未保存，${shown === undefined ? "该栏目未填写" : `该栏目仍为“${shown}”`}。`,
};

/** Several answers in one message, each with the name of its field. */
export const labelledPhrases = {
  line: (label: string, shown: string) => `${label}：${shown}`,
  /** @param read what could be read */
  refused: (not: NotRead, read: readonly string[]) => {
    const rest = read.length === 0 ? "" : `其余${read.length}项可以记录：${read.join("；").replace(/。$/u, "")}。`;
    return `整条未保存。${labelledPhrases.notRead(not)}${rest}`;
  },
  /** Why lines were not taken. */
  notRead: ({ bad, unread, elsewhere = "" }: NotRead) => {
    const why = bad.map(([label, retry]) => `${label}：${retry}`).join("");
    const lines = unread.map((line) => `「${shortened(line)}」`).join("");
    return `${why}${lines === "" ? "" : `${lines}不是本表的栏目，请写明栏目名称。`}${elsewhere}`;
  },
  whichOf: (typed: string, [label = "", open = ""]: readonly string[]) =>
    `「${shortened(typed)}」是“${label}”的内容，还是“${open}”的一部分？未保存，请点击或回复其中一项。`,
  asText: (typed: string) => `内容：${typed}`,
  elsewhere: (lines: readonly string[], sentence: string) =>
    lines.length === 0 ? "" : `${lines.map((line) => `「${shortened(line)}」`).join("")}${sentence}`,
  within: (typed: string, lines: readonly string[]) =>
    `「${shortened(typed)}」中有其他栏目的名称，未保存。可分为${lines.length}项：${lines.join("；")}。确需原样填写的，请写作「内容：…」。`,
  /** Names of fields within paragraphs. */
  replacesWithin: (
    text: string,
    replaced: readonly { label: string; before: string; shown: string }[],
    record: string,
  ) =>
    `“${text}”的文字中另有其他栏目的名称，整条未保存。分栏记录的，${replaced.map(({ label, before, shown }) => `“${label}”将由“${shortened(before)}”改为“${shortened(shown)}”`).join("，")}，请点击或回复「${record}」；整段都属于“${text}”的，请以「${text}：内容：」开头重新发送。`,
  severalTogether: (labels: readonly string[]) =>
    `所列栏目与其后的内容数目不一致，整条未保存。请逐项写明，如「${labels.map((label) => `${label}：…`).join("；")}」。`,
  recordEach: (count: number) => `分别记录${count}项`,
  recordRest: (count: number) => `记录其余${count}项`,
  /** A form of another case is pasted into a filled one. */
  whose: (label: string, before: string, after: string) =>
    `收到的${label}是“${after}”，本表是“${before}”，整条未保存。属于另一份的，请点击或回复「${labelledPhrases.another()}」；确属本表更改的，请点击或回复「${labelledPhrases.overwrite()}」，本表的相应栏目即以收到的内容替换。`,
  otherChoice: (label: string, said: string, chosen: string) =>
    `写的是${said}，而“${label}”为${chosen}，请核对后写明是哪一项。`,
  /** Of a third form that was asked about before. */
  replaces: (label: string, name: string) => `此前收到的${label}为“${name}”的内容不再保留，仍需办理的请重新发送。`,
  noneDone: (sentence: string) => `${sentence}同一条消息中的其他改动也未保存，请改正后整条重新发送。`,
  another: () => "另填一份",
  overwrite: () => "改写本表",
  /** Fewer were left than the words count. */
  fewer: (asked: number, recorded: number) =>
    `待记录的内容现有${recorded}项，不是${asked}项；其余的已另行填写，未改动。`,
  /** By 记录其余1项. */
  replaced: (label: string, before: string, after: string) => `“${label}”由“${before}”改为“${after}”。`,
  nothingOffered: (typed: string) => `目前没有待记录的内容，「${typed}」未办理，请直接填写本项。`,
  allEmpty: (labels: readonly string[]) =>
    `${labels.join("、")}后面没有内容，未保存。请在栏目名称后写明内容，例如「${labels[0] ?? ""}：…」。`,
  several: (workbook: string | undefined) => {
    const other = workbook === undefined ? "" : `；也可发送「${workbook}」，在表格中一并填写后发来`;
    return `收到不止一份申报表的内容，整条未保存。请一条消息只填一份，报完一份再报下一份${other}。`;
  },
  /** Rows that stand on the form and say nothing. */
  empty: (labels: readonly string[]) => `空白未填：${labels.join("、")}。`,
  emptyKept: (labels: readonly string[]) => `空白栏目未改动，仍为原填内容：${labels.join("、")}。`,
  headings: (lines: readonly string[]) => `不作为内容记录：${lines.map(shortened).join("、")}。`,
};

const MOST_SHOWN = 30;
const shortened = (line: string): string =>
  [...line].length > MOST_SHOWN ? `${[...line].slice(0, MOST_SHOWN).join("")}……` : line;

const exampleOrder = (count: number): string => [2, 1, 3].filter((number) => number <= count).join(" ") || "1";

/** Errors in an order or a selection by numbers. */
export const orderPhrases = {
  empty: (count: number) => `请回复1至${count}的序号，用空格隔开，例如：${exampleOrder(count)}。`,
  notNumber: (token: string, count: number) =>
    `「${token}」不是序号。请回复1至${count}的序号，用空格隔开，例如：${exampleOrder(count)}。`,
  outOfRange: (number: number, count: number) => `没有序号${number}，序号为1至${count}。`,
  runsDown: (first: number, last: number) => {
    const all = Array.from({ length: first - last + 1 }, (_, at) => first - at).join("、");
    return `“${first}-${last}”可理解为${all}，也可理解为${first}、${last}，请逐个写出序号，用空格隔开。`;
  },
  duplicate: (number: number) => `序号${number}写了两次，请每个序号只写一次。`,
  missing: (count: number, numbers: readonly number[]) => `共${count}项，还缺序号${numbers.join("、")}，请写全。`,
  amount: (taken: number, min: number, max: number) =>
    `选了${taken}项，应选${min === max ? `${min}项` : `${min}至${max}项`}。`,
};

/** Errors in a line of points. */
export const scorePhrases = {
  count: (section: { numeral: string; rows: readonly RowExample[] }, given: number) =>
    `第${section.numeral}部分有${section.rows.length}个条目，收到${given}个分数，未保存。请按顺序写满${section.rows.length}个，例如：${exampleSection(section)}。`,
  range: (row: string, max: number, step: number) =>
    `${row}的分数应为0至${max}之间的${step === 1 ? "整数" : `数，以${step}为一档`}，未保存。`,
  unknownRow: (row: string, rows: string) => `没有${row}这个条目，未保存。条目为${rows}。`,
  unknownSection: (numeral: string, numerals: string) => `没有第${numeral}部分，未保存。共有${numerals}。`,
  notPoints: (text: string, row: RowExample) =>
    `「${text}」不是分数，未保存。分数请写数字，理由请写在「条目 分数」之后，例如：${row.id} ${row.allOrNothing ? 0 : Math.max(0, Math.min(3, row.maxPoints - 1))} 理由。`,
  twice: (row: string) => `${row}写了不止一次，未保存。请每个条目只写一次。`,
  noPoints: (row: string) => `${row}没有写分数，未保存。`,
  noRow: (text: string) => `「${text}」不是条目和分数，未保存。`,
  whichItem: (item: string, items: readonly string[] | undefined) =>
    items === undefined
      ? `「${item}」指哪一条不明确，未保存。请写明条目编号。`
      : `本部分没有「${item}」，未保存。条目为${items.join("、")}。`,
  otherName: (name: string, numeral: string, section: string) =>
    `「${name}」与第${numeral}部分的名称（${section}）不一致，未保存。请核对是哪一部分。`,
  marksOrPoints: (row: string, number: string) =>
    `${row}后面只有一个数${number}，没有写明是满分还是得分，未保存。请写为「${row} 分数」。`,
  twoNumbers: (row: string, one: string, two: string) =>
    `${row}后面有两个数${one}和${two}，没有写明哪一个是得分，未保存。`,
  deducted: (row: string, said: string, points: number) =>
    `${row}「${said}」请写明得分，未保存。从满分中扣减的，为${points}分。`,
  remarkOfWhich: (row: string) => `备注请写明是哪一条，未保存，例如：${row} 备注 说明。`,
  otherRow: (row: string, said: string) =>
    `${row}的理由中有另一条的分数「${said}」，是否另记一条不明确，未保存。请每条一行，或用分号隔开。`,
  /** @param said as the reason it would be */
  corrected: (row: string, points: number, said: string) =>
    `${row}先写${points}分，后写「${said}」，以哪个为准不明确，未保存。`,
  noReason: (row: string, said: string) => `「${said}」没有作为${row}的理由，未保存。`,
  reasonFirst: (row: string, said: string) => `${row}「${said}」的理由写在分数之前，未保存。`,
  reasonAway: () => "理由 无",
  reasonLed: () => "理由：",
  reasonGone: () => "理由删掉",
  severalColumns: (row: RowExample, names: readonly string[]) =>
    `表中有${names.join("、")}几列分数，未保存。请只发送本表的一列，每条一行，例如：${row.id} ${exampleOf(row)}。`,
  rest: () => "其余满分",
  allFull: (said: string) => `「${said}」未保存：已评的条目不改动，只给其余条目打满分。`,
  /** @param count of points without their rows */
  inTurn: (count: number) => `收到${count}个分数，没有写明条目，未保存。`,
  eachRow: (row: RowExample) => `请写明条目，每条一行，例如：${row.id} ${exampleOf(row)}。`,
  restWaits: () => "“其余满分”待以上条目明确后再写。",
  /** Beside what could not be read, what could. */
  readable: (sentence: string, typed: string, count: number) =>
    `${sentence}其余${count}项可以记录：${typed}。请点击「${scorePhrases.recordReadable(count)}」，或改正后整条重新发送。`,
  recordReadable: (count: number) => `记录其余${count}项`,
  recordRead: (count: number) => `按以上${count}项记录`,
  recordReading: (typed: string) => `记为「${typed}」`,
  /** @param said as it can be sent */
  mayMean: (sentence: string, said: string, count: number) =>
    count === 1
      ? `${sentence}确是如此的，请点击「${scorePhrases.recordReading(said)}」，或改正后重新发送。`
      : `${sentence}确是得分的，即${said}，请点击「${scorePhrases.recordRead(count)}」，或改正后重新发送。`,
  verdict: (row: string) => `${row}请回复「通过」或「否决」，未保存。理由请写在后面，例如：${row} 否决 理由。`,
};

/** A row as far as an example needs it. */
interface RowExample {
  id: string;
  maxPoints: number;
  knocksOut?: boolean;
  allOrNothing?: boolean;
}

/** What a row may be given: less than a large maximum, so that it reads as an example. */
const exampleOf = ({ maxPoints, knocksOut, allOrNothing }: RowExample): string =>
  knocksOut ? "通过" : String(allOrNothing ? maxPoints : Math.min(3, maxPoints));

const exampleSection = ({ numeral, rows }: { numeral: string; rows: readonly RowExample[] }): string =>
  `${numeral} ${rows.map(exampleOf).join(" ")}`;
