import type { Clock } from "../clock/emulated-clock.ts";
import type { MessageStore } from "../world/messages.ts";
import type { CardRecord, CardVersion } from "../world/records.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  clock: Clock;
}

/** Earlier versions stored per card, so that a press on an old version can be emulated. */
const MAX_VERSIONS = 50;

export const versionKey = (outTrackId: string, version: number): string => `${outTrackId}#${version}`;

export const findVersion = (world: World, outTrackId: string, version: number): CardVersion | undefined =>
  world.faces.get(versionKey(outTrackId, version));

/** New values of a card; omitted public or private ones are unchanged. */
export interface CardChange {
  cause: "updated" | "callback";
  data?: Record<string, string>;
  privateData?: Record<string, Record<string, string>>;
  /** false: the given values replace all previous ones. */
  dataByKey: boolean;
  privateByKey: boolean;
}

/** Adds the next version of a card and marks the messages that show it as changed. */
export function addCardVersion({ world, messages, clock }: Deps, card: CardRecord, change: CardChange): CardRecord {
  const before = findVersion(world, card.outTrackId, card.version);
  const version = card.version + 1;
  const privateData = { ...before?.privateData };
  for (const [userId, values] of Object.entries(change.privateData ?? {})) {
    privateData[userId] = change.privateByKey ? { ...privateData[userId], ...values } : values;
  }
  world.faces.put(versionKey(card.outTrackId, version), {
    outTrackId: card.outTrackId,
    version,
    at: clock.now().getTime(),
    cause: change.cause,
    data: change.dataByKey || change.data === undefined ? { ...before?.data, ...change.data } : change.data,
    privateData,
  });
  const oldestVersion = Math.max(card.oldestVersion, version - MAX_VERSIONS + 1);
  for (let old = card.oldestVersion; old < oldestVersion; old += 1)
    world.faces.remove(versionKey(card.outTrackId, old));
  const changed = { ...card, version, oldestVersion };
  world.cards.put(card.outTrackId, changed);
  for (const id of card.messageIds) messages.update(id, {});
  return changed;
}
