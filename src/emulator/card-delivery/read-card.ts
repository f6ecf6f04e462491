import { shanghaiIso } from "../../shared/civil-date.ts";
import { readCard, renderCard } from "../card/index.ts";
import type { CardNode, CardReading } from "../contract.ts";
import type { CardRecord, Face } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { faceOf } from "./faces.ts";
import type { Templates } from "./templates.ts";

/** Cards as a person sees them. */
export interface CardReader {
  read(card: CardRecord, userId: string): CardReading;
  /** What is drawn at one face; undefined when that face was never there or is no longer kept. */
  nodesAt(
    card: CardRecord,
    seen: { userId: string; version: number; locals?: Record<string, unknown> },
  ): CardNode[] | undefined;
}

export const cardLinkId = (outTrackId: string, linkId: string): string => `c:${outTrackId}:${linkId}`;

export function makeCardReader(world: World, templates: Templates): CardReader {
  const oldTexts = new WeakMap<Face, Map<string, string>>();
  const draw = (card: CardRecord, face: Face, seen: { userId: string; locals?: Record<string, unknown> | undefined }) =>
    renderCard(templates.get(card.templateId), dataOf(face, seen.userId), seen.locals);
  const textAt = (card: CardRecord, face: Face, userId: string): string => {
    const texts = oldTexts.get(face) ?? new Map<string, string>();
    oldTexts.set(face, texts);
    const text = texts.get(userId) ?? readCard(draw(card, face, { userId })).text;
    texts.set(userId, text);
    return text;
  };
  const earlierFaces = (card: CardRecord, userId: string): CardReading["versions"] => {
    const versions: CardReading["versions"] = [];
    for (let version = card.oldestVersion; version < card.version; version += 1) {
      const face = faceOf(world, card.outTrackId, version);
      if (face === undefined) continue;
      versions.push({ version, at: iso(face), cause: face.cause, text: textAt(card, face, userId) });
    }
    return versions;
  };
  return {
    read: (card, userId) => {
      const face = newestFace(world, card);
      const nodes = draw(card, face, { userId });
      const content = readCard(nodes);
      return {
        outTrackId: card.outTrackId,
        templateId: card.templateId,
        version: card.version,
        data: dataOf(face, userId),
        ...content,
        links: content.links.map((link) => ({ ...link, linkId: cardLinkId(card.outTrackId, link.linkId) })),
        nodes,
        versions: earlierFaces(card, userId),
      };
    },
    nodesAt: (card, { userId, version, locals }) => {
      const face = faceOf(world, card.outTrackId, version);
      return face === undefined ? undefined : draw(card, face, { userId, locals });
    },
  };
}

/** Public data overlaid with this person's own. */
export const dataOf = (face: Face, userId: string): Record<string, string> => ({
  ...face.data,
  ...face.privateData[userId],
});

const iso = (face: Face): string => shanghaiIso(new Date(face.at));

function newestFace(world: World, card: CardRecord): Face {
  const face = faceOf(world, card.outTrackId, card.version);
  if (face === undefined) throw new Error(`card ${card.outTrackId} has lost its newest face`);
  return face;
}
