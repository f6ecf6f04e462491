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

/** Name of its receipts, by the id of the draft. */
export const broadcastMessage = (id: string): string => `${SENT_AS}${id}`;

const SENT_AS = "broadcast/";

/** The draft's id; undefined for the receipts of another message. */
export const ofBroadcast = (message: string): string | undefined =>
  message.startsWith(SENT_AS) ? message.slice(SENT_AS.length) : undefined;
