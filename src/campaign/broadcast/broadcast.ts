import { z } from "zod";

/** Whom a message goes to: the campaign group once, or every district official in the direct chat. */
export const audience = z.enum(["group", "officials"]);
export type Audience = z.infer<typeof audience>;

/** 广播 before it is sent: what the preview shows. */
export const message = z.object({ text: z.string().optional(), audience });
export type Message = z.infer<typeof message>;

/** Under this kind drafts and their cards are kept; the subject of a draft is its writer, that of a card the draft. */
export const MESSAGE = "broadcast.message";

/** Longer texts are no broadcast; characters. */
export const LONGEST = 2_000;
