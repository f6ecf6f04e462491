import { chatPhrases } from "../../chat/phrases.ts";
import type { ViewField, ViewForm } from "../../chat/view.ts";
import { bytesOf, CARD_VALUE_BYTES } from "./limits.ts";

const TYPES: Record<ViewField["kind"], string> = {
  text: "TEXT",
  textArea: "TEXT_AREA",
  number: "NUMBER",
  date: "DATE",
  select: "SELECT",
  multiSelect: "MULTI_SELECT",
  switch: "SWITCH",
};

/** The default of a choice names index and value, like the client's response. */
function defaultOf({ kind, value, options = [] }: ViewField): unknown {
  if (value === undefined) return undefined;
  const place = (chosen: string): number => options.findIndex((option) => option.value === chosen);
  if (kind === "select") {
    const index = place(String(value));
    return index < 0 ? undefined : { index, value: String(value) };
  }
  if (kind !== "multiSelect") return value;
  const chosen = (Array.isArray(value) ? value.map(String) : [String(value)]).filter((one) => place(one) >= 0);
  return { index: chosen.map(place), value: chosen };
}

/** A required field says so while it is empty, in each form alike. */
const placeholderOf = ({ required, value, placeholder }: ViewField): string | undefined =>
  required && value === undefined ? chatPhrases.marked(true, placeholder) : placeholder;

function fieldVariable(field: ViewField) {
  const defaultValue = defaultOf(field);
  const placeholder = placeholderOf(field);
  return {
    name: field.name,
    label: field.label,
    type: TYPES[field.kind],
    ...(field.required ? { required: true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(field.options === undefined ? {} : { options: field.options }),
  };
}

/** The platform's form variable, as JSON. */
export const formVariable = (fields: readonly ViewField[]): string =>
  JSON.stringify({ fields: fields.map(fieldVariable) });

/** Size of the form variable in bytes. */
export const formBytes = (form: Pick<ViewForm, "fields">): number => bytesOf(formVariable(form.fields));

/** @throws when the form does not fit into a card value */
export function checkedFormVariable(form: ViewForm): string {
  const bytes = formBytes(form);
  if (bytes <= CARD_VALUE_BYTES) return formVariable(form.fields);
  const names = form.fields.map(({ name }) => name).join(", ");
  throw new Error(`form ${form.id} takes ${bytes} bytes, a card value holds ${CARD_VALUE_BYTES}: ${names}`);
}

/**
 * Splits fields into pages that each fit into a card value.
 * @throws when a single field does not fit
 */
export function packFields(
  fields: readonly ViewField[],
  { limit = CARD_VALUE_BYTES }: { limit?: number } = {},
): ViewField[][] {
  const pages: ViewField[][] = [];
  for (const field of fields) {
    const page = pages.at(-1);
    if (page && formBytes({ fields: [...page, field] }) <= limit) page.push(field);
    else if (formBytes({ fields: [field] }) <= limit) pages.push([field]);
    else throw new Error(`field ${field.name} alone takes more than ${limit} bytes of a card value`);
  }
  return pages;
}
