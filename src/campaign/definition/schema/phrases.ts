import { z } from "zod";
import { slug, source, text } from "./source.ts";

/** Wording of one card: liquid templates over the variables of {@link ../wording.ts}. */
export const cardWording = z.strictObject({
  title: text,
  lead: text,
  owed: z.array(text),
  footnote: text.optional(),
  ...source,
});

/** Wording of a stage's cards, for the campaign group and for a district's officials. */
export const stageWording = z.strictObject({ stage: slug, group: cardWording, districtOfficer: cardWording });

/** phrases.yaml */
export const phrasesFile = z.strictObject({ stages: z.array(stageWording).min(1) });

export type CardWording = z.infer<typeof cardWording>;
export type StageWording = z.infer<typeof stageWording>;
export type Phrases = z.infer<typeof phrasesFile>;
