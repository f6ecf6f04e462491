import type { Question } from "../../platform/conversation/field.ts";

const NUMBER = "\\s*(?:[（(]?\\d{1,2}\\s*[.、．)）]\\s*|\\d{1,2}\\s+)?";
/** 要求不符合的理由, 不符合说明: its own field. */
const UNMET = "(?:的?(?:要求)?(?:不|未)(?:符合|达标)(?:要求)?(?:的|之处)?(?:理由|原因|说明|情况说明))";
const CHANGES = "(?:(?:应该?)?(?:改为|改成|更正为|改|为|是)\\s*[:：]?|[:：])";

/**
 * Writes what stands before a reason as its field is called: 云栖雅苑理由改成： as 云栖雅苑的推荐理由：, also by a name
 * without its bracket.
 * @param names of the cases
 */
export function withHeads(fields: readonly Question[], text: string, names: readonly string[]): string {
  const called = callings(names);
  if (called.size === 0) return text;
  const any = [...called.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
  const said = new RegExp(
    `(?<=^|[\\n；;。]|^[嗯呃额哦啊，,\\s]+)(${NUMBER})(?:请?把|将)?(${any})(?:(${UNMET})\\s*(?:${CHANGES}|[嗯呃额]+|那个)|的?(?:推荐)?(?:理由|原因)\\s*(?:${CHANGES}|[嗯呃额]+|那个)|(?<=\\d\\s+(?:${any}))\\s*[:：])\\s*`,
    "gu",
  );
  return text.replaceAll(said, (_, number: string, calling: string, unmet: string | undefined) => {
    const name = called.get(calling) ?? calling;
    const own = fields.filter(({ label }) => label.startsWith(name));
    const wanted = own.find(({ label }) => (unmet ? /不符合/u.test(label) : label === `${name}的推荐理由`));
    const field = wanted ?? (own.length === 1 ? own[0] : undefined);
    // A reason of the other kind is not asked for: the words keep their name.
    const label = unmet && !wanted ? `${name}${unmet}` : (field?.label ?? name);
    return `${/\n/.test(number) ? "\n" : ""}${label}：`;
  });
}

/** Names, and what they are without a bracket where only one is called so. */
function callings(names: readonly string[]): Map<string, string> {
  const short = names.map((name) => [name.replace(/[（(][^（()）]*[)）]$/u, ""), name] as const);
  const only = short.filter(([one]) => one !== "" && short.filter(([other]) => other === one).length === 1);
  return new Map([...only, ...names.map((name) => [name, name] as const)]);
}
