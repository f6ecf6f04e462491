import { z } from "zod";
import { fieldPurpose, verdict } from "./purposes.ts";
import { slug, source, text } from "./source.ts";

/** camelCase */
export const fieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);

/**
 * An option of a choice or a declaration. For declarations, `detail` lists follow-up questions and `verdict` the effect
 * of a disqualifying answer. The `happenedOn` date is compared with the ruling's period.
 */
export const option = z.strictObject({
  value: fieldKey,
  text,
  verdict: verdict.optional(),
  detail: z
    .array(
      z.strictObject({
        key: fieldKey,
        label: text,
        kind: z.enum(["date", "text"]),
        purpose: z.literal("happenedOn").optional(),
      }),
    )
    .default([]),
});

/**
 * Type of an answer.
 *
 * - `text`, `longText`: characters; `maxCharacters` counts like Word's 字数
 * - `phone`: mobile or office line, masked outside the direct chat
 * - `percent`: 0–100 with at most two decimals, without the sign
 * - `date`: a civil date
 * - `choice`: one of `options`
 * - `declaration`: one of `options`, some with follow-up questions
 */
export const fieldKind = z.enum(["text", "longText", "phone", "percent", "date", "choice", "declaration"]);

/** A form field, independent of its presentation. */
export const field = z.strictObject({
  key: fieldKey,
  /** Wording of the plan without inner spaces; unique within the form. */
  label: text,
  /** Shorter label of the printed form, e.g. 电话. */
  printed: text.optional(),
  purpose: fieldPurpose.optional(),
  kind: fieldKind,
  required: z.boolean(),
  maxCharacters: z.int().positive().optional(),
  /** Text over the limit may continue on an attached page (附页). */
  overflow: z.boolean().default(false),
  options: z.array(option).default([]),
  /** Suggested answer: a fixed text or the answer to another field. */
  proposal: z.union([z.strictObject({ text }), z.strictObject({ sameAs: fieldKey })]).optional(),
  help: text.optional(),
  example: text.optional(),
  /** Other words that people write for the label: 物业公司 for 物业服务企业名称. */
  aliases: z.array(text).default([]),
  /** Shown in full only in the direct chat, to roles that need it; never in groups, logs or the journal. */
  personal: z.boolean().default(false),
  ...source,
});

/** 意见: an opinion box of the form, in the plan's order. */
export const opinionOffice = z.strictObject({
  id: fieldKey,
  label: text,
  givenBy: z.enum(["district", "city"]),
  ...source,
});

/** The printed form: lines of the cover, rows of the table before and after the opinions, by field key. */
export const paper = z.strictObject({
  cover: z.array(fieldKey).default([]),
  rows: z.array(z.array(fieldKey).min(1)).min(1),
  after: z.array(z.array(fieldKey).min(1)).default([]),
});

/** What the form says under one answer to the governing field. */
const governed = z.strictObject({
  /** The option of the governing field. */
  value: fieldKey,
  /** Labels instead of the usual ones. */
  labels: z.array(z.strictObject({ field: fieldKey, label: text })).default([]),
  /** `nobody`: there is no such body, and nobody is asked for the opinion. */
  opinions: z.array(z.strictObject({ opinion: fieldKey, label: text, nobody: z.literal(true).optional() })).default([]),
  /** Fields that are not asked. */
  leavesOut: z.array(fieldKey).default([]),
});

export const form = z.strictObject({
  id: slug,
  title: text,
  /** Incremented when the meaning of a field changes; stored with drafts. */
  version: z.int().positive(),
  copies: z.strictObject({ count: z.int().positive(), text, ...source }).optional(),
  fields: z.array(field).min(1),
  opinions: z.array(opinionOffice).default([]),
  paper: paper.optional(),
  /** Labels that follow the answer to one choice: 业委会主任, 物管会主任. */
  governance: z.strictObject({ field: fieldKey, kinds: z.array(governed).min(1), ...source }).optional(),
  ...source,
});

/** forms.yaml */
export const formsFile = z.array(form).min(1);

export type FieldOption = z.infer<typeof option>;
export type Field = z.infer<typeof field>;
export type FieldKind = z.infer<typeof fieldKind>;
export type OpinionOffice = z.infer<typeof opinionOffice>;
export type Form = z.infer<typeof form>;
