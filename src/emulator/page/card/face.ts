import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CardButton, CardForm, CardReading } from "../../contract.ts";

/** A card in somebody's hands: what its parts can do. */
export interface Face {
  card: CardReading;
  userId: string;
  /** The action or form that waits for its answer. */
  busy: string | undefined;
  /** Names of fields the last submit found empty, by form. */
  missing: { formId: string; names: readonly string[] } | undefined;
  /** Values of single inputs, which the client keeps itself and sends along with the next press. */
  setInput(name: string, value: unknown): void;
  press(button: CardButton): void;
  submit(form: CardForm, values: Record<string, unknown>): void;
}

export const FaceContext = createContext<Face | undefined>(undefined);

export function useFaceOf(): Face {
  const face = useContext(FaceContext);
  if (face === undefined) throw new Error("a piece of a card is drawn outside a card");
  return face;
}
