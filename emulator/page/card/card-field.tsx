import { useId } from "preact/hooks";
import type { CardField } from "../../src/contract/card.ts";
import { FieldChoice } from "./field-choice.tsx";
import type { FieldControlProps, FieldProps } from "./field-props.ts";
import { FieldText } from "./field-text.tsx";
import { FieldTexts } from "./field-texts.tsx";

const MULTI_VALUE = new Set(["MULTI_SELECT", "CHECKBOX_GROUP", "MULTI_CHECKBOX_GROUP", "TAGS", "TEXT_ARRAY"]);
const BOOLEAN = new Set(["CHECKBOX", "SWITCH"]);

/** A field with its label and, if it is required and empty, the message that says so. */
export function CardFieldView(props: FieldProps) {
  const id = useId();
  const { field, missing } = props;
  const noteId = missing ? `${id}-note` : undefined;
  const control = { ...props, id, noteId };
  const note = missing && (
    <span id={noteId} class="field-note">
      {field.requiredMsg ?? `${field.label}是必填项`}
    </span>
  );
  const look = missing ? "card-field missing" : "card-field";
  if (MULTI_VALUE.has(field.type))
    return (
      <fieldset class={look}>
        <legend>
          <FieldLabel field={field} />
        </legend>
        {field.type === "TEXT_ARRAY" ? <FieldTexts {...control} /> : <FieldChoice {...control} />}
        {note}
      </fieldset>
    );
  const isYesNo = BOOLEAN.has(field.type);
  return (
    <div class={isYesNo ? `${look} yes-no` : look}>
      <label for={id}>
        <FieldLabel field={field} />
      </label>
      {isYesNo ? <YesNo {...control} /> : <FieldText {...control} />}
      {note}
    </div>
  );
}

function FieldLabel({ field }: { field: CardField }) {
  return (
    <>
      {field.label}
      {field.required && (
        <span class="required" title="必填">
          *<span class="unseen">必填</span>
        </span>
      )}
    </>
  );
}

function YesNo({ id, noteId, field, value, disabled, onChange }: FieldControlProps) {
  return (
    <input
      id={id}
      class={field.type === "SWITCH" ? "switch" : ""}
      type="checkbox"
      role={field.type === "SWITCH" ? "switch" : undefined}
      aria-describedby={noteId}
      checked={value === true}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
