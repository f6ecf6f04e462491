import { commonProps, type FieldControlProps } from "./field-props.ts";

/** Single values: text, number, date, time, selection. */
export function FieldText(props: FieldControlProps) {
  const { field, value, onChange } = props;
  if (field.type === "SELECT") return <FieldSelect {...props} />;
  if (field.type === "TEXT_AREA") return <Area {...props} />;
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

/** A text area that grows with its content between the card's minimum and maximum rows. */
function Area(props: FieldControlProps) {
  const { field, value, onChange } = props;
  const text = typeof value === "string" ? value : "";
  const { minRows = 3, maxRows = Math.max(minRows, 8) } = field;
  return (
    <textarea
      {...commonProps(props)}
      rows={Math.min(maxRows, Math.max(minRows, text.split("\n").length))}
      placeholder={field.placeholder ?? ""}
      value={text}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function FieldSelect(props: FieldControlProps) {
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
