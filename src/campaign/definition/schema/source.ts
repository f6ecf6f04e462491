import { z } from "zod";

/** Origin of a rule: the plan, a person's decision, or a proposal of this system. */
export const mark = z.enum(["plan", "ruling", "ours"]);
export type Mark = z.infer<typeof mark>;

/** Id of a ruling (口径): `R1`, `R14`. */
export const rulingId = z.string().regex(/^R[1-9]\d*$/);

/** Lower-case words joined by hyphens: ids in references between files and in the journal. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Day of the campaign's year (`08-10`) or of a named year (`2025-01-10`). */
export const day = z.string().regex(/^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const text = z.string().trim().min(1);

/** One plan line or several (`15` or `[84, 85]`); a list after loading. */
const line = z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.int().positive()).min(1));

/**
 * Carried by every item of a definition.
 *
 * `quote`: wording of the plan in these lines, broken rows joined; compared by the check.
 * `rulings`: ambiguities whose answers affect the item.
 */
export const source = { line, mark, quote: text.optional(), rulings: z.array(rulingId).default([]) };

const sourced = z.object(source);
export type Source = z.infer<typeof sourced>;

/** Marks a part that is only shown and cited. Every other part affects the program. */
export const citedOnly = <Schema extends z.ZodType>(schema: Schema): Schema => schema.meta({ citedOnly: true });
