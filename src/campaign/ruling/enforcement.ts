import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import { rulingById, rulingValue } from "../definition/rulings-in-force.ts";
import type { Decision } from "../definition/schema/decisions.ts";
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

/**
 * What the program does under the answer, or under the default; where only part of it, that part and what is left to
 * people; 由人工执行 where nothing reads it.
 */
export function executionWords(
  context: Pick<Context, "campaign" | "enforces" | "rulings">,
  id: string,
  answer?: RulingValue,
): string {
  const { definition } = context.campaign;
  if (!isEnforced(context, id)) return partlyWords(definition, id) ?? rulingPhrases.byHand();
  const value = { ...rulingValue(definition, id, answer === undefined ? context.rulings : undefined), ...answer };
  return valueWords(value, definition, rulingById(definition, id).decides) ?? rulingPhrases.byHand();
}

/** Whether nothing of it is carried out by the program. */
export const isByHand = (context: Pick<Context, "campaign" | "enforces">, id: string): boolean =>
  !isEnforced(context, id) && partlyWords(context.campaign.definition, id) === undefined;

/** What the program does whatever the answer: shares that it computes of what is filled in. */
function partlyWords(definition: Definition, id: string): string | undefined {
  const { decides } = rulingById(definition, id);
  const { figures } = definition.requirements;
  if (decides !== undefined) return undefined;
  const shares = figures.flatMap((one) => (one.kind === "ratio" && one.rulings.includes(id) ? [one] : []));
  return shares.length === 0
    ? undefined
    : rulingPhrases.computed(shares.map(({ label, part, whole }) => ({ label, part: part.word, whole: whole.word })));
}

/** What waits for the answer to a ruling without default, among the steps of the campaign; undefined if nothing does. */
export function waitsFor(definition: Definition, id: string): string | undefined {
  const { decides } = rulingById(definition, id);
  if (decides === undefined || !OPEN_BLOCKS.some((one) => one === decides)) return undefined;
  const { publication, ranking, selection } = rulingPhrases.waits;
  const waiting = [
    ...(decides === "rankingBasis" && offers(definition, "ranking") ? [ranking(definition)] : []),
    ...(decides === "numberSelected" && offers(definition, "selection") ? [selection()] : []),
    ...(offers(definition, "publication") ? [publication()] : []),
  ];
  return waiting.length === 0 ? undefined : waiting.join("，也");
}

/** Without an answer to them nothing is published. */
const OPEN_BLOCKS = ["numberSelected", "noticePeriod", "rankingBasis"] as const satisfies readonly Decision[];
