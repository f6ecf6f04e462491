import { PlatformError } from "../platform/errors.ts";
import type { CardRecord } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
}

/** @throws PlatformError */
export function requireCard({ world }: Deps, outTrackId: string): CardRecord {
  if (outTrackId === "") throw refusal("param.outTrackIdEmpty", "outTrackId is empty");
  const card = world.cards.get(outTrackId);
  if (card === undefined) throw refusal("param.cardNotExist", "card does not exist");
  return card;
}

/** Card calls fail with 400 and their own error codes. */
export const refusal = (code: string, message: string): PlatformError => new PlatformError(400, code, message);
