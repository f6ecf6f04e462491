import { EMPTY_WORDS, openingIn } from "../../../platform/conversation/spoken.ts";
import { withoutSigned } from "../signed.ts";

/** One of the parts that the plan asks for, as a report has it. */
export interface PartFound {
  /** In the plan's words. */
  name: string;
  /** `empty`: its heading stands there with nothing below it, or with 略, 另附. `none`: it says that there is nothing. */
  state: "written" | "none" | "empty" | "missing";
  /** Without its heading; empty if it is missing. */
  text: string;
}

/** 推广实施 of L21, which is no part of its own in the plan. */
export const PROMOTION = "promotion";

/** How else people name what the plan calls so, the plan's own words left out. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [
    /开展情况/u,
    "(?:活动|工作|创建|总体|基本)(?:的)?(?:开展|推进|进展)?(?:的)?情况|开展(?:的)?情况|工作概况|基本概况|(?:活动|工作)?开展(?=[：:])",
  ],
  [
    /做法|成效/u,
    "(?:主要|具体|特色|典型|工作)(?:的)?(?:做法|措施|举措|经验)(?:[与和及、]?(?:主要|工作|取得)?(?:的)?(?:成效|成果|经验))?|(?:做法|措施|举措|经验)[与和及、]?(?:主要|工作)?成效|(?:主要|工作|取得|活动)(?:的)?成效|(?:做法|成效|经验)(?=[：:])",
  ],
  [
    /问题/u,
    "(?:目前|主要|当前|仍|还)?(?:存在)(?:的)?(?:主要|突出)?(?:问题|不足|困难|短板)|主要问题|不足之处|(?:困难|短板|不足)[与和及、]问题|问题[与和及、](?:不足|困难|短板)|(?:问题|不足|困难)(?=[：:])",
  ],
  [
    /下一步|建议/u,
    "下(?:一)?步(?:的)?(?:工作)?(?:[、和及与]?(?:建议|打算|计划|安排|举措|措施|思路|重点|方向))*|(?:工作|意见|对策|有关)(?:[与和及、])?建议|(?:下一步|建议|打算|计划)(?=[：:])",
  ],
];

const NUMBER =
  "(?:第[一二三四五六七八九十\\d]{1,3}(?:部分|章|节)?[、，,：:\\s]*|[（(【]?[一二三四五六七八九十\\d]{1,3}[）)】、.．，,\\s]+|#{1,4}\\s*|【)";
const BEFORE = "(?<=^|\\n|[。；;！!])[\\s\\u3000]*";
/** What may still stand in a heading: 存在问题及不足. */
const MORE = "(?:[与和及、以][^\\n。：:，,；;]{0,12})?";
const ENDS = "(?=[\\s\\u3000]*(?:[：:。.】，,\\n]|$))";
const TOLD = "(?:主要)?(?:是|有|为|包括)[：:，,]?";

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

function namesOf(name: string): string {
  const alias = ALIASES.find(([key]) => key.test(name))?.[1];
  return `(?:我[区县市]|全[区县市]|本[区县市]|关于)?(?:${[escaped(name), ...(alias === undefined ? [] : [alias])].join("|")})`;
}

function headingOf(name: string): RegExp {
  const words = namesOf(name);
  const ways = [
    `${NUMBER}${words}${MORE}${ENDS}`,
    `${words}${MORE}(?=[\\s\\u3000]*(?:[：:】\\n]|$|。))`,
    `(?<=[，,、])${words}(?=[\\s\\u3000]*[：:])`,
    `${words}${TOLD}`,
    // 下一步，将加强…
    ...(/下一步/u.test(name) ? ["下一?步(?:工作)?[，,]"] : []),
  ];
  // 第一活动开展情况…第二主要做法成效…, dictated without punctuation.
  const spoken = `第[一二三四五六七八九]${escaped(name)}(?:就?是|呢)?`;
  // 更正后：一、活动开展情况：…
  const behindLead = `(?<=[：:])[\\s\\u3000]*[（(【]?[一二三四五六七八九十][）)】、.．，,\\s]+${words}${MORE}(?=[\\s\\u3000]*[：:\\n])`;
  return new RegExp(`${BEFORE}(?:${ways.join("|")})|${behindLead}|${spoken}`, "gu");
}

const FEWEST = 2;
/** 成效是…, 建议是… within a breath. */
const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/做法|成效/u, "|(?:做法|成效)"],
  [/问题/u, "|(?:问题|不足)"],
  [/下一步|建议/u, "|(?:下一步|建议)"],
];
const shortOf = (name: string): string => SHORT_NAMES.find(([key]) => key.test(name))?.[1] ?? "";

/** 建议多搞培训: a verb behind it. */
const proposes = (name: string): string =>
  /下一步|建议/u.test(name) ? "|建议(?=[多加尽要将把]|进一步|出台|统一|开展|组织|建立|增加|继续|明确|市|区|能)" : "";

/** 活动开展情况是…主要做法是…成效是…, dictated without any stop: by its whole name, or by another with 是 behind it. */
const inBreath = (name: string): RegExp => {
  // Names in a row are those of a list, and begin nothing.
  // 下一步建议 for 下一步工作建议
  const said = name.includes("工作") ? `(?:${escaped(name)}|${escaped(name.replace("工作", ""))})` : escaped(name);
  const own = `(?<![、和及与])(?:第[一二三四五六七八九])?${said}(?![、和及与])(?:就?是|[呢嘛么]|有|[：:，,])?`;
  const other = ALIASES.find(([key]) => key.test(name))?.[1];
  return new RegExp(
    other === undefined ? own : `${own}|(?:${other}${shortOf(name)})(?:就?是|[呢嘛嗯呃]|[：:])${proposes(name)}`,
    "gu",
  );
};

/** Its own heading, which ends the part before it. */
const PROMOTION_HEADING = `(?:${BEFORE}|(?<=[，,、]))${NUMBER}?(?:推广实施|推广)(?:情况)?(?:[\\s\\u3000]*(?:[：:\\n]|$)|(?<=实施(?:情况)?)就?是|[ \\u3000]+(?=(?:暂?无|没有|略)[。；;\\s]*(?:$|\\n)))`;
const PROMOTION_IN_BREATH =
  "推广实施(?:情况)?(?:就?是|呢|[：:])|推广(?:的)?情况(?:就?是|[呢嗯呃]|[：:])|[哦嗯啊][，,]?对了[，,]?(?=[^。；\\n]{0,10}推广)";

interface Heading {
  name: string;
  from: number;
  to: number;
}

/** 无, 暂无: said, but nothing of it. */
const NOTHING =
  /^(?:目前|暂|尚|基本)?(?:均|都)?(?:无|没有|未发现|不存在|略|待补充?|另附|\/|—+|－+|-+|…+)(?:明显|突出|重大)?(?:的)?(?:问题|不足|情况|建议|困难)?$/u;
const bare = (text: string): string => text.replaceAll(/[\s\u3000。.，,；;：:！!【】、]/gu, "");

/** Behind 无 that was filled in for a part. */
const SAID_NOTHING_MARK = "（填报时已确认）";
const SAYS_NONE =
  /^(?:目前|暂|尚|基本)?(?:均|都)?(?:无|没有|未发现|不存在)(?:明显|突出|重大)?(?:的)?(?:问题|不足|情况|建议|困难)?$/u;

/** Whether the words hold nothing: empty, 无, 暂无. */
export const isNothing = (text: string): boolean => {
  const said = bare(text.replace(SAID_NOTHING_MARK, ""));
  return said === "" || NOTHING.test(said);
};

/** 略, 待补, 另附: what is to stand there, and not that there is nothing. */
export const isPutOff = (text: string): boolean => /^(?:从?略|待补充?|后补|另附|见附件|…+)$/u.test(bare(text));

const trimmed = (text: string): string =>
  text
    .replace(/^[\s\u3000：:。.，,】]*(?:[嘛呢](?=\p{Script=Han}))?/u, "")
    .replace(
      /(?:[\n\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第[一二三四五六七八九十]部分))?[\s\u3000]*$/u,
      "",
    )
    .trim();

/** Headings of the parts and of 推广实施, in order; of two at the same place the longer one. */
export function headingsIn(text: string, parts: readonly string[]): Heading[] {
  let from = 0;
  return text.split(/(?<=[。；;！!\n])/u).flatMap((sentence) => {
    const found = headingsOf(sentence, parts).map((one) => ({ ...one, from: one.from + from, to: one.to + from }));
    from += sentence.length;
    return found;
  });
}

/** A sentence that names several parts was dictated without a stop. */
function headingsOf(line: string, parts: readonly string[]): Heading[] {
  const isBreath = parts.filter((name) => inBreath(name).test(line)).length >= FEWEST;
  const named = [
    ...parts.map((name): [string, RegExp] => [name, isBreath ? inBreath(name) : headingOf(name)]),
    [PROMOTION, new RegExp(isBreath ? PROMOTION_IN_BREATH : PROMOTION_HEADING, "gu")] as [string, RegExp],
  ];
  const all = named
    .flatMap(([name, heading]): Heading[] =>
      [...line.matchAll(heading)].map(({ 0: found, index }) => ({ name, from: index, to: index + found.length })),
    )
    .sort((one, other) => one.from - other.from || other.to - one.to);
  return all.filter(({ from }, at) => at === 0 || from >= (all[at - 1]?.to ?? 0));
}

/**
 * Where a report speaks of each part: below its heading, however it is numbered, or after a sentence that begins with its
 * name. A part with two headings (主要做法：…；成效：…) is below both; a line of a table of contents says nothing.
 * @param parts names in the plan's words
 */
export function contentsOf(text: string, parts: readonly string[]): PartFound[] {
  const { text: whole } = withoutSigned(text.normalize("NFC").replaceAll(/\r\n?/gu, "\n"));
  const headings = headingsIn(whole, parts);
  const texts = headings.map(({ name, to }, at) => ({ name, text: trimmed(whole.slice(to, headings[at + 1]?.from)) }));
  return parts.map((name) => {
    const own = texts.filter((one) => one.name === name).map((one) => one.text);
    if (own.length === 0) return { name, state: "missing", text: "" };
    const said = own.filter((one) => !isNothing(one) && /\p{L}{2}/u.test(one));
    const none = own.find((one) => SAYS_NONE.test(bare(one.replace(SAID_NOTHING_MARK, ""))));
    if (said.length > 0) return { name, state: "written", text: said.join("\n") };
    return { name, state: none === undefined ? "empty" : "none", text: none ?? own[0] ?? "" };
  });
}

/** What is said of 推广实施, as one line: under its heading, or in sentences; undefined if nothing is. */
export function promotionIn(text: string): string | undefined {
  const heading = new RegExp(PROMOTION_HEADING, "u").exec(text) ?? new RegExp(PROMOTION_IN_BREATH, "u").exec(text);
  const below = heading ? oneLine(text.slice(heading.index + heading[0].length).split("\n")[0] ?? "") : "";
  if (!isNothing(below)) return below;
  const sentences = text.split(/(?<=[。；！\n])/u).map(oneLine);
  const said = sentences.filter(
    (one) =>
      /推广/u.test(one) &&
      !isNothing(one.replace(/^(?:经验|做法)*推广(?:实施)?(?:情况)?/u, "")) &&
      !/^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:经验|做法)*推广(?:实施)?(?:情况)?[：:。]?$/u.test(one),
  );
  return said.length === 0 ? undefined : said.slice(0, 2).join("");
}

const oneLine = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, " ").trim();

/** In characters. */
const LONG_NAME = 4;

/** 存在问题：物业费收缴难；推广实施：已在全区推广: what was said of each part, if the text begins with one. */
export function partsSaid(typed: string, parts: readonly string[]): ReadonlyMap<string, string> {
  const names = [...parts.map((name) => `${namesOf(name)}${shortOf(name)}`), "推广(?:实施)?(?:情况)?"];
  const any = names.join("|");
  const isSpaced = new RegExp(`^(?:${any})[ \\u3000]+\\S`, "u").test(typed.trim());
  const text = typed
    .trim()
    .replaceAll(new RegExp(`^(${any})改(?:成|为)[:：\\s]*(?=\\S)`, "gmu"), "$1：")
    // 活动开展情况：… 推广实施：…, 问题 … 下步 …: only a blank stands between them.
    .replaceAll(new RegExp(`(?<=\\S)[ \\u3000]+(?=(?:${any})${isSpaced ? "[ \\u3000：:]" : "[：:]"})`, "gu"), "\n")
    .replaceAll(new RegExp(`^(${any})[ \\u3000]+(?=\\S)`, "gmu"), "$1：")
    // 开展情况嗯…, 存在的问题就是…
    .replaceAll(new RegExp(`^(${any})(?:${EMPTY_WORDS}|[，,、])+(?:就?是)?(?=\\S)`, "gmu"), "$1：")
    // 下一步建议多培训: a name of that length begins no sentence of its own.
    .replaceAll(
      new RegExp(
        `^(?!(?:${any})[\\s\\u3000]*(?:[：:]|$))((?=[^\\s：:]{${LONG_NAME}})(?:${any}))(?<=^.{${LONG_NAME},})(?![的和与及、以较是为有])(?=\\p{Script=Han}{2})`,
        "gmu",
      ),
      "$1：",
    )
    .replaceAll(
      new RegExp(`^(${parts.map(escaped).join("|")})(?!就?是|为|有|呢|的)(?=\\p{Script=Han}{2})`, "gmu"),
      "$1：",
    );
  const headings = headingsIn(text, parts);
  if (headings[0]?.from !== 0) {
    const opening = openingIn(typed.trim());
    return opening > 0 ? partsSaid(typed.trim().slice(opening), parts) : new Map();
  }
  const said = new Map<string, string>();
  // 做法：… 成效：…: both are of the same part.
  for (const [at, { name, to }] of headings.entries()) {
    const words = trimmed(text.slice(to, headings[at + 1]?.from));
    const before = said.get(name) ?? "";
    said.set(name, [before, words].filter((one) => one !== "").join("\n"));
  }
  return said;
}

/** 无 that was filled in for a part is an answer: it is not asked for again. */
const SAID_NOTHING = `无${SAID_NOTHING_MARK}`;

/** The parts as one text with their headings in the order of the plan. @param said the words of each, by its name */
export function composed(parts: readonly string[], said: ReadonlyMap<string, string>): string {
  const promotion = said.get(PROMOTION);
  const words = (name: string): string => {
    const text = said.get(name) ?? "";
    return text !== "" && isNothing(text) ? SAID_NOTHING : text;
  };
  return [
    ...parts.map((name, at) => `${"一二三四五六七八九"[at] ?? at + 1}、${name}\n${words(name)}`),
    ...(promotion === undefined ? [] : [`推广实施：${promotion}`]),
  ].join("\n");
}
