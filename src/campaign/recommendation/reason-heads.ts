import type { Question } from "../../platform/conversation/field.ts";

const NUMBER = "\\s*(?:[（(]?\\d{1,2}\\s*[.、．)）]\\s*|\\d{1,2}\\s+)?";
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
    `(?<=^|[\\n；;。])(${NUMBER})(?:请?把|将)?(${any})(?:的?(?:推荐)?(?:理由|原因)\\s*${CHANGES}|(?<=\\d\\s+(?:${any}))\\s*[:：])\\s*`,
    "gu",
  );
  return text.replaceAll(said, (_, number: string, calling: string) => {
    const name = called.get(calling) ?? calling;
    const own = fields.filter(({ label }) => label.startsWith(name));
    const field = own.find(({ label }) => label === `${name}的推荐理由`) ?? (own.length === 1 ? own[0] : undefined);
    return `${/\n/.test(number) ? "\n" : ""}${field?.label ?? name}：`;
  });
}

/** Names, and what they are without a bracket where only one is called so. */
function callings(names: readonly string[]): Map<string, string> {
  const short = names.map((name) => [name.replace(/[（(][^（()）]*[)）]$/u, ""), name] as const);
  const only = short.filter(([one]) => one !== "" && short.filter(([other]) => other === one).length === 1);
  return new Map([...only, ...names.map((name) => [name, name] as const)]);
}
