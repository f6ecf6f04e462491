import { createHmac } from "node:crypto";
import { z } from "zod";
import type { App } from "../world/records.ts";

/** What a session webhook's address encodes. Nothing is stored: the address itself is signed. */
const sessionSchema = z.object({
  /** robotCode */
  r: z.string(),
  conversationId: z.string(),
  userId: z.string(),
  /** The message that it answers. */
  messageId: z.string().optional(),
  /** Emulated time, ms. */
  until: z.number(),
});

export type Session = z.output<typeof sessionSchema>;

export const SESSION_LIFE_MS = 90 * 60 * 1_000;

export function signSession(app: App, session: Omit<Session, "r">): string {
  const text = Buffer.from(JSON.stringify({ ...session, r: app.robotCode })).toString("base64url");
  return `${text}.${signatureOf(text, app)}`;
}

/** undefined: not signed by one of these apps */
export function verifySession(apps: Iterable<App>, sealed: string): Session | undefined {
  const [text = "", mark = ""] = sealed.split(".");
  for (const app of apps) {
    if (mark === signatureOf(text, app))
      return sessionSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  }
  return undefined;
}

const signatureOf = (text: string, app: App): string =>
  createHmac("sha256", app.clientSecret).update(text).digest("base64url").slice(0, 22);
