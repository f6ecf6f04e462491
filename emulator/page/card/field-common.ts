import type { FieldControlProps } from "./card-field.tsx";

/** What the inputs of a field have in common. */
export const commonProps = ({ id, noteId, field, disabled, missing }: FieldControlProps) => ({
  id,
  class: "field",
  disabled,
  "aria-describedby": noteId,
  "aria-invalid": missing,
  required: field.required,
});
