import { readWhole } from "../../platform/conversation/numerals.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import type { Effect, ObjectionSource, ReplyWay, Verdict } from "./objection.ts";

/** What people write for each source. */
const SIGNS: readonly (readonly [ObjectionSource, RegExp])[] = [
  ["phone", /^(?:电话|来电|打电话|热线)/u],
  ["letter", /^(?:来信|信件|信函|书面|邮寄)/u],
  ["visit", /^(?:来访|上门|当面|走访)/u],
  ["website", /^(?:网站|网上|网络|留言|邮箱|电子邮件|邮件|公众号)/u],
  ["other", /^(?:其他|其它|转办|交办|群众反映)/u],
];

/** The source that the words begin with, and the rest. */
export function takeSource(typed: string): { source: ObjectionSource | undefined; rest: string } {
  const words = typed.trim();
  for (const [source, sign] of SIGNS) {
    const found = sign.exec(words)?.[0];
    if (found !== undefined) return { source, rest: words.slice(found.length).replace(/^[\s,，、:：]+/u, "") };
  }
  return { source: undefined, rest: words };
}

const LABELS = {
  objector: "反映人|异议人|来信人|来访人|来电人|署名",
  matter: "概述|事项|摘要",
  on: "收到日期|收到时间|收到|日期",
} as const;
type Label = keyof typeof LABELS;
const ALL = Object.values(LABELS).join("|");
/** 反映人：王某, 收到 10月10日, 反映人王某, each a part of its own behind a sign. */
const STRAIGHT =
  "(?<=人)(?=\\p{Script=Han}{1,3}(?:某{1,2}|先生|女士|同志)(?:$|[,，;；。\\n]))|(?<=到|日期|时间)(?=[\\d一二三四五六七八九十]{1,4}[年月./-])";
const PART = new RegExp(`^\\s*(${ALL})(?:\\s*[:：]\\s*|[是为]|\\s+|${STRAIGHT})(?=\\S)(.*)$`, "su");
const BREAKS = new RegExp(`[;；\\n]|[,，。]\\s*(?=(?:${ALL})(?:\\s*[:：]|[是为]|\\s+|${STRAIGHT}))`, "u");

/** What is typed behind 登记异议. */
export interface TypedObjection {
  source: ObjectionSource | undefined;
  about: string;
  content: string;
  objector: string;
  matter: string;
  /** As it was written. */
  on: string;
}

/**
 * 登记异议 来信 稽山花园：物业收费不公开；反映人：……；概述：……；收到：10月10日. What stands before the first colon is what
 * it is about.
 */
export function readObjection(typed: string): TypedObjection {
  const { source, rest } = takeSource(typed);
  const given = { objector: "", matter: "", on: "" };
  const kept = rest.split(BREAKS).filter((part) => {
    const [, label = "", value = ""] = PART.exec(part) ?? [];
    const key = (Object.keys(LABELS) as Label[]).find((one) => LABELS[one].split("|").includes(label));
    if (!key) return true;
    const said = cleanLine(value).replace(/[。；;，,]+$/u, "");
    given[key] = given[key] === "" ? said : `${given[key]}、${said}`;
    return false;
  });
  const said = kept.join("；");
  const at = said.search(/[:：]/u);
  return {
    source,
    about: cleanLine(at < 0 ? said : said.slice(0, at)),
    content: at < 0 ? "" : cleanLine(said.slice(at + 1)),
    ...given,
  };
}

/** 3, 第3件, 3件 at the start, and what follows. */
export function takeNumber(typed: string): { number: number | undefined; rest: string } {
  const match =
    /^\s*(?:第\s*)?(\d{1,4})(?:\s*[件号]|(?=$|[\s，,。；;：:]))/u.exec(typed) ??
    /^\s*第\s*([一二三四五六七八九十]{1,3})\s*[件号]/u.exec(typed);
  return {
    number: match ? readWhole(match[1] ?? "") : undefined,
    rest: typed
      .slice(match?.[0].length ?? 0)
      .replace(/^[\s，,。；;：:]+/u, "")
      .trim(),
  };
}

const VERDICT_SIGNS: readonly (readonly [Verdict, RegExp])[] = [
  ["notAccepted", /^不予?受理/u],
  ["declined", /^(?:异议)?不成立|^不属实/u],
  ["upheld", /^(?:异议)?成立|^属实/u],
];

/** 成立 撤下 理由：……; the verdict, what becomes of the list, and the reason. 部分成立 is none of the verdicts. */
export function readDecision(typed: string): {
  verdict: Verdict | undefined;
  effect: Effect | undefined;
  reason: string;
} {
  let rest = typed.trim();
  let verdict: Verdict | undefined;
  for (const [one, sign] of VERDICT_SIGNS) {
    const found = sign.exec(rest)?.[0];
    if (found === undefined) continue;
    verdict = one;
    rest = rest.slice(found.length);
    break;
  }
  rest = rest.replace(/^[\s，,、。；;：:]+/u, "");
  const removed = /^(?:撤下|撤出名单|取消(?:入选)?(?:资格)?|不再列入)/u.exec(rest)?.[0];
  const kept = /^(?:但|仍)?(?:名单不变|不影响名单|保留|不予?撤下|仍予?列入)/u.exec(rest)?.[0];
  rest = rest.slice((removed ?? kept ?? "").length).replace(/^[\s，,、。；;：:]+/u, "");
  const reason = rest.replace(/^(?:理由|原因)\s*[:：为]?\s*/u, "");
  return { verdict, effect: removed ? "removed" : kept ? "kept" : undefined, reason: cleanLine(reason) };
}

const WAYS: readonly (readonly [ReplyWay, RegExp])[] = [
  ["none", /^(?:匿名|无法答复|无联系方式)/u],
  ["phone", /^(?:电话|致电|短信)/u],
  ["letter", /^(?:书面|来信|信函|邮寄|发函)/u],
  ["visit", /^(?:当面|来访|上门|面复)/u],
  ["website", /^(?:网站|网上|邮箱|电子邮件|邮件)/u],
];

/** The way of a reply, and what was replied. */
export function takeWay(typed: string): { way: ReplyWay | undefined; rest: string } {
  const words = typed
    .replace(/^[\s，,、。；;：:]+/u, "")
    .replace(
      /^(?:已经?|于|通过|以|用)+(?=电话|致电|短信|书面|来信|信函|邮寄|发函|当面|来访|上门|面复|网站|网上|邮箱|电子邮件|邮件)/u,
      "",
    );
  for (const [way, sign] of WAYS) {
    const found = sign.exec(words)?.[0];
    if (found !== undefined) {
      const rest = words.slice(found.length).replace(/^(?:答复|回复)?[\s，,、。；;：:]*/u, "");
      return { way, rest: cleanLine(rest) };
    }
  }
  return { way: undefined, rest: cleanLine(words) };
}
