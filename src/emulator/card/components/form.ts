import { z } from "zod";
import type { CardField } from "../../contract.ts";
import type { Draw } from "../drawing.ts";
import { resolve, textOf } from "../resolve.ts";
import { paramsOf, placedId } from "./button.ts";

const fieldSchema = z.looseObject({
  name: z.string().min(1),
  label: z.string().default(""),
  type: z.string().default("TEXT"),
  hidden: z.boolean().optional(),
  required: z.boolean().default(false),
  requiredMsg: z.string().optional(),
  readOnly: z.boolean().optional(),
  placeholder: z.string().optional(),
  defaultValue: z.unknown().optional(),
  options: z.array(z.object({ value: z.coerce.string(), text: z.coerce.string() })).optional(),
});

/** A field as the card shows it; an entry of a form that is no field is left out, as clients do. */
function fieldOf(entry: unknown): CardField[] {
  const parsed = fieldSchema.safeParse(entry);
  if (!parsed.success) return [];
  const { name, label, type, required, hidden, readOnly, placeholder, requiredMsg, defaultValue, options } =
    parsed.data;
  return [
    {
      name,
      label,
      type,
      required,
      ...(hidden === undefined ? {} : { hidden }),
      ...(readOnly === undefined ? {} : { readOnly }),
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(requiredMsg === undefined ? {} : { requiredMsg }),
      ...(defaultValue === undefined ? {} : { value: defaultValue }),
      ...(options === undefined ? {} : { options }),
    },
  ];
}

const schemaOfForm = z.object({ fields: z.array(z.unknown()) });

/** A form without fields is not drawn. */
export const form: Draw = (node, scope) => {
  const parsed = schemaOfForm.safeParse(resolve(scope, node.props.formSchema));
  const fields = parsed.success ? parsed.data.fields.flatMap(fieldOf) : [];
  if (fields.length === 0) return [];
  return [
    {
      kind: "form",
      formId: textOf(scope, node.props.id) || placedId(scope, node.id),
      submitLabel: textOf(scope, node.props.submitText) || "提交",
      disabled: textOf(scope, node.props.status) === "disabled",
      fields,
      params: paramsOf(scope, node.props.params),
    },
  ];
};
