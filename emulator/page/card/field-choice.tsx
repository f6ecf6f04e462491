import type { FieldControlProps } from "./field-props.ts";

/** Radio buttons or check boxes. */
export function FieldChoice({ id, noteId, field, value, disabled, onChange }: FieldControlProps) {
  const single = field.type === "CHECKBOX_GROUP";
  const chosen = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  const toggle = (option: string, on: boolean) => {
    if (single) onChange(option);
    else onChange(on ? [...chosen, option] : chosen.filter((other) => other !== option));
  };
  return (
    <div class={field.type === "TAGS" ? "choices tags" : "choices"}>
      {(field.options ?? []).map((option) => (
        <label key={option.value} class={chosen.includes(option.value) ? "chosen" : ""}>
          <input
            type={single ? "radio" : "checkbox"}
            name={id}
            checked={chosen.includes(option.value)}
            disabled={disabled}
            aria-describedby={noteId}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
          {option.text}
        </label>
      ))}
    </div>
  );
}
