import { useState } from "preact/hooks";
import type { CardField } from "../../src/contract/card.ts";
import { type FieldValue, initialValue } from "./field-value.ts";

/** What a person has typed into a form. */
export interface TypedValues {
  valueOf(field: CardField): FieldValue;
  change(field: CardField, value: FieldValue): void;
}

/**
 * Typed values are preserved while the person stays in the chat, also after a refused submit, as in the client; a
 * version of the card with another value for a field replaces them.
 */
export function useTypedValues(): TypedValues {
  const [typed, setTyped] = useState<Record<string, { value: FieldValue; over: string }>>({});
  const given = (field: CardField) => JSON.stringify(initialValue(field));
  return {
    valueOf: (field) => {
      const own = typed[field.name];
      return own !== undefined && own.over === given(field) ? own.value : initialValue(field);
    },
    change: (field, value) => setTyped((before) => ({ ...before, [field.name]: { value, over: given(field) } })),
  };
}
