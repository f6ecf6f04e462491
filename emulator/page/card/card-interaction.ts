import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CardAnswerOption, CardButton, CardForm, CardInput, Link } from "../../src/contract/card.ts";

/** A question the card asks before a press continues: confirm or cancel, or one of several. */
export interface Question {
  title: string;
  text: string;
  options: CardAnswerOption[];
  /** `ask`: the first option cancels; `choose`: options are stacked. */
  kind: "ask" | "choose";
  answer(option: CardAnswerOption | undefined): void;
}

/** What the parts of an interactive card can do. */
export interface CardInteraction {
  links: readonly Link[];
  /** The action or form waiting for its answer. */
  busy: string | undefined;
  /** Names of fields the last submit found empty, by form. */
  missing: { formId: string; names: readonly string[] } | undefined;
  question: Question | undefined;
  /** Updates a local variable of the client; an input that calls back does so. */
  enter(input: CardInput, value: unknown): void;
  press(button: CardButton): void;
  submit(form: CardForm, values: Record<string, unknown>): void;
  openLink(link: Link): void;
  fileUrl(source: string): string;
}

export const CardInteractionContext = createContext<CardInteraction | undefined>(undefined);

export function useCardInteraction(): CardInteraction {
  const interaction = useContext(CardInteractionContext);
  if (interaction === undefined) throw new Error("a card node is rendered outside a card");
  return interaction;
}
