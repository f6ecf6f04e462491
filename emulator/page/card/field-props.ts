import type { CardField } from "../../src/contract/card.ts";
import type { FieldValue } from "./field-value.ts";

export interface FieldProps {
  field: CardField;
  value: FieldValue;
  disabled: boolean;
  missing: boolean;
  onChange(value: FieldValue): void;
}

/** Props of every field control: its id, and the id of its error message. */
export interface FieldControlProps extends FieldProps {
  id: string;
  noteId: string | undefined;
}

/** Common attributes of the inputs of a field. */
export const commonProps = ({ id, noteId, field, disabled, missing }: FieldControlProps) => ({
  id,
  class: "field",
  disabled,
  "aria-describedby": noteId,
  "aria-invalid": missing,
  required: field.required,
});
