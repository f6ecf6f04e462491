import { rulingById, rulingValue } from "../definition/rulings-in-force.ts";
import type { RulingValue } from "../definition/schema/rulings.ts";
import type { Context } from "../engine/context.ts";
import { rulingPhrases } from "./phrases.ts";
import { valueWords } from "./value-words.ts";

/**
 * Whether the program carries out the answer; derived from what the parts declare ({@link Feature.enforces}). Of the
 * others a card says that people do.
 */
export function isEnforced({ campaign: { definition }, enforces }: Pick<Context, "campaign" | "enforces">, id: string) {
  const { decides } = rulingById(definition, id);
  return decides !== undefined && enforces.has(decides);
}

/** What the program does under the answer, or under the default; 由人工执行 where nothing reads it. */
export function executionWords(
  context: Pick<Context, "campaign" | "enforces" | "rulings">,
  id: string,
  answer?: RulingValue,
): string {
  const { definition } = context.campaign;
  if (!isEnforced(context, id)) return rulingPhrases.byHand();
  const value = { ...rulingValue(definition, id, answer === undefined ? context.rulings : undefined), ...answer };
  return valueWords(value, definition, rulingById(definition, id).decides) ?? rulingPhrases.byHand();
}
