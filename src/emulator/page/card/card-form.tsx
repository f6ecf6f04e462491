import { useEffect, useRef } from "preact/hooks";
import type { CardForm } from "../../contract.ts";
import { CardFieldView } from "./card-field.tsx";
import { useFaceOf } from "./face.ts";
import { submittedValue } from "./field-value.ts";
import { useTyped } from "./use-typed.ts";

export function CardFormView({ form }: { form: CardForm }) {
  const { busy, missing, submit } = useFaceOf();
  const typed = useTyped();
  const frame = useRef<HTMLFormElement>(null);
  const waiting = busy === form.formId;
  const lacking = missing?.formId === form.formId ? missing.names : [];

  useEffect(() => {
    if (missing === undefined || missing.names.length === 0) return;
    const first = frame.current?.querySelector(".missing input, .missing select, .missing textarea");
    if (first instanceof HTMLElement) first.focus();
  }, [missing]);

  const onSubmit = (event: Event) => {
    event.preventDefault();
    const open = form.fields.filter((field) => field.hidden !== true && field.readOnly !== true);
    const values = Object.fromEntries(open.map((field) => [field.name, submittedValue(field, typed.valueOf(field))]));
    submit(form, values);
  };

  return (
    <form
      ref={frame}
      class="card-form"
      noValidate
      aria-label={form.submitLabel === "" ? "表单" : form.submitLabel}
      onSubmit={onSubmit}
    >
      {form.fields
        .filter(({ hidden }) => hidden !== true)
        .map((field) => (
          <CardFieldView
            key={field.name}
            field={field}
            value={typed.valueOf(field)}
            disabled={form.disabled || waiting || field.readOnly === true}
            missing={lacking.includes(field.name)}
            onChange={(value) => typed.change(field, value)}
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
