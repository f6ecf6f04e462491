import { useRef } from "preact/hooks";
import type { CardInput } from "../../src/contract/card.ts";
import { CardFieldView } from "./card-field.tsx";
import { useCardInteraction } from "./card-interaction.ts";
import { type FieldValue, submittedValue } from "./field-value.ts";
import { useTypedValues } from "./use-typed-values.ts";

const BOXES = new Set(["CHECKBOX", "SWITCH"]);
const TYPED = new Set(["TEXT", "TEXT_AREA", "DATE", "TIME", "DATETIME"]);

/**
 * A single input outside a form: the client stores its value and sends it with the next press, or immediately.
 * Templates put their own text above it, so its label is only for screen readers.
 */
export function CardInputView({ input }: { input: CardInput }) {
  const { enter } = useCardInteraction();
  const { input: field, sends } = input;
  const typed = useTypedValues();
  const latest = useRef<FieldValue | undefined>(undefined);
  const label = input.label || field.placeholder || "输入项";
  const isLabelled = BOXES.has(field.type) && input.label !== "";
  /** Typed text is sent when the field loses focus, not on every letter. */
  const waits = sends !== undefined && TYPED.has(field.type);
  const leave = () => {
    if (waits && latest.current !== undefined) enter(input, submittedValue(field, latest.current));
  };
  return (
    <div class={isLabelled ? "card-input" : "card-input unlabelled"} onChange={leave}>
      <CardFieldView
        field={{ ...field, label }}
        value={typed.valueOf(field)}
        disabled={field.readOnly === true}
        missing={false}
        onChange={(next) => {
          latest.current = next;
          typed.change(field, next);
          if (!waits) enter(input, submittedValue(field, next));
        }}
      />
    </div>
  );
}
