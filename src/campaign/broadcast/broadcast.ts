import { z } from "zod";

/**
 * Receivers: the campaign group, every district official, those who owe a deliverable, those who have not read the last
 * broadcast, or those listed; all but the group by direct chat.
 */
export const audience = z.enum(["group", "officials", "owing", "unread", "list"]);
export type Audience = z.infer<typeof audience>;

/**
 * To whom. `of`: ids of deliverables (owing); `district:`, `role:` or `person:` with an id (list); otherwise empty.
 */
export const recipients = z.object({ audience, of: z.array(z.string()).default([]) });
export type Recipients = z.infer<typeof recipients>;

export const attachedFile = z.object({ name: z.string(), hash: z.string() });
export type AttachedFile = z.infer<typeof attachedFile>;

/** As it is kept with a broadcast: a name may tell of people, and is a personal value. One of before stands as it was. */
export const storedFile = z.object({
  name: z.union([z.string(), z.object({ personal: z.string(), hash: z.string() })]),
  hash: z.string(),
});
export type StoredFile = z.infer<typeof storedFile>;

/** Draft of a 广播. */
export const message = recipients.extend({
  text: z.string().optional(),
  files: z.array(attachedFile).default([]),
  /** When it is to be sent, ISO; left out: at once. */
  at: z.string().optional(),
  /** It was to go out at night or on a day off, and is asked back; saying it again sends it. */
  asked: z.object({ at: z.string(), quiet: z.enum(["night", "dayOff"]) }).optional(),
  /** Id of the broadcast whose place it takes. */
  corrects: z.string().optional(),
});
export type Message = z.infer<typeof message>;

/** Kind of drafts (subject: the writer) and of their cards (subject: the draft). */
export const MESSAGE = "broadcast.message";
/** Kind of the cards that receivers get (subject: the broadcast). */
export const NOTICE = "broadcast.notice";

/** Characters: a card holds so many, however its paragraphs fall. */
export const MAX_LENGTH = 1_200;
export const MAX_FILES = 3;

/** Name of its receipts, by the id of the draft. */
export const broadcastMessage = (id: string): string => `${SENT_AS}${id}`;

const SENT_AS = "broadcast/";

/** The draft's id; undefined for the receipts of another message. */
export const ofBroadcast = (message: string): string | undefined =>
  message.startsWith(SENT_AS) ? message.slice(SENT_AS.length) : undefined;
