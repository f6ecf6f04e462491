import type { Definition } from "../definition/definition.ts";
import { fieldsFor, formFor } from "../definition/purposes.ts";

const WINDOW = /^近[^内]{1,4}内/u;
const ASKED = /^(有无|是否有|是否发生|有没有)?(重大)?/u;

/** Mark for cases with a pending declaration, in the words of the field: 安全责任事故情况待核实. */
export function pendingWords(definition: Definition): string {
  const form = formFor(definition, "application");
  const [field, ...others] = form ? fieldsFor(form, "disqualification") : [];
  const [{ name = "不得参与" } = {}] = definition.requirements.disqualifications;
  if (!field || others.length > 0) return `${name}情形待核实`;
  return `${field.label.replace(WINDOW, "").replace(ASKED, "")}情况待核实`;
}
