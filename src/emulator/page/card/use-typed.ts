import { useState } from "preact/hooks";
import type { CardField } from "../../contract.ts";
import { type FieldValue, initialValue } from "./field-value.ts";

/** What a person has typed into a form and the bot does not have yet. */
export interface Typed {
  valueOf(field: CardField): FieldValue;
  change(field: CardField, value: FieldValue): void;
  forget(): void;
}

/** Typed values stay over new versions of the card, until a version brings another value for their field. */
export function useTyped(): Typed {
  const [typed, setTyped] = useState<Record<string, { value: FieldValue; over: string }>>({});
  const given = (field: CardField) => JSON.stringify(initialValue(field));
  return {
    valueOf: (field) => {
      const own = typed[field.name];
      return own !== undefined && own.over === given(field) ? own.value : initialValue(field);
    },
    change: (field, value) => setTyped((before) => ({ ...before, [field.name]: { value, over: given(field) } })),
    forget: () => setTyped({}),
  };
}
