import type { Question } from "../../platform/conversation/field.ts";
import { anyOf, partsOfOne } from "./short-name.ts";

const NUMBER = "\\s*(?:[（(]?\\d{1,2}\\s*[.、．)）]\\s*|\\d{1,2}\\s+)?";
/** 要求不符合的理由, 不符合说明: its own field. */
const UNMET = "(?:的?(?:要求)?(?:不|未)(?:符合|达标)(?:要求)?(?:的|之处)?(?:理由|原因|说明|情况说明))";
const CHANGES = "(?:(?:应该?|就)?(?:改为|改成|更正为|改|为|是|写(?=\\p{Script=Han}))\\s*[:：]?|[:：])";
const BEHIND = `\\s*(?:${CHANGES}|[嗯呃额]+|那个|(?<=\\s)(?=\\S))`;

/**
 * Writes what stands before a reason as its field is called: 云栖雅苑理由改成： as 云栖雅苑的推荐理由：, also by a name
 * without its bracket.
 * @param names of the cases
 */
export function withHeads(fields: readonly Question[], text: string, names: readonly string[]): string {
  const called = callings(names);
  if (called.size === 0) return text;
  const whole = [...called.keys()].toSorted((a, b) => b.length - a.length);
  const short = partsOfOne(names).filter(([part]) => /^\p{Script=Han}+$/u.test(part) && !called.has(part));
  for (const [part, name] of short) called.set(part, name);
  const [wholeNames, anyName] = [anyOf(whole), anyOf([...called.keys()].toSorted((a, b) => b.length - a.length))];
  const said = new RegExp(
    `(?<=^|[\\n；;。]|^[嗯呃额哦啊，,\\s]+)(${NUMBER})(?:请?把|将|修?改)?(${anyName})(?:(${UNMET})${BEHIND}|[\\s，,]*的?(推荐)?(?:理由|原因)${BEHIND}|的就(?:是|写)|(?<=\\d\\s+(?:${wholeNames}))\\s*[:：])\\s*`,
    "gu",
  );
  return text.replaceAll(said, (_, number: string, calling: string, unmet?: string, recommended?: string) => {
    const name = called.get(calling) ?? calling;
    const own = fields.filter(({ label }) => label.startsWith(name));
    const wanted = own.find(({ label }) => (unmet ? /不符合/u.test(label) : label === `${name}的推荐理由`));
    const field = wanted ?? (own.length === 1 && recommended === undefined ? own[0] : undefined);
    // A reason of the other kind is not asked for: the words keep their name.
    const kind = unmet ?? (recommended === undefined ? undefined : "的推荐理由");
    const label = kind !== undefined && !wanted ? `${name}${kind}` : (field?.label ?? name);
    return `${/\n/.test(number) ? "\n" : ""}${label}：`;
  });
}

/** Names, and what they are without a bracket where only one is called so. */
function callings(names: readonly string[]): Map<string, string> {
  const short = names.map((name) => [name.replace(/[（(][^（()）]*[)）]$/u, ""), name] as const);
  const only = short.filter(([one]) => one !== "" && short.filter(([other]) => other === one).length === 1);
  return new Map([...only, ...names.map((name) => [name, name] as const)]);
}

const CORRECTS = /^\s*(?:更正|订正|补充|修改|调整)(?:如下)?\s*[:：]?\s*$/u;
const ORDER_STAYS =
  /^\s*(?:[（(]?\d{1,2}\s*[.、．)）])?\s*(?:推荐)?(?:次序|顺序|排序)(?:也|都|均|还|仍)*(?:不变|不动|不改|照旧)[。；;.]*\s*$/u;

/** Of several lines those of reasons: 更正： above them, and 次序不变, say nothing of their own. */
export function reasonLines(text: string): string {
  const lines = text.split("\n");
  const own = lines.filter((line) => line.trim() !== "" && !CORRECTS.test(line) && !ORDER_STAYS.test(line));
  return own.length === 0 ||
    own.length === lines.length ||
    !own.every((line) => /(?:理由|原因)\s*[:：是为改]/u.test(line))
    ? text
    : own.join("\n").replace(/[；;]\s*$/u, "");
}

/** 理由嗯暨阳一品的就是…: the name comes first. */
export const nameFirst = (text: string, names: readonly string[]): string =>
  names.length === 0
    ? text
    : text.replace(
        new RegExp(`^[嗯呃额哦啊，,\\s]*(?:推荐)?(?:理由|原因)[嗯呃额哦啊嘛呢，,\\s]*(?=${anyOf(names)})`, "u"),
        "",
      );
