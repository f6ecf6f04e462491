import type { Form } from "./field.ts";
import { labelNames } from "./label-names.ts";
import { simplified } from "./simplified.ts";

/** 小區名稱：塔山花園: the names of fields as the form writes them; their contents stay as they were typed. */
export function withKnownLabels(form: Form, text: string): string {
  const alike = simplified(text);
  if (alike === text || alike.length !== text.length) return text;
  let said = text;
  for (const { name, part } of labelNames(form)) {
    if (part === "start" || part === "end") continue;
    for (let at = alike.indexOf(name); at >= 0; at = alike.indexOf(name, at + name.length))
      if (isLabel(alike, at, name)) said = said.slice(0, at) + name + said.slice(at + name.length);
  }
  return said;
}

/** At the head of a line or a part, in front of a sign. */
const isLabel = (text: string, at: number, name: string): boolean =>
  /(?:^|[\n；;，,。\t ]|\d[.、])$/u.test(text.slice(0, at)) &&
  /^(?:[ \u3000]*[：:]|[ \u3000\t]|[是为改]|$)/u.test(text.slice(at + name.length));
