import type { CardField } from "../../src/contract/card.ts";
import type { FieldValue } from "./field-value.ts";

export interface FieldProps {
  field: CardField;
  value: FieldValue;
  disabled: boolean;
  missing: boolean;
  onChange(value: FieldValue): void;
}

/** What every control of a field is given: its id, and the id of the sentence about it. */
export interface FieldControlProps extends FieldProps {
  id: string;
  noteId: string | undefined;
}

/** What the inputs of a field have in common. */
export const commonProps = ({ id, noteId, field, disabled, missing }: FieldControlProps) => ({
  id,
  class: "field",
  disabled,
  "aria-describedby": noteId,
  "aria-invalid": missing,
  required: field.required,
});
