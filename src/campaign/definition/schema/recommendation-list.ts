import { z } from "zod";
import { fieldKey } from "./forms.ts";
import { slug, source, text } from "./source.ts";

/** A column of 附件4 and the source of its value. */
export const column = z.strictObject({
  key: fieldKey,
  label: text,
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("position") }),
    z.strictObject({ kind: z.literal("district") }),
    z.strictObject({ kind: z.literal("evaluationScore") }),
    z.strictObject({ kind: z.literal("field"), form: slug, field: fieldKey }),
  ]),
  ...source,
});

/** recommendation-list.yaml; `title` is a template over `year` and `city`. */
export const recommendationListFile = z.strictObject({
  title: text,
  printedRows: z.int().positive(),
  columns: z.array(column).min(1),
  ...source,
});

export type Column = z.infer<typeof column>;
export type RecommendationList = z.infer<typeof recommendationListFile>;
