import type { Parts } from "../parts.ts";
import type { CardRecord } from "../world/records.ts";
import { refusal } from "./refusal.ts";

/** @throws PlatformError */
export function requireCard({ world }: Pick<Parts, "world">, outTrackId: string): CardRecord {
  if (outTrackId === "") throw refusal("param.outTrackIdEmpty", "outTrackId is empty");
  const card = world.cards.get(outTrackId);
  if (card === undefined) throw refusal("param.cardNotExist", "card does not exist");
  return card;
}
