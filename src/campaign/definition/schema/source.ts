import { z } from "zod";

/** Where a rule comes from: a line of the plan says it, a person decided it, or neither (a proposal of the system). */
export const mark = z.enum(["plan", "ruling", "ours"]);
export type Mark = z.infer<typeof mark>;

/** Id of a ruling (口径): `R1`, `R14`. */
export const rulingId = z.string().regex(/^R[1-9]\d*$/);

/** Lower-case words joined by hyphens, used in references between files and in the journal. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** A day: of the campaign's year (`08-10`), or of the year it names (`2025-01-10`). */
export const day = z.string().regex(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const text = z.string().trim().min(1);

/** One plan line or several (written `15` or `[84, 85]`), always a list after loading. */
const line = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.int().positive()).min(1));

/**
 * Carried by every item of a definition.
 *
 * `quote` is the plan's wording as it stands in the named lines, broken rows joined; the check compares it.
 * `rulings` are the ambiguities whose answer changes how the item is read.
 */
export const source = { line, mark, quote: text.optional(), rulings: z.array(rulingId).default([]) };

const sourced = z.object(source);
export type Source = z.infer<typeof sourced>;

/**
 * Marks a part that is shown and cited but decides nothing. Everything else in a definition is acted upon.
 */
export const citedOnly = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ citedOnly: true });
