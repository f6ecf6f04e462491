/** 横幅32条改为36条: what stands in the report, and what is to stand there. */
export interface Edit {
  wrong: string;
  right: string;
}

export type Edited =
  /** `changes`: what stood there, and what stands there now. */
  | { kind: "edited"; text: string; changes: readonly Edit[] }
  /** `times`: how often it stands there; it is plain only where that is once. */
  | { kind: "unclear"; wrong: string; times: number };

const LEAD = /^[嗯呃额哦啊哎，,\s]*(?:(?:不对|错了|说错了|写错了|特此更正|更正(?:一下)?)[，,。、:：\s]*)*(?:请|麻烦)?/u;
/** 更正：… says that something is corrected, whatever stands behind it. */
const SAYS_SO = /^[嗯呃额哦啊哎，,\s]*(?:不对|错了|说错了|写错了|特此更正|更正)/u;
const ENDS = /[。.！!，,\s]*(?:谢谢(?:您|了)?|麻烦了)?[。.！!\s]*$/u;
const EDIT =
  /^(?:请)?(?:把|将)?(?<wrong>\S.{0,39}?)(?:应该?)?(?:改为|改成|更正为|更改为|换成|应为|应是|应该是)\s*(?<right>\S.{0,39})$/u;
/** 执法进小区应为16次，不是14次 */
const NOT_SO =
  /^(?<head>\S.{0,29}?)(?:应该?[为是]|是)\s*(?<right>\S.{0,19}?)[，,]\s*(?:而)?不是\s*(?<wrong>\S.{0,19})$/u;
/** A comma within 1,280 parts nothing. */
const BETWEEN = /[，；;。\n]+|,(?!\d{3})/u;
const QUOTES = /^[「“"『]|[」”"』]$/gu;
const MOST = 200;

const AMOUNT = "(?:\\d[\\d.,]*|[〇零一二两三四五六七八九十百千]+)[%％]?[万亿]?";
const FIGURE = new RegExp(`^(?<amount>${AMOUNT})(?<unit>\\p{Script=Han}{0,2})$`, "u");
const FIGURE_BEHIND = new RegExp(
  `(?<![\\d.,〇零一二两三四五六七八九十百千])(?<amount>${AMOUNT})(?<unit>\\p{Script=Han}{0,2})$`,
  "u",
);
/** 存在的问题里经费缺口: of which part it is said. */
const WHERE = /^.{0,14}?(?:里面?|中|部分|一段)的?(?=.{2})/u;

const bare = (text: string): string => text.trim().replaceAll(QUOTES, "").trim();

/** What the words correct, one behind the other; undefined where they are anything besides. */
export function editsIn(typed: string): readonly Edit[] | undefined {
  const said = typed.trim().replace(LEAD, "").replace(ENDS, "");
  if (said === "" || [...said].length > MOST) return undefined;
  const { head = "", right = "", wrong = "" } = NOT_SO.exec(said)?.groups ?? {};
  if (wrong !== "") return [{ wrong: head + bare(wrong), right: bare(right) }];
  const edits = said.split(BETWEEN).flatMap((part) => (part.trim() === "" ? [] : [editIn(part.trim())]));
  return edits.every((edit) => edit !== undefined) && edits.length > 0 ? edits : undefined;
}

function editIn(part: string): Edit | undefined {
  const { wrong = "", right = "" } = EDIT.exec(part)?.groups ?? {};
  return wrong === "" || right === "" ? undefined : { wrong: bare(wrong), right: bare(right) };
}

/** 甲改为乙, alone; 将老旧路灯换成节能灯 tells what was done. */
const SHORT = /^(?!.*[。；;：:\n]).{3,40}$/u;
const CHANGES = /改为|改成|更正为|更改为|应为|应是/u;

/** Whether the words correct a report though what they correct does not stand in it. */
export const isEdit = (typed: string, edits: readonly Edit[]): boolean =>
  SAYS_SO.test(typed.trim()) ||
  (SHORT.test(typed.trim()) && CHANGES.test(typed)) ||
  edits.every(({ wrong, right }) => figureFor(wrong, right) !== undefined);

/** The figure at the end of what is wrong, and what takes its place: 32条, 36条. */
function figureFor(wrong: string, right: string): Edit | undefined {
  const now = FIGURE.exec(right)?.groups;
  const then = FIGURE_BEHIND.exec(wrong);
  if (!now || !then) return undefined;
  const unit = then.groups?.unit ?? "";
  if (now.unit !== "" && now.unit !== unit) return undefined;
  return { wrong: then[0], right: `${now.amount}${unit}` };
}

/** Corrects the text, all of it or nothing. */
export function edited(text: string, edits: readonly Edit[]): Edited {
  let now = text;
  const changes: Edit[] = [];
  for (const edit of edits) {
    const places = placesOf(now, edit);
    const [only] = places;
    if (!only || places.length > 1) return { kind: "unclear", wrong: edit.wrong, times: places.length };
    const { at, wrong, right } = only;
    now = now.slice(0, at) + right + now.slice(at + wrong.length);
    changes.push({ wrong, right });
  }
  return { kind: "edited", text: now, changes };
}

interface Place extends Edit {
  at: number;
}

/** Where it stands as it was said; else where its figure does, in a sentence that speaks of the same. */
function placesOf(text: string, { wrong, right }: Edit): readonly Place[] {
  const signed = DAY_BELOW_NAMED.test(wrong) ? dayBelow(text) : undefined;
  if (signed) return [{ ...signed, right }];
  const figure = figureFor(wrong, right);
  const whole = figure ? { wrong, right: wrong.slice(0, -figure.wrong.length) + figure.right } : { wrong, right };
  const within = { ...whole, wrong: wrong.replace(WHERE, ""), right: whole.right.replace(WHERE, "") };
  for (const one of [whole, ...(figure ? [within] : [{ wrong: within.wrong, right }])]) {
    const found = standsAt(text, one.wrong).map((at) => ({ at, ...one }));
    if (found.length > 0) return found;
  }
  if (!figure) return [];
  const about = within.wrong.slice(0, -figure.wrong.length).slice(-2);
  return standsAt(text, figure.wrong)
    .filter((at) => sentenceBefore(text, at).includes(about))
    .map((at) => ({ at, ...figure }));
}

/** 落款日期, which stands there as a day and not by that name. */
const DAY_BELOW_NAMED = /^(?:报告的?)?落款的?(?:日期|时间)$/u;
const DAY =
  /^[\s\u3000]*(?<day>(?:\d{4}|[〇零一二三四五六七八九]{4})\s*[年./-]\s*[\d一二三四五六七八九十]{1,3}\s*[月./-]\s*[\d一二三四五六七八九十]{1,3}日?)[\s\u3000]*$/u;

/** The day on a line of its own below a text; undefined where none or several stand there. */
function dayBelow(text: string): { at: number; wrong: string } | undefined {
  let from = 0;
  const days = text.split("\n").flatMap((line) => {
    const day = DAY.exec(line)?.groups?.day ?? "";
    const at = from + line.indexOf(day);
    from += line.length + 1;
    return day === "" ? [] : [{ at, wrong: day }];
  });
  const [only, second] = days;
  return second === undefined ? only : undefined;
}

const sentenceBefore = (text: string, at: number): string => /[^。；;\n]*$/u.exec(text.slice(0, at))?.[0] ?? "";

/** 32条 does not stand in 132条. */
function standsAt(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ""; at = text.indexOf(words, at + 1)) {
    const isWithin =
      (/^[\d.]/u.test(words) && /[\d.,]$/u.test(text.slice(0, at))) ||
      (/\d$/u.test(words) && /^[\d.,]*\d/u.test(text.slice(at + words.length)));
    if (!isWithin) places.push(at);
  }
  return places;
}
