import type { Form } from "./field.ts";
import type { FormState } from "./form-state.ts";
import { labelNames } from "./label-names.ts";

const HEAD = /^\s*(\p{Script=Han}[\p{Script=Han}\d·]{2,15})[ \u3000]*[:：][ \u3000]*(?=\p{Script=Han})/u;

/**
 * 半山华庭：申报单位…，地址在…, while its name is asked for: the name, and then the fields.
 * @param nameKey of the question that names the case
 */
export function withNameApart(form: Form, { at }: FormState, typed: string, nameKey?: string): string {
  const [head = "", name = ""] = HEAD.exec(typed) ?? [];
  if (name === "" || nameKey === undefined || at !== nameKey) return typed;
  const names = labelNames(form).filter(({ part }) => part === undefined || part === "also");
  const rest = typed.slice(head.length);
  const isField = names.some((one) => one.name === name);
  // 陈科：小区名称：… is what somebody wrote.
  const isSaid = names.some(
    (one) =>
      one.question.key !== nameKey &&
      rest.startsWith(one.name) &&
      /^\p{Script=Han}{2}/u.test(rest.slice(one.name.length)),
  );
  return !isField && isSaid && !typed.trim().includes("\n") ? `${name}；${rest}` : typed;
}
