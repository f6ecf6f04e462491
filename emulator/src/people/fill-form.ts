import type { CardField, CardForm } from "../contract/card.ts";
import { badRequest } from "../control-api/control-error.ts";
import { encodeField } from "./encode-field.ts";

/**
 * A form's values as the client sends them, and the names of required fields without a value, with which it sends
 * nothing.
 */
export function fillForm(form: CardForm, given: Record<string, unknown>) {
  const values = fill(form, given);
  const missing = form.fields.filter((field) => isMissing(field, values)).map(({ name }) => name);
  return { values, missing };
}

/** The given values over the current ones; hidden and read-only fields keep their values. */
function fill(form: CardForm, given: Record<string, unknown>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const field = form.fields.find((one) => one.name === name);
    if (field === undefined) throw badRequest("fieldUnknown", `表单没有字段 ${name}`);
    if (field.hidden === true || field.readOnly === true) throw badRequest("fieldLocked", `字段 ${name} 不可填写`);
  }
  for (const field of form.fields) {
    const value = field.name in given ? given[field.name] : field.value;
    if (!isEmpty(value)) values[field.name] = encodeField(field, value);
  }
  return values;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const isMissing = (field: CardField, values: Record<string, unknown>): boolean =>
  field.required && field.hidden !== true && isEmpty(values[field.name]);
