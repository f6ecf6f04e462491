import { useState } from "preact/hooks";
import type { CardField, CardForm } from "../../contract.ts";
import { CardFieldView } from "./card-field.tsx";
import { useFaceOf } from "./face.ts";
import { type FieldValue, initialValue, submittedValue } from "./field-value.ts";

/** What is typed stays over new versions of the card until the bot has taken it. */
export function CardFormView({ form }: { form: CardForm }) {
  const { busy, missing, submit } = useFaceOf();
  const [typed, setTyped] = useState<Record<string, FieldValue>>({});
  const waiting = busy === form.formId;
  const lacking = missing?.formId === form.formId ? missing.names : [];
  const current = (field: CardField) => typed[field.name] ?? initialValue(field);

  const onSubmit = async (event: Event) => {
    event.preventDefault();
    const values = Object.fromEntries(
      form.fields.flatMap((field) => {
        const value = submittedValue(field, current(field));
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
    if (await submit(form, values)) setTyped({});
  };

  return (
    <form class="card-form" noValidate aria-label={form.submitLabel} onSubmit={(event) => void onSubmit(event)}>
      {form.fields
        .filter(({ hidden }) => hidden !== true)
        .map((field) => (
          <CardFieldView
            key={field.name}
            field={field}
            value={current(field)}
            disabled={form.disabled || waiting || field.readOnly === true}
            missing={lacking.includes(field.name)}
            onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
      {form.submitLabel !== "" && (
        <button
          type="submit"
          class={`button primary${waiting ? " busy" : ""}`}
          disabled={form.disabled || busy !== undefined}
        >
          {form.submitLabel}
        </button>
      )}
    </form>
  );
}
