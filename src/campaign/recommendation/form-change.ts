import { findQuestion } from "../../platform/conversation/find-question.ts";
import { applicationForm } from "../application/form.ts";
import type { Context } from "../engine/context.ts";
import { nameAt } from "./order-by-name.ts";

const ORDERS = /^\s*(?:请|麻烦)?(?:(?:把|将)|(?:修改|更正|改))[\s:：]*(?=\S)/u;
/** Of the list itself: its order, its reasons. */
const OF_LIST = /^(?:的)?(?:推荐)?(?:理由|原因|次序|顺序|名单)|^(?:回|为|成)/u;

/**
 * The case whose application is to be changed: 改 东盛花苑 党支部书记电话 138…, 修改 江南名府. Undefined where the words
 * are of the list.
 * @param names of the district's cases
 */
export function caseToChange(context: Context, text: string, names: readonly string[]): string | undefined {
  const led = ORDERS.exec(text)?.[0];
  if (led === undefined) return undefined;
  const said = text.slice(led.length);
  const named = nameAt(said, names);
  const rest = said
    .slice(named?.length ?? 0)
    .replace(/^[（(][^（()）]*[)）]/u, "")
    .replace(/^[\s:：，,的]+/u, "");
  if (OF_LIST.test(rest)) return undefined;
  const [label = ""] = rest.split(/[\s:：]/u);
  const isField = label !== "" && findQuestion(applicationForm(context), label).kind === "one";
  if (named && (rest === "" || isField || /\p{Script=Han}{2}/u.test(rest))) return names[named.at];
  return isField && names.length === 1 ? names[0] : undefined;
}
