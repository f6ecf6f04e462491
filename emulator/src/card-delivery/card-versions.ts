import type { Clock } from "../clock/emulated-clock.ts";
import type { MessageBoxes } from "../world/messages.ts";
import type { CardRecord, Face } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  messages: MessageBoxes;
  clock: Clock;
}

/** Earlier faces kept per card, so that a press on an old one can be played. */
const KEPT_FACES = 50;

export const faceKey = (outTrackId: string, version: number): string => `${outTrackId}#${version}`;

export const faceOf = (world: World, outTrackId: string, version: number): Face | undefined =>
  world.faces.get(faceKey(outTrackId, version));

/** New values of a card; public or private ones left out stay as they are. */
export interface FaceChange {
  cause: "updated" | "callback";
  data?: Record<string, string>;
  privateData?: Record<string, Record<string, string>>;
  /** false: what is given replaces everything there was. */
  dataByKey: boolean;
  privateByKey: boolean;
}

/** Gives a card its next face and announces the messages that carry it. */
export function changeFace({ world, messages, clock }: Deps, card: CardRecord, change: FaceChange): CardRecord {
  const before = faceOf(world, card.outTrackId, card.version);
  const version = card.version + 1;
  const privateData = { ...before?.privateData };
  for (const [userId, values] of Object.entries(change.privateData ?? {})) {
    privateData[userId] = change.privateByKey ? { ...privateData[userId], ...values } : values;
  }
  world.faces.put(faceKey(card.outTrackId, version), {
    outTrackId: card.outTrackId,
    version,
    at: clock.now().getTime(),
    cause: change.cause,
    data: change.dataByKey || change.data === undefined ? { ...before?.data, ...change.data } : change.data,
    privateData,
  });
  const oldestVersion = Math.max(card.oldestVersion, version - KEPT_FACES + 1);
  for (let old = card.oldestVersion; old < oldestVersion; old += 1) world.faces.remove(faceKey(card.outTrackId, old));
  const changed = { ...card, version, oldestVersion };
  world.cards.put(card.outTrackId, changed);
  for (const id of card.messageIds) messages.change(id, {});
  return changed;
}
