import { useEffect, useRef } from "preact/hooks";
import type { CardForm } from "../../src/contract/card.ts";
import { CardFieldView } from "./card-field.tsx";
import { type CardInteraction, useCardInteraction } from "./card-interaction.ts";
import { submittedValue } from "./field-value.ts";
import { useTypedValues } from "./use-typed-values.ts";

export function CardFormView({ form }: { form: CardForm }) {
  const { busy, missing, submit } = useCardInteraction();
  const typed = useTypedValues();
  const frame = useFocusOnMissing(missing);
  const lacking = missing?.formId === form.formId ? missing.names : [];
  const visible = form.fields.filter(({ hidden }) => hidden !== true);

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const open = visible.filter(({ readOnly }) => readOnly !== true);
    const values = Object.fromEntries(open.map((field) => [field.name, submittedValue(field, typed.valueOf(field))]));
    submit(form, values);
  };
  const label = form.submitLabel === "" ? "表单" : form.submitLabel;
  return (
    <form ref={frame} class="card-form" noValidate aria-label={label} onSubmit={onSubmit}>
      {visible.map((field) => (
        <CardFieldView
          key={field.name}
          field={field}
          value={typed.valueOf(field)}
          disabled={form.disabled || busy === form.formId || field.readOnly === true}
          missing={lacking.includes(field.name)}
          onChange={(value) => typed.change(field, value)}
        />
      ))}
      {form.submitLabel !== "" && (
        <button type="submit" class="button primary" disabled={form.disabled || busy !== undefined}>
          {form.submitLabel}
        </button>
      )}
    </form>
  );
}

/** Focuses the first required field that was left empty. */
function useFocusOnMissing(missing: CardInteraction["missing"]) {
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (missing === undefined || missing.names.length === 0) return;
    const first = frame.current?.querySelector(".missing input, .missing select, .missing textarea");
    if (first instanceof HTMLElement) first.focus();
  }, [missing]);
  return frame;
}
