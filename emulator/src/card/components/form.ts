import { z } from "zod";
import type { CardField } from "../../contract/card.ts";
import type { Draw } from "../drawing.ts";
import { paramsOf } from "../params.ts";
import { placedId } from "../press-id.ts";
import { resolve, textOf } from "../resolve.ts";

const optionSchema = z.object({ value: z.coerce.string(), text: z.coerce.string() });

const fieldSchema = z
  .object({
    name: z.string().min(1),
    label: z.string().default(""),
    type: z.string().default("TEXT"),
    required: z.boolean().default(false),
    hidden: z.boolean().optional(),
    readOnly: z.boolean().optional(),
    placeholder: z.string().optional(),
    requiredMsg: z.string().optional(),
    format: z.string().optional(),
    minRows: z.number().optional(),
    maxRows: z.number().optional(),
    addText: z.string().optional(),
    defaultValue: z.unknown().optional(),
    options: z.array(optionSchema).optional(),
  })
  .transform(({ defaultValue, ...field }) => ({ ...field, value: defaultValue }));

/** Removes properties without a value. */
function given<T extends object>(properties: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

/** A field as the card shows it; an entry of a form that is no field is left out, as clients do. */
function fieldOf(entry: unknown): CardField[] {
  const parsed = fieldSchema.safeParse(entry);
  return parsed.success ? [given(parsed.data)] : [];
}

const schemaOfForm = z.object({ fields: z.array(z.unknown()) });

/** A form without fields is not rendered. */
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
