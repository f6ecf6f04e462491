import type { FieldControlProps } from "./card-field.tsx";

const INPUT_TYPES: Record<string, "date" | "time" | "datetime-local"> = {
  DATE: "date",
  TIME: "time",
  DATETIME: "datetime-local",
};
const AREAS = new Set(["TEXT_AREA", "TEXT_ARRAY"]);

/** Everything that is typed or picked from a list of one: text, number, day, time, selection. */
export function FieldText({ id, noteId, field, value, disabled, missing, onChange }: FieldControlProps) {
  const text = typeof value === "string" ? value : Array.isArray(value) ? value.join("\n") : "";
  const common = {
    id,
    class: "field",
    disabled,
    "aria-describedby": noteId,
    "aria-invalid": missing,
    required: field.required,
  };
  if (field.type === "SELECT")
    return (
      <select {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{field.placeholder ?? "请选择"}</option>
        {(field.options ?? []).map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  if (AREAS.has(field.type))
    return (
      <textarea
        {...common}
        rows={3}
        placeholder={field.placeholder ?? (field.type === "TEXT_ARRAY" ? "每行一项" : "")}
        value={text}
        onInput={({ currentTarget }) =>
          onChange(field.type === "TEXT_ARRAY" ? currentTarget.value.split("\n") : currentTarget.value)
        }
      />
    );
  return (
    <input
      {...common}
      type={INPUT_TYPES[field.type] ?? "text"}
      inputmode={field.type === "NUMBER" ? "decimal" : "text"}
      placeholder={field.placeholder ?? ""}
      value={text}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
