import { countWords } from "../count-words.ts";
import type { Question } from "../field.ts";
import { withoutFurniture } from "../furniture.ts";
import { cleanLine, cleanParagraphs } from "../plain.ts";
import { isFigures, personIn } from "./data-only.ts";

/** Why paragraphs are hardly what they are recorded as. */
export type ContentFault = "furniture" | "table" | "points" | "mention" | "corrected" | "figures" | "brief" | "spoken";

export interface ContentDoubt {
  fault: ContentFault;
  /** What would be recorded; empty where nothing is left of it. */
  content: string;
  /** Lines that are none of it. */
  left: readonly string[];
}

const HAN = /\p{Script=Han}/gu;
/** In Chinese signs: less hardly describes a compound. */
const FEWEST = 4;
/** In 字数: so many make a text of figures, names and a few words. */
const FEWEST_WORDS = 8;
/** 1-3 4 */
const POINTS = /^\s*[1-9一二三四]\s*[-－–—杠]\s*\d{1,2}(?:\s*[:：]\s*|\s+)\d{1,2}(?:\.5)?\s*分?(?:\s|$)/u;
const MENTION = /^\s*[@＠]\S/u;
/** Headings of the rubric and of lists of people. */
const HEADS = /序号|评选内容|评选标准|分值|考核分|姓名|职务|得分|备注/u;
const FEWEST_CELLS = 3;
/** …不对是…, 不对不对…; 不对外开放 and 不对称 are words of their own. */
const CORRECTED =
  /(?<![是会能从对])不对(?!外|内|称|等|应|口|位|付|齐|劲|社会|业主|居民|接|比)|(?:[说写填打弄]错|搞错)了?|错了(?:[,，\s]|是|应|不)|更正一下|[哦噢啊](?:对了)?[,，\s]*不是?(?=是|[\d〇零○一二两三四五六七八九十百]|.{1,12}是)|算了[,，]?(?:还是|写|改)/u;
/** …都挺满意的啊对了水电也没问题: between two sentences. */
const ASIDE = /(?<=\p{Script=Han})[啊哦噢嗯哎呃]+[,，\s]*对了[,，\s]*(?!全称)(?=\p{Script=Han}{2})/gu;
/** A line of its own, below a text of any length. */
const CORRECTION = /^\s*(?:更正|勘误|订正|改正)(?:一下)?\s*[:：]/mu;
/** 更正：上文「甲」应为「乙」。 */
const QUOTED_CORRECTION =
  /\n\s*(?:更正|勘误|订正|改正)(?:一下)?\s*[:：][^「“"\n]{0,16}[「“"]([^「」“”"\n]{1,60})[」”"][^「“"\n]{0,4}(?:应为|应是|应该是|改为|改成)\s*[「“"]([^「」“”"\n]{1,60})[」”"][。.\s]*$/u;
/** In characters: a longer text may report a mistake. */
const MOST_CORRECTED = 200;
const MEANT =
  /^[^，,。；;]{2,24}?[,，\s]*[嗯哦啊]*(?:不对|[说写填打弄]错了?|错了)[,，\s]*(?:应该是|应为|应是|改为|改成|是)\s*([^，,。；;]{2,24})[。\s]*$/u;
/** 入住 92.5 8.25: words and figures without a sentence. */
const FIGURES = /^(?=.*\d)[^，,。；;、：:\n]{1,24}$/u;
const MOST_WORD = 4;
const NO_WORDS = /^(?=.*\d)[\d\s\p{P}\p{S}]+$/u;

/** Undefined where paragraphs are plainly what they are said to be. */
export function contentDoubt({ required }: Pick<Question, "required">, typed: string): ContentDoubt | undefined {
  const { text, left } = withoutFurniture(typed);
  const content = cleanParagraphs(text);
  // Of what is data of other fields nothing is offered as a text.
  if (left.length === 0 && isData(content)) return { fault: "figures", content: "", left };
  const fault = left.length > 0 ? "furniture" : faultOf(required, text);
  if (fault === undefined) return undefined;
  if (fault === "corrected") return { fault, content: asCorrected(text), left };
  if (fault === "spoken") return { fault, content: content.replaceAll(ASIDE, "，"), left };
  return { fault, content, left };
}

const isData = (content: string): boolean =>
  !content.includes("\n") && (isFigures(content.normalize("NFKC")) || personIn(content) !== undefined);

/** In characters, of the words that take it back. */
const MOST_BESIDE = 5;

/** What was meant, where that is plain; empty otherwise: what was taken back is not offered. */
function asCorrected(text: string): string {
  const [, meant] = MEANT.exec(cleanLine(text)) ?? [];
  // Behind more words than were meant, some of them are right as well.
  const before = [...cleanLine(text)].length - 2 * [...(meant ?? "")].length;
  // A figure alone takes the place of no text: 建成年份错了 是2013.
  if (meant !== undefined && before <= MOST_BESIDE && !/^\d{1,4}年?$/u.test(meant)) return meant;
  const [tail = "", wrong = "", right = ""] = QUOTED_CORRECTION.exec(text) ?? [];
  const above = text.slice(0, text.length - tail.length);
  return tail !== "" && above.split(wrong).length === 2 ? cleanParagraphs(above.replace(wrong, () => right)) : "";
}

/** Whether something said in it is taken back. */
export const isCorrected = (text: string): boolean =>
  CORRECTION.test(text) || ([...text].length <= MOST_CORRECTED && CORRECTED.test(text));

function faultOf(required: boolean, text: string): ContentFault | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.some((line) => MENTION.test(line))) return "mention";
  if (lines.some((line) => POINTS.test(line))) return "points";
  if (isTable(lines)) return "table";
  if (isCorrected(text)) return "corrected";
  if ([...text].length <= MOST_CORRECTED && text.search(ASIDE) >= 0) return "spoken";
  const line = cleanLine(text);
  // What has no words is refused as such.
  if (!/[\p{L}\p{N}]/u.test(line)) return undefined;
  const words = line.split(/\s+/u);
  const isList = words.length > 1 && lines.length === 1 && words.every((word) => [...word].length <= MOST_WORD + 1);
  if (NO_WORDS.test(line) || (FIGURES.test(line) && ((line.match(HAN) ?? []).length === 0 || isList))) return "figures";
  // 形式, 管理好: a word or two is no description of anything.
  if (required && (line.match(HAN) ?? []).length < FEWEST && countWords(line) < FEWEST_WORDS) return "brief";
  return undefined;
}

/** Rows of cells, as a workbook gives them; a numbered paragraph has one blank behind its number. */
function isTable(lines: readonly string[]): boolean {
  const cells = lines.map((line) => line.split("\t").filter((cell) => cell.trim() !== "").length);
  const rows = cells.filter((count) => count >= FEWEST_CELLS).length;
  const isHeaded = (cells[0] ?? 0) >= FEWEST_CELLS && HEADS.test(lines[0] ?? "");
  return isHeaded || (rows > 1 && rows * 2 >= lines.length);
}
