import type { FieldControlProps } from "./field-props.ts";

const ADD = "添加选项";

/** A list of texts: one input per text, and a button that adds another. Empty ones are not sent. */
export function FieldTexts({ id, noteId, field, value, disabled, onChange }: FieldControlProps) {
  const texts = Array.isArray(value) && value.length > 0 ? value : [""];
  const put = (at: number, text: string) => onChange(texts.map((other, place) => (place === at ? text : other)));
  return (
    <div class="texts">
      {texts.map((text, at) => (
        <div key={`${id} ${at}`} class="texts-line">
          <input
            type="text"
            class="field"
            aria-label={`${field.label}第${at + 1}项`}
            aria-describedby={noteId}
            placeholder={field.placeholder ?? ""}
            value={text}
            disabled={disabled}
            onInput={({ currentTarget }) => put(at, currentTarget.value)}
          />
          {texts.length > 1 && !disabled && (
            <button
              type="button"
              class="button quiet small"
              aria-label={`删除${field.label}第${at + 1}项`}
              onClick={() => onChange(texts.filter((_, place) => place !== at))}
            >
              删除
            </button>
          )}
        </div>
      ))}
      {!disabled && (
        <button type="button" class="button quiet small" onClick={() => onChange([...texts, ""])}>
          {field.addText ?? ADD}
        </button>
      )}
    </div>
  );
}
