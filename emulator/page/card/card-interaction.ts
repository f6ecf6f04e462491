import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { CardAnswerOption, CardButton, CardForm, CardInput, Link } from "../../src/contract/card.ts";

/** What the card asks before a press goes on: yes or no, or one of several. */
export interface Question {
  title: string;
  text: string;
  options: CardAnswerOption[];
  /** The second of two options takes back; several options stand one below the other. */
  kind: "ask" | "choose";
  answer(option: CardAnswerOption | undefined): void;
}

/** A card in somebody's hands: what its parts can do. */
export interface CardInteraction {
  links: readonly Link[];
  /** The action or form that waits for its answer. */
  busy: string | undefined;
  /** Names of fields the last submit found empty, by form. */
  missing: { formId: string; names: readonly string[] } | undefined;
  question: Question | undefined;
  /** Changes what the client itself keeps; an input that tells the bot does so. */
  enter(input: CardInput, value: unknown): void;
  press(button: CardButton): void;
  submit(form: CardForm, values: Record<string, unknown>): void;
  openLink(link: Link): void;
  fileUrl(source: string): string;
}

export const CardInteractionContext = createContext<CardInteraction | undefined>(undefined);

export function useCardInteraction(): CardInteraction {
  const interaction = useContext(CardInteractionContext);
  if (interaction === undefined) throw new Error("a piece of a card is drawn outside a card");
  return interaction;
}
