import { type DateContext, type FoundDate, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { isOfSignature, withoutMailFoot } from "../../platform/conversation/mail-foot.ts";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { withoutSaidAround } from "../../platform/conversation/said-around.ts";
import { EMPTY_WORDS, withoutEmpty, withoutSounds } from "../../platform/conversation/spoken.ts";
import type { CivilDate } from "../../shared/civil-date.ts";

export type Until =
  | { kind: "none" }
  | { kind: "noSuch" | "unclear" | "several"; said: string }
  | { kind: "day"; until: CivilDate; head: string; rest: string };

const LEADS_TO = /(?:到|至|延|推迟|顺延|改为|改成|→|-+>)\s*$/u;

/** The new day, and what stands before and behind it: of several the one behind 至 or 到, if only one is. */
export function untilIn(typed: string, when: DateContext): Until {
  const found = findDates(typed, when);
  const strong = found.filter(({ weak }) => !weak);
  const all = strong.length > 0 ? strong : found;
  const led = all.filter(({ from }) => LEADS_TO.test(typed.slice(0, from)));
  const [one, second] = all.length > 1 && led.length === 1 ? led : firstBeforeReason(typed, all);
  if (!one) return { kind: "none" };
  if (second) return { kind: "several", said: all.map(({ text }) => text).join("、") };
  const [day, other] = one.readings;
  if (day === undefined) return { kind: "noSuch", said: one.text };
  if (other !== undefined) return { kind: "unclear", said: one.text };
  return { kind: "day", until: day, head: typed.slice(0, one.from), rest: typed.slice(one.to) };
}

/** 10月11日 因9月28日开会: a day within the reason is none of those asked for. */
function firstBeforeReason(typed: string, all: readonly FoundDate[]): readonly FoundDate[] {
  const [first, second] = all;
  if (!first || !second) return all;
  return /\p{Script=Han}/u.test(
    typed.slice(first.to, second.from).replaceAll(/或者?|和|与|至|到|延|改为|改成|推迟|前|止/gu, ""),
  )
    ? [first]
    : all;
}

/** Those that a text names; a shorter name within a longer one is none of its own. */
export function namedWithin<Named extends { name: string; aliases?: readonly string[] | undefined }>(
  text: string,
  all: readonly Named[],
): readonly Named[] {
  const spans = all.flatMap((one) =>
    [one.name, ...(one.aliases ?? [])].flatMap((word) => {
      const from = text.indexOf(word);
      return from < 0 ? [] : [{ one, from, to: from + word.length }];
    }),
  );
  const longest = spans.filter(({ from, to }) =>
    spans.every((other) => other.to - other.from <= to - from || other.to <= from || other.from >= to),
  );
  return [...new Set(longest.map(({ one }) => one))];
}

/** 延至：2023/10/12, 拟延期日期：…: a line of its own. */
const DAY_LINE =
  /^[ \t\u3000]*(?:(?:拟|申请|现|新的?)*(?:延期|延长|推迟|顺延|延)?(?:至|到|(?:后的?)?(?:报送)?(?:截止)?(?:日期|时间|期限)))[ \t\u3000]*[:：][ \t\u3000]*(\S.*)$/mu;

/** 事项：推荐名单: a line of its own. */
const SUBJECT_LINE = /^[ \t\u3000]*(?:(?:申请|延期)*(?:的?事项|项目))[ \t\u3000]*[:：][ \t\u3000]*(\S.*)$/mu;

/** A request on lines, wherever its day and its subject stand among them: both before the reason. */
export function dayFirst(typed: string): string {
  const subject = takenOut(typed, SUBJECT_LINE);
  const day = takenOut(subject.others, DAY_LINE);
  if (day.value === undefined && subject.value === undefined) return typed;
  const { others } = day;
  const found = LABELLED.exec(others);
  const at = found ? found.index : others.length;
  const head = [subject.value, others.slice(0, at), day.value === undefined ? undefined : `延至${day.value}`]
    .flatMap((part) => part?.split(/\s*\n\s*/u) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const reason = others.slice(at).trim();
  return [head.join(" "), ...(reason === "" ? [] : [reason])].join("\n");
}

function takenOut(typed: string, line: RegExp): { value?: string; others: string } {
  const found = line.exec(typed);
  if (!found?.[1]) return { others: typed };
  const others = `${typed.slice(0, found.index)}${typed.slice(found.index + found[0].length)}`;
  return { value: found[1].trim(), others: others.replaceAll(/\n\s*\n/gu, "\n") };
}

const LABELLED =
  /(?:^|[\s，,。；;、:：])(?:现将)?(?:(?:申请)?(?:延期|延迟|推迟)(?:的|报送)?)?(?:理由|原因|事由|情况说明)(?:如下|说明)?\s*(?:[:：]\s*|\n\s*)(?=\S)/u;
/** 联系人：…, 联系电话：… */
const CONTACT = /^\s*(?:联系人|联系电话|联系方式|电话|手机|经办人|填报人|附件)\s*\d?\s*[:：]/u;

/** The lines of a request that are neither its day nor its reason: who to call, and what stands below that. */
export function linesBeside(typed: string): readonly string[] {
  const lines = typed.split("\n").map((line) => line.trim());
  const from = lines.findIndex((line) => CONTACT.test(line));
  return from < 0
    ? []
    : lines.slice(from).filter((line) => line !== "" && !DAY_LINE.test(line) && !LABELLED.test(line));
}

/**
 * A request with 理由： or 理由如下： in it: what stands before that, and the reason as one line, without the signature
 * below it. Undefined without such a word.
 */
export function labelledReason(typed: string): { asked: string; reason: string } | undefined {
  const found = LABELLED.exec(typed);
  if (!found) return undefined;
  const { text } = withoutMailFoot(typed.slice(found.index + found[0].length), { isBare: true });
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const end = lines.findIndex((line) => CONTACT.test(line));
  const own = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.replace(/[，,]$/u, ""));
  const reason = own.reduce((all, line) => (/(?:^|[；;。，,])$/u.test(all) ? all + line : `${all}；${line}`), "");
  return { asked: typed.slice(0, found.index), reason: cleanLine(withoutSounds(withoutSaidAround(reason))) };
}

/** ① is 1., and not a figure before what follows; ２ is 2. Other signs stay as they are written. */
export const withPlainNumbers = (text: string): string =>
  text
    .replaceAll(/[①-⑳]\s*/gu, (sign) => `${sign.trim().normalize("NFKC")}.`)
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ．／－]/gu, (sign) => sign.normalize("NFKC"));

/** 关于推荐名单报送延期的请示, 【请示】… */
const TITLE =
  /^\s*(?:【[^】]{1,8}】\s*[^，,。；;]{0,40}|(?:\p{Script=Han}{2,16}(?:局|委|办|府|组))?关于[^，,。；;]{2,40}的?)(?:请示|函|报告|申请|申请书|情况说明|】)\s*$/u;
/** （原定9月28日17:00前）: until when it was. */
const BEFORE = /[（(]原(?:定|截止|报送|规定|应)[^（()）]{0,24}[)）]/gu;
/** 市建设局： */
const TO =
  /^\s*(?:[^，,。；;：:\s]{2,20}(?:局|办|委|组|府|会|厅|领导|中心)\s*[：:]\s*(?:[您你]们?好[！!，,。\s]*)?|\p{Script=Han}{1,8}[：:，,\s]*[您你]们?好[！!，,。\s]*)/u;
const FEWEST_OF_LETTER = 3;

/** The sentences of a letter without its title, whom it is to and who signed it; undefined: it is no letter. */
export function letterBody(typed: string): string | undefined {
  const { text, foot } = withoutMailFoot(typed, { isBare: true });
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isLetter = lines.some((line) => TITLE.test(line) || TO.test(line)) || foot.length > 0;
  if (!isLetter && lines.length < FEWEST_OF_LETTER) return undefined;
  const body = lines.map((line) => (TITLE.test(line) ? "" : line.replace(TO, ""))).filter((line) => line !== "");
  const end = body.findIndex((line) => CONTACT.test(line) || SIGNED.test(line));
  const said = end < 0 ? body : body.slice(0, end);
  const last = said.findLastIndex((line) => !isOfSignature(line));
  return said
    .slice(0, last + 1)
    .filter((line) => !ASKS_ALONE.test(line))
    .join("\n");
}

/** 上虞区建设局, 2023年8月28日: below a letter. */
const SIGNED =
  /^\s*(?:[^，,。；;：:]{2,20}(?:局|办|办公室|委|组|府|中心)|(?:\d{4}|二〇\p{Script=Han}{2})\s*[年./-].{2,12}|(?:联系人|特此|妥否|当否).*)\s*$/u;
const ASKS_ALONE = /^\s*(?:申请延期|延期申请)[：:]?\s*$/u;

/** 因为那个国庆放假 */
const LED = new RegExp(`^${EMPTY_WORDS}{0,6}(?=\\p{Script=Han}{2})`, "u");

/** 请领导批准, 望予批准为盼: what is asked of the reader at the end. */
const ASKS_LEAVE =
  /[，,。；;\s]*(?:特此(?:申请|请示|报告)|(?:以上)?[妥当]否)?[，,。\s]*(?:恳?请|敬?请|望|盼)(?:各位|市局|贵局|局里?)?(?:领导)?(?:予以|给予|准予|予)?(?:审?批准?|批复|批示|同意|支持|谅解)(?:为[盼感]|一下|[为是]?谢)?[。！!\s]*$/u;

/** Behind the day. */
export const reasonIn = (rest: string): string =>
  cleanLine(
    withoutSounds(withoutEmpty(withoutSaidAround(rest.replaceAll(BEFORE, "").replace(ASKS_LEAVE, "")))).replace(
      /^[\s前止，,。:：]*(?:(?:再|才|报送|提交|上报|交)(?![\p{Script=Han}]))?[\s，,。:：]*(?:因为|由于|理由|原因)?[\s:：为是]*/u,
      "",
    ),
  ).replace(LED, "");

const ASKS =
  /(?:能不能|能否|可不可以|可否|申请|恳请|拟|想|要|请|需要?|现|特|[嗯呃，,\s])*(?:把|将)?(?:延期|延长|推迟|顺延|延缓|延后|延)?(?:报送|提交|上报)?(?:的?(?:时间|日期|期限))?(?:[由从自原][^，,。；;\n]{2,12}(?:延期|延长|推迟|顺延|延后|延)?)?(?:到|至|改为|改成|[:：])?\s*$/u;

/**
 * 因盖章较慢，推荐名单延至…: what is said before the day besides whose it is and which. A clause before that of the
 * request stays as it was said.
 * @param names in any order
 */
export function reasonBefore(head: string, names: readonly string[]): string {
  const clauses = head.split(/(?<=[，,。；;\n])/u);
  const asked = clauses.pop() ?? "";
  const called = names.filter((name) => name !== "").toSorted((a, b) => b.length - a.length);
  const any = called.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
  const lead = new RegExp(
    `^(?:\\s|申请|延期|[我本][区县市](?!\\d)|我们?|的|[，,。:：]${any === "" ? "" : `|${any}`})+`,
    "u",
  );
  const before = cleanReason(clauses.join("").replace(lead, ""));
  const own = cleanReason(called.reduce((left, name) => left.replaceAll(name, " "), asked).replace(lead, ""));
  return [before, own].filter((one) => one !== "").join("，");
}

function cleanReason(words: string): string {
  const said = words
    .replace(ASKS, "")
    .replace(/^\s*(?:现|特|拟)?(?:申请|恳请)?(?:将|把)?\s*$/u, "")
    .replace(/[\s，,。；;、]*(?:所以|故|因此|(?<=[\s，,])就|[嘛呢啊])?[\s，,。；;、的]*$/u, "");
  const reason = withoutEmpty(reasonIn(said)).replace(/^因(?=.{3})/u, "");
  return /\p{Script=Han}{2}/u.test(reason) ? reason : "";
}
