import type { FieldControlProps } from "./card-field.tsx";
import { commonProps } from "./field-common.ts";
import { FieldSelect } from "./field-select.tsx";

const AREAS = new Set(["TEXT_AREA", "TEXT_ARRAY"]);

/** Everything that is typed or picked from a list of one: text, number, day, time, selection. */
export function FieldText(props: FieldControlProps) {
  const { field, value, onChange } = props;
  if (field.type === "SELECT") return <FieldSelect {...props} />;
  if (AREAS.has(field.type)) return <Area {...props} />;
  const text = typeof value === "string" ? value : "";
  const common = commonProps(props);
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

/** Several lines of one text, or one text a line. */
function Area(props: FieldControlProps) {
  const { field, value, onChange } = props;
  const isList = field.type === "TEXT_ARRAY";
  const text = typeof value === "string" ? value : Array.isArray(value) ? value.join("\n") : "";
  return (
    <textarea
      {...commonProps(props)}
      rows={3}
      placeholder={field.placeholder ?? (isList ? "每行一项" : "")}
      value={text}
      onInput={({ currentTarget }) => onChange(isList ? currentTarget.value.split("\n") : currentTarget.value)}
    />
  );
}
