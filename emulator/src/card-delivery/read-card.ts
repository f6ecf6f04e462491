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

export const cardLinkId = (outTrackId: string, linkId: string): string => `c:${outTrackId}:${linkId}`;

export function makeCardReader(world: World, templates: Templates): CardReader {
  const draw = (face: CardVersion, userId: string, locals?: Record<string, unknown>) => {
    const templateId = world.cards.get(face.outTrackId)?.templateId ?? "";
    return renderCard(templates.get(templateId), dataOf(face, userId), locals);
  };
  const textOf = memoizeVersionTexts((face, userId) => readCard(draw(face, userId)).text);
  return {
    read: (card, userId) => {
      const face = newestVersion(world, card);
      const nodes = draw(face, userId);
      const content = readCard(nodes);
      return {
        outTrackId: card.outTrackId,
        templateId: card.templateId,
        version: card.version,
        data: dataOf(face, userId),
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
      const face = findVersion(world, card.outTrackId, version);
      return face === undefined ? undefined : draw(face, userId, locals);
    },
    after: (card, { userId, ...pressed }) => {
      const current = world.cards.get(card.outTrackId) ?? card;
      const data = dataOf(newestVersion(world, current), userId);
      return stepsAfter({ template: templates.get(card.templateId), data, ...pressed });
    },
  };
}

function earlierVersions(world: World, card: CardRecord): CardVersion[] {
  const faces: CardVersion[] = [];
  for (let version = card.oldestVersion; version < card.version; version += 1) {
    const face = findVersion(world, card.outTrackId, version);
    if (face !== undefined) faces.push(face);
  }
  return faces;
}

/** Public data overlaid with this person's own. */
export const dataOf = (face: CardVersion, userId: string): Record<string, string> => ({
  ...face.data,
  ...face.privateData[userId],
});

function newestVersion(world: World, card: CardRecord): CardVersion {
  const face = findVersion(world, card.outTrackId, card.version);
  if (face === undefined) throw new Error(`card ${card.outTrackId} has lost its newest face`);
  return face;
}

/** Text of earlier versions. A version never changes, so its text is computed once per user. */
export function memoizeVersionTexts(read: (face: CardVersion, userId: string) => string) {
  const known = new WeakMap<CardVersion, Map<string, string>>();
  return (face: CardVersion, userId: string): string => {
    const texts = known.get(face) ?? new Map<string, string>();
    known.set(face, texts);
    const text = texts.get(userId) ?? read(face, userId);
    texts.set(userId, text);
    return text;
  };
}
