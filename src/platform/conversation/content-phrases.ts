import type { ContentDoubt, ContentFault } from "./answers/content-doubt.ts";
import { countWords } from "./count-words.ts";
import { labelledPhrases } from "./phrases.ts";

/** In characters. */
const MOST_SHOWN = 40;
const MOST_LINES = 4;
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, " ").trim().replace(/。$/u, "");
  return [...line].length > MOST_SHOWN ? `${[...line].slice(0, MOST_SHOWN).join("")}……` : line;
};

const FAULTS: Record<Exclude<ContentFault, "furniture">, string> = {
  table: "似为表格",
  points: "似为评分",
  mention: "似为群聊消息",
  corrected: "中有更正",
  spoken: "中有口头用语",
  figures: "似为其他栏目的数据",
  brief: "过短",
};

/** What is asked before paragraphs are recorded. */
export const contentPhrases = {
  /** As it stands, for the field of that name. */
  of: (label: string, value: string) => `${label}：内容：${value}`,
  /** In a message that is refused. */
  saidNone: (labels: readonly string[]) => `写为无或暂缺的不记录：${labels.join("、")}。`,
  record: (label: string) => `作为“${label}”记录`,
  replace: () => "改为所发内容",
  again: () => "仍然记录",
  asListed: () => "按所列记录",
  /** Why it is not recorded, and what would be. */
  doubt: (typed: string, label: string, { fault, content, left }: ContentDoubt) => {
    const lines = left.slice(0, MOST_LINES).map((line) => `「${shortened(line)}」`);
    const more = left.length > MOST_LINES ? `等${left.length}行` : "";
    const why =
      fault === "furniture"
        ? `${lines.join("")}${more}似不是“${label}”的内容，不予记录，整条未保存。`
        : `「${shortened(typed)}」${FAULTS[fault]}，未记入“${label}”。`;
    const rest = content === "" ? "" : `可以记录的内容共${countWords(content)}字：${shortened(content)}。`;
    const again = fault === "corrected" && content === "" ? "请按更正后的内容重新发送；" : "";
    return `${why}${rest}${again}确为本项内容的，请以「内容：」开头重新发送。`;
  },
  /** @param rest how many other answers the message has */
  unsure: (label: string, text: string, rest: number) =>
    `「${shortened(text)}」共${countWords(text)}字，是否为“${label}”的内容不明确。${rest === 0 ? "" : `同一条消息另有${rest}项。`}整条未保存。`,
  spoken: (label: string, text: string, cleaned: string | undefined) =>
    `「${shortened(text)}」除“${label}”外似有其他的话，未保存。${cleaned === undefined ? "请只写本项的内容；确为所写的，请写作「内容：…」。" : `记为“${cleaned}”的，请点击或回复所列内容；确为所写的，请写作「内容：…」。`}`,
  /** @param whole what the value would be, where that is plain */
  edits: (said: string, label: string, whole: string | undefined) =>
    whole === undefined
      ? `「${shortened(said)}」似为对“${label}”的更改，不知道改后的内容，未作任何改动。请写作「${label}改为…」。`
      : `“${label}”尚未改动。改为“${whole}”的，请点击或回复所列内容；否则请写作「${label}改为…」。`,
  /** @param text what would be left */
  takenOut: (label: string, taken: readonly string[], text: string) =>
    `“${label}”尚未改动。去掉${taken.map((one) => `「${shortened(one)}」`).join("")}后共${countWords(text)}字：${shortened(text)}。`,
  /** @param told what each of them leads to */
  edited: (told: readonly string[]) => `尚未改动。改后：${told.join("；")}。`,
  editedPart: (label: string, { wrong, right }: { wrong: string; right: string }, part: string) =>
    `“${label}”${right === "" ? `删去「${shortened(wrong)}」` : `「${shortened(wrong)}」改为「${shortened(right)}」`}，该处为「${part.replace(/。$/u, "")}」`,
  editedWhole: (label: string, before: string, after: string) =>
    before === "" ? `“${label}”填写为“${after}”` : `“${label}”由“${before}”改为“${after}”`,
  notEdited: (bad: readonly string[]) => `整条未保存，未作任何改动。${bad.join("")}`,
  editUnread: (said: string) =>
    `「${shortened(said)}」未能识别，请写作「栏目名称改为…」，改其中文字的写作「栏目名称里“原文”改为“新文”」「栏目名称里“原文”删去」。`,
  notThere: (label: string, wrong: string, places: number) =>
    `“${label}”中${places === 0 ? "没有" : `有${places}处`}“${shortened(wrong)}”，请连同前后文字写明，原文可发送「${label} 全文」查看。`,
  nothingLeft: (label: string) => `“${label}”删去所写文字后没有内容，清空该栏目的，请发送「${label}删掉」。`,
  /** What stands before a text, and is none of it. */
  notContent: (said: string, label: string, content: string) =>
    content === ""
      ? `「${shortened(said)}」似不是“${label}”的内容，整条未保存，未作任何改动。更改已填内容的，请写作「栏目名称改为…」；清除的，请写作「${label}删掉」；本项不填的，请回复「跳过」。`
      : `「${shortened(said)}」似不是“${label}”的内容，整条未保存。可以记录的内容共${countWords(content)}字：${shortened(content)}。`,
  ofAnother: (name: string, { label, was, rest }: { label: string; was: string; rest: number }) =>
    `“${label}”已填“${was}”，「${name}」是否替代不明确，整条未保存。确需替代的，请点击或回复所列内容；只记录其余${rest}项的，请点击「${labelledPhrases.recordRest(rest)}」。`,
  /** Of a message that was refused whole: what of it may be recorded, and the order that was not carried out. */
  onlyReading: (
    said: string,
    { lines, order, asIs }: { lines: readonly string[]; order: string | undefined; asIs: string | undefined },
  ): string => {
    const left = order === undefined ? "" : contentPhrases.notOrdered(order);
    const own = asIs === undefined ? "" : `确为“${asIs}”内容的，请写作「内容：…」。`;
    return `「${shortened(said)}」整条未保存。可以记录：${lines.join("；")}。请点击或回复所列内容。${left}${own}`;
  },
  anew: (said: string, label: string, typed: string) =>
    `「${shortened(said)}」未记入本项。重新填写“${label}”的，请点击或回复「${typed}」。`,
  notOrdered: (order: string) => `「${order}」未办理，请在记录后单独发送。`,
  asContent: () => "确为本项内容的，请写作「内容：…」。",
  /** As the change of a part is typed. */
  withinTyped: (label: string, wrong: string, right: string) => `${label}里${wrong}改成${right}`,
  changeWithin: (labels: readonly string[]) =>
    `要改的文字在${labels.map((label) => `“${label}”`).join("、")}中，尚未改动。请点击或回复所列内容。`,
  /** @param places how often the words stand there; undefined where what they are to be is unclear */
  notWithin: (label: string, wrong: string, places: number | undefined) => {
    const why =
      places === undefined
        ? "改后的文字中有更正"
        : places === 0
          ? `“${label}”中没有“${shortened(wrong)}”`
          : `“${label}”中有${places}处“${shortened(wrong)}”`;
    return `${why}，未作任何改动。请连同前后文字写明，如「${label}里……改成……」；原文可发送「${label} 全文」查看。`;
  },
  /** Beside it in the chat. */
  either: (record: string, drop: string) =>
    `按所列内容记录的，请点击或回复「${record}」；不记录的，请回复「${drop}」。`,
  replaces: (label: string, before: string, { after, rest }: { after: string; rest: number }) =>
    `“${label}”已有共${countWords(before)}字：${shortened(before)}。所发内容共${countWords(after)}字：${shortened(after)}。${rest === 0 ? "" : `同一条消息另有${rest}项。`}整条未保存。`,
  /** Behind it: 还有… may be meant as one sentence more. */
  orAdds: (typed: string) => `加在原文末尾的，请点击或回复「${typed}」。`,
  sentTwice: (typed: string, labels: readonly string[]) =>
    `「${shortened(typed)}」与上一条相同，上一条已经记录，本条未保存。确需记入“${labels.join("”“")}”的，请点击或回复所列内容；否则请填写本项。`,
  sentTwiceLong: (typed: string, labels: readonly string[]) =>
    `「${shortened(typed)}」与上一条相同，上一条已经记录，未记入“${labels.join("”“")}”。`,
  /** @param lines what would be recorded, where there is more than one */
  ofCase: (names: readonly string[], label: string, lines: readonly string[]) =>
    `内容写有“${names.join("”“")}”，是另一份申报，未记入“${label}”。${lines.length > 1 ? `所列：${lines.join("；").replace(/。$/u, "")}。` : ""}`,
  samePlace: (text: string, label: string, other: string) =>
    `「${text}」已记入“${other}”，未记入“${label}”。请填写全称，或点击所列内容。`,
  choiceNumber: (text: string, label: string, shown: string) =>
    `「${text}」是选项的序号还是“${label}”不明确，未保存。确为${shown}的，请点击或回复所列内容。`,
  whoseNumber: (number: string, lines: readonly string[]) =>
    `「${number}」是谁的号码不明确，未保存。请点击或回复${lines.map((line) => `「${line}」`).join("")}；属于其他人员的，请写作「栏目名称：号码」。`,
  wholeOf: (label: string, text: string, labels: readonly string[]) =>
    `“${label}”下的内容共${countWords(text)}字，其中写有${[...new Set(labels)].map((one) => `“${one}”`).join("")}，整条未保存。`,
  listedAgain: (lines: readonly string[], record: string, drop: string) =>
    `此前所列的${lines.length}项之后又有更正，更正未能记录。所列为：${lines.join("；")}。仍按所列记录的，请点击或回复「${record}」；不记录的，请回复「${drop}」，然后重新填写。`,
  otherCount: (typed: string, lines: readonly string[], record: string) =>
    `「${typed}」已不是最近所列的内容，未办理。目前待记录的有${lines.length}项：${lines.join("；")}。需要记录的，请点击或回复「${record}」。`,
  columns: (typed: string, lines: readonly string[]) =>
    `「${shortened(typed)}」似为${lines.length}栏的内容，未保存：${lines.join("；")}。分别记录的，请点击或回复所列内容；确需原样填写的，请写作「内容：…」。`,
  whole: (label: string, text: string) => `“${label}”全文（共${countWords(text)}字）：`,
  notGiven: (label: string) => `“${label}”尚未填写。`,
  addTo: (said: string, labels: readonly string[]) =>
    `「${shortened(said)}」加在${labels.map((label) => `“${label}”`).join("还是")}的末尾，未保存。请点击或回复所列内容。`,
};

/** 剩下选填都不填 */
export const skipPhrases = {
  skipRest: () => "选填的都跳过",
  skipsRest: (labels: readonly string[], skip: string) =>
    `尚未填写的选填栏目有${labels.length}项：${labels.join("、")}。全部留空的，请点击或回复「${skip}」，必填的仍逐项询问。`,
  skippedRest: (labels: readonly string[]) => `${labels.join("、")}留空，可发送「改 栏目名称」补填。`,
  skipApart: (answer: string) => `整条未保存，请分两次发送：先回复「${answer}」，再发送「${skipPhrases.skipRest()}」。`,
  noneLeft: () => "没有尚未填写的选填栏目，请填写本项。",
};

/** 确认, 同小区名称 in the place of an answer. */
export const standsForPhrases = {
  notGiven: (typed: string, label: string) =>
    `「${shortened(typed)}」未保存：“${label}”尚未填写，请先填写该栏目，或在此直接填写内容。`,
  same: (typed: string, label: string) => `「${shortened(typed)}」未保存：所指即为“${label}”本身，请直接填写内容。`,
  nothing: (typed: string) => `「${shortened(typed)}」未保存：本项没有建议的内容，请直接填写。`,
};
