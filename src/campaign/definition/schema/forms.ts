import { z } from "zod";
import { fieldPurpose, verdict } from "./purposes.ts";
import { slug, source, text } from "./source.ts";

/** camelCase */
export const fieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);

/**
 * One answer of a choice, or of a declaration: there `detail` lists what is asked for besides, and `verdict` says what
 * a disqualifying answer means. The date that is `happenedOn` is held against the window of its ruling.
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
 * What an answer is.
 *
 * - `text`, `longText`: characters; `maxCharacters` counts as Word's 字数 does
 * - `phone`: mobile or office line, shown masked outside the direct chat
 * - `percent`: 0–100 with at most two decimals, without the sign
 * - `date`: a civil date
 * - `choice`: one of `options`
 * - `declaration`: one of `options`, some of which ask for details
 */
export const fieldKind = z.enum(["text", "longText", "phone", "percent", "date", "choice", "declaration"]);

/** One line of a form, whatever face it is shown on. */
export const field = z.strictObject({
  key: fieldKey,
  /** The plan's words without inner spaces; unique within the form. */
  label: text,
  /** Where the printed form has shorter words, e.g. 电话. */
  printed: text.optional(),
  purpose: fieldPurpose.optional(),
  kind: fieldKind,
  required: z.boolean(),
  maxCharacters: z.int().positive().optional(),
  /** What is too long may go on as an attached page (附页). */
  overflow: z.boolean().default(false),
  options: z.array(option).default([]),
  /** Proposed answer: a fixed text, or the answer of another field. */
  proposal: z.union([z.strictObject({ text }), z.strictObject({ sameAs: fieldKey })]).optional(),
  help: text.optional(),
  example: text.optional(),
  /** Full only in the direct chat with a role that needs it; never in groups, logs or the journal. */
  personal: z.boolean().default(false),
  ...source,
});

/** 意见: a box on the form, in the plan's order. */
export const opinionOffice = z.strictObject({
  id: fieldKey,
  label: text,
  givenBy: z.enum(["district", "city"]),
  ...source,
});

export const form = z.strictObject({
  id: slug,
  title: text,
  /** Grows when a field's meaning changes; drafts carry it. */
  version: z.int().positive(),
  copies: z.strictObject({ count: z.int().positive(), text, ...source }).optional(),
  fields: z.array(field).min(1),
  opinions: z.array(opinionOffice).default([]),
  ...source,
});

/** forms.yaml */
export const formsFile = z.array(form).min(1);

export type FieldOption = z.infer<typeof option>;
export type Field = z.infer<typeof field>;
export type FieldKind = z.infer<typeof fieldKind>;
export type OpinionOffice = z.infer<typeof opinionOffice>;
export type Form = z.infer<typeof form>;
