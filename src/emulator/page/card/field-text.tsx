import type { FieldControlProps } from "./card-field.tsx";

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
  const onInput = (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value);
  if (field.type === "DATE") return <input {...common} type="date" value={text} onInput={onInput} />;
  if (field.type === "TIME") return <input {...common} type="time" value={text} onInput={onInput} />;
  if (field.type === "DATETIME") return <input {...common} type="datetime-local" value={text} onInput={onInput} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={field.type === "NUMBER" ? "decimal" : "text"}
      placeholder={field.placeholder ?? ""}
      value={text}
      onInput={onInput}
    />
  );
}
