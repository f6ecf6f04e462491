import { z } from "zod";

/** Receivers: the campaign group, or every district official by direct chat. */
export const audience = z.enum(["group", "officials"]);
export type Audience = z.infer<typeof audience>;

/** Draft of a 广播. */
export const message = z.object({ text: z.string().optional(), audience });
export type Message = z.infer<typeof message>;

/** Kind of drafts (subject: the writer) and of their cards (subject: the draft). */
export const MESSAGE = "broadcast.message";

/** Characters. */
export const MAX_LENGTH = 2_000;
