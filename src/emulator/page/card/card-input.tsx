import { useState } from "preact/hooks";
import type { CardField } from "../../contract.ts";
import { CardFieldView } from "./card-field.tsx";
import { useFaceOf } from "./face.ts";
import { type FieldValue, initialValue, submittedValue } from "./field-value.ts";

/** A single input outside a form: the client keeps its value and sends it with the next press. */
export function CardInputView({ local, label, field }: { local: string; label: string; field: CardField }) {
  const { setInput } = useFaceOf();
  const [value, setValue] = useState<FieldValue | undefined>(undefined);
  return (
    <CardFieldView
      field={{ ...field, label }}
      value={value ?? initialValue(field)}
      disabled={field.readOnly === true}
      missing={false}
      onChange={(next) => {
        setValue(next);
        setInput(local, submittedValue(field, next));
      }}
    />
  );
}
