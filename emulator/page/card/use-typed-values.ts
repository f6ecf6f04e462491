import { useState } from "preact/hooks";
import type { CardField } from "../../src/contract/card.ts";
import { type FieldValue, initialValue } from "./field-value.ts";

/** What a person has typed into a form. */
export interface TypedValues {
  valueOf(field: CardField): FieldValue;
  change(field: CardField, value: FieldValue): void;
}

/**
 * Typed values stay while the person stays in the chat, as in the client, also over a refused submit; a version of the
 * card that brings another value for a field wins.
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
