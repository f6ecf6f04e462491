import type { FieldControlProps } from "./card-field.tsx";
import { commonProps } from "./field-common.ts";

export function FieldSelect(props: FieldControlProps) {
  const { field, value, onChange } = props;
  return (
    <select
      {...commonProps(props)}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{field.placeholder ?? "请选择"}</option>
      {(field.options ?? []).map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
