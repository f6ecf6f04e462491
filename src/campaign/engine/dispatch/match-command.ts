import { pinyin } from "pinyin-pro";
import { type BareWords, bareWords } from "../../../platform/conversation/bare-words.ts";
import { readWhole } from "../../../platform/conversation/numerals.ts";
import { simplified } from "../../../platform/conversation/simplified.ts";
import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import type { CommandListing } from "../command-listing.ts";
import type { Command } from "../feature.ts";

type Spoken = Pick<CommandListing, "words" | "joined">;

export interface Matched<Of extends Spoken = Command> {
  command: Of;
  /** The command's words that were said. */
  words: string;
  /** Text after the command's words. */
  rest: string;
  /** `rest` with original punctuation and width. */
  verbatim: string;
  /** What stands between the command's words and the rest. */
  gap: "blank" | "sign" | "none";
}

/** 初评：雅苑, 初评，雅苑, 初评——雅苑 */
const BETWEEN = /^[\s:,;、，：；。.|—–]+/;

/** 工作报告嗯今年…, 初评那个，塔山小区 */
const HESITATES = /^(?:[嗯呃额唔]+|(?:那个|就是)(?=[\s,，、]))[\s,，、]*(?=\S)/u;
const withoutBetween = (rest: string): string => rest.replace(BETWEEN, "").replace(HESITATES, "").trim();

/** Half width, without mentions, leading slash, closing punctuation and quotes around all of it. */
export const plainText = (text: string): string => bareWords(text).words.normalize("NFKC").trim();

/**
 * Matches a command at the start of the text, or its pinyin initials as the whole text (`jd` for 进度). The longest words
 * win. A blank separates words and rest; it is optional if the rest does not start with a Chinese character or the
 * command always takes an object, or the rest is said like a name: 继续填写塔山小区.
 */
export function matchCommand<Of extends Spoken>(commands: readonly Of[], text: string): Matched<Of> | undefined {
  const bare = bareWords(text);
  const plain = withAnnexNumbers(bare.words.normalize("NFKC"));
  const lower = simplified(plain).toLowerCase();
  const candidates = candidatesOf(commands);
  for (const { command, words, said } of candidates) {
    if (!lower.startsWith(said)) continue;
    const rest = plain.slice(words.length);
    const isApart = /^\s/.test(rest) || command.joined || /^[^\p{Script=Han}]/u.test(rest) || HESITATES.test(rest);
    if (rest === "" || isApart || isNamed(firstOf(rest)))
      return {
        command,
        words,
        rest: withoutBetween(rest),
        verbatim: verbatimAfter(bare, words),
        gap: /^\s/.test(rest) ? "blank" : BETWEEN.test(rest) || HESITATES.test(rest) ? "sign" : "none",
      };
  }
  if (!/^[a-z]+$/u.test(lower)) return undefined;
  const initials = candidates.filter(({ words }) => initialsOf(words) === lower);
  const [first] = initials;
  // Initials that several commands have are none.
  if (!first || initials.some(({ command }) => command !== first.command)) return undefined;
  return { command: first.command, words: first.words, rest: "", verbatim: "", gap: "none" };
}

interface Candidate<Of> {
  command: Of;
  words: string;
  /** The words in lower case. */
  said: string;
}

/** A list of commands never changes; the program's own has hundreds of words, and every message is held against it. */
const sorted = new WeakMap<readonly Spoken[], readonly Candidate<Spoken>[]>();

/** The longest words first. */
function candidatesOf<Of extends Spoken>(commands: readonly Of[]): readonly Candidate<Of>[] {
  const known = sorted.get(commands) as readonly Candidate<Of>[] | undefined;
  if (known) return known;
  const candidates = commands
    .flatMap((command) => (command.words ?? []).map((words) => ({ command, words, said: words.toLowerCase() })))
    .sort((a, b) => b.words.length - a.words.length);
  sorted.set(commands, candidates);
  return candidates;
}

/** 附件四 is 附件4. */
export const withAnnexNumbers = (text: string): string =>
  text.replaceAll(/(?<=附件)[一二三四五六七八九]/gu, (sign) => String(readWhole(sign)));

/** Names end like this, and say nothing. */
const NAMED =
  /^(?!前(?!进)|后|单位|材料|内容|表|人|理由|书)[\p{Script=Han}\d]{1,12}(?:小区|花园|花苑|家园|公寓|新村|公馆|名门|世家|[壹一]号|[铭名雅华新锦]都|[苑园村庄邸府居庭城湾郡轩阁墅])$/u;
const SAYS = /[的了是与及在有把被让给要会能应为]/u;
const ANNEX = /^附件\d/u;
const isNamed = (rest: string): boolean => ANNEX.test(rest) || (NAMED.test(rest) && !SAYS.test(rest));

/** 重新修改鉴湖新城 理由是…: the name ends at the blank. */
const firstOf = (rest: string): string => rest.split(/\s/u)[0] ?? "";

/** Named after the command's words without a pause: in an open text the words may be prose. */
export const isRunOn = ({ command, gap, rest }: Matched): boolean =>
  gap === "none" && command.joined !== true && /^\p{Script=Han}/u.test(rest);

const WISHES = /^(?:嗯|我们?|现在|请|麻烦|帮忙|帮我)*(?:想要?|要|需要|开始|帮我|帮忙)+/u;
const AT_ONCE = /(?<=..)一下(?=.*)/u;

/** The same for who begins with fillers: 嗯 再报一个, 我想申报塔山小区. */
export function matchSpoken(commands: readonly Command[], text: string): Matched | undefined {
  const words = withoutFillers(text);
  const matched =
    matchCommand(commands, text) ??
    (words === text ? undefined : matchCommand(commands, words)) ??
    agreedCommand(commands, words);
  if (matched || !WISHES.test(words)) return matched;
  const wished = matchCommand(commands, words.replace(WISHES, "").replace(AT_ONCE, ""));
  const called = calledSpoken(commands, words.replace(WISHES, "").replace(AT_ONCE, ""));
  if (called) return called;
  return (wished && isSaidOf(wished.rest) ? wished : undefined) ?? begunSpoken(commands, words.replace(WISHES, ""));
}

/** 好提交定稿, 行了，提交定稿: agreed to, and said in full. */
const AGREES = /^(?:[嗯好行对那就的了，,\s]|可以|没问题|没错)+(?=\p{Script=Han}{4})/u;

function agreedCommand(commands: readonly Command[], words: string): Matched | undefined {
  const said = words.replace(AGREES, "");
  const matched = said === words ? undefined : matchCommand(commands, said);
  return matched?.rest === "" ? matched : undefined;
}

const OURS = /^(?:那个|这个|咱们?的?|我们?的?|一?个)+/u;

/** 我想报一下咱们那个塔山小区: what else the command is called, before a name. */
function calledSpoken(commands: readonly Command[], words: string): Matched | undefined {
  for (const command of commands)
    for (const own of command.alsoCalled ?? []) {
      const rest = words.startsWith(own) ? words.slice(own.length).replace(OURS, "") : "";
      if (isNamed(rest)) return { command, words: own, rest, verbatim: rest, gap: "none" };
    }
  return undefined;
}

/** One more of something, not named yet: 一个小区叫…. */
const ONE_MORE =
  /^(?:再|另外)?(?:一[个份户家]|[个份户家]新的?|新的)\p{Script=Han}{0,3}?(?:那个|就)?(?:就是|叫|名叫|名字|名称)(?=.)/u;
const isSaidOf = (rest: string): boolean => rest === "" || isNamed(rest);

/** 我想申报一个小区就是湖塘花园地址在…: what the wish is about says more than a name. */
function begunSpoken(commands: readonly Command[], words: string): Matched | undefined {
  for (const command of commands)
    for (const own of command.words ?? []) {
      const rest = words.startsWith(own) ? words.slice(own.length) : "";
      if (own.length > 1 && ONE_MORE.test(rest)) return { command, words: own, rest, verbatim: rest, gap: "none" };
    }
  return undefined;
}

function verbatimAfter({ said, words, start, wrapped }: BareWords, command: string): string {
  const end = wrapped ? start + words.length : undefined;
  // Closing punctuation alone says nothing.
  return words.length === command.length ? "" : withoutBetween(said.slice(start + command.length, end));
}

/** Non-Chinese words stay unchanged. */
export const initialsOf = (words: string): string =>
  isChinese(words) ? pinyin(words, { pattern: "first", toneType: "none", type: "array" }).join("") : words;

const isChinese = (words: string): boolean => /^\p{Script=Han}+$/u.test(words);
