import { z } from "zod";
import { slug, source, text } from "./source.ts";

/** The wording of one card: liquid templates over the variables of {@link ../phrases.ts}. */
export const cardWording = z.strictObject({
  title: text,
  lead: text,
  owed: z.array(text),
  footnote: text.optional(),
  ...source,
});

/** What a stage card says to the campaign group and to one district's official. */
export const stageWording = z.strictObject({ stage: slug, group: cardWording, districtOfficer: cardWording });

/** phrases.yaml */
export const phrasesFile = z.strictObject({ stages: z.array(stageWording).min(1) });

export type CardWording = z.infer<typeof cardWording>;
export type StageWording = z.infer<typeof stageWording>;
export type Phrases = z.infer<typeof phrasesFile>;
