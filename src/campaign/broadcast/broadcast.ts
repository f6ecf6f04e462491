import { z } from "zod";

/** Whom a message goes to: the campaign group once, or every district official in the direct chat. */
export const audience = z.enum(["group", "officials"]);
export type Audience = z.infer<typeof audience>;

/** 广播 before it is sent. */
export const message = z.object({ text: z.string().optional(), audience });
export type Message = z.infer<typeof message>;

/** Kind of the drafts and of their cards: a draft's subject is its writer, a card's subject the draft. */
export const MESSAGE = "broadcast.message";

/** Characters. */
export const MAX_LENGTH = 2_000;
