import { type PressAnswer, readCard, renderCard, stepsAfter } from "../card/index.ts";
import { type PackedTemplate, packTemplate } from "../card/packed-template.ts";
import { shanghaiIso } from "../clock/shanghai-time.ts";
import type { CardNode, CardReading, CardStep } from "../contract/card.ts";
import type { CardRecord, CardVersion } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { findVersion } from "./card-versions.ts";
import type { Templates } from "./templates.ts";

/** Cards as a person sees them. */
export interface CardReader {
  read(card: CardRecord, userId: string): CardReading;
  template(templateId: string): PackedTemplate;
  /** The nodes of one version; undefined for a version that never existed or is no longer stored. */
  nodesAt(
    card: CardRecord,
    seen: { userId: string; version: number; locals?: Record<string, unknown> },
  ): CardNode[] | undefined;
  /** The client's steps after a press was answered, or was not in time. */
  after(
    card: CardRecord,
    pressed: { userId: string; actionId: string; locals: Record<string, unknown>; answer: PressAnswer | undefined },
  ): CardStep[];
}

const cardLinkId = (outTrackId: string, linkId: string): string => `c:${outTrackId}:${linkId}`;

export function makeCardReader(world: World, templates: Templates): CardReader {
  const draw = (stored: CardVersion, userId: string, locals?: Record<string, unknown>) => {
    const templateId = world.cards.get(stored.outTrackId)?.templateId ?? "";
    return renderCard(templates.get(templateId), dataOf(stored, userId), locals);
  };
  const textOf = memoizeVersionTexts((stored, userId) => readCard(draw(stored, userId)).text);
  return {
    read: (card, userId) => {
      const stored = newestVersion(world, card);
      const nodes = draw(stored, userId);
      const content = readCard(nodes);
      return {
        outTrackId: card.outTrackId,
        templateId: card.templateId,
        version: card.version,
        data: dataOf(stored, userId),
        ...content,
        links: content.links.map((link) => ({ ...link, linkId: cardLinkId(card.outTrackId, link.linkId) })),
        nodes,
        versions: earlierVersions(world, card).map((old) => ({
          version: old.version,
          at: shanghaiIso(new Date(old.at)),
          cause: old.cause,
          text: textOf(old, userId),
        })),
      };
    },
    template: (templateId) => packTemplate(templates.get(templateId)),
    nodesAt: (card, { userId, version, locals }) => {
      const stored = findVersion(world, card.outTrackId, version);
      return stored === undefined ? undefined : draw(stored, userId, locals);
    },
    after: (card, { userId, ...pressed }) => {
      const current = world.cards.get(card.outTrackId) ?? card;
      const data = dataOf(newestVersion(world, current), userId);
      return stepsAfter({ template: templates.get(card.templateId), data, ...pressed });
    },
  };
}

function earlierVersions(world: World, card: CardRecord): CardVersion[] {
  const found: CardVersion[] = [];
  for (let version = card.oldestVersion; version < card.version; version += 1) {
    const stored = findVersion(world, card.outTrackId, version);
    if (stored !== undefined) found.push(stored);
  }
  return found;
}

/** Public data overlaid with this person's own. */
const dataOf = (stored: CardVersion, userId: string): Record<string, string> => ({
  ...stored.data,
  ...stored.privateData[userId],
});

function newestVersion(world: World, card: CardRecord): CardVersion {
  const stored = findVersion(world, card.outTrackId, card.version);
  if (stored === undefined) throw new Error(`card ${card.outTrackId} has no newest version`);
  return stored;
}

/** Text of earlier versions. A version never changes, so its text is computed once per user. */
function memoizeVersionTexts(read: (stored: CardVersion, userId: string) => string) {
  const known = new WeakMap<CardVersion, Map<string, string>>();
  return (stored: CardVersion, userId: string): string => {
    const texts = known.get(stored) ?? new Map<string, string>();
    known.set(stored, texts);
    const text = texts.get(userId) ?? read(stored, userId);
    texts.set(userId, text);
    return text;
  };
}
