import { z } from "zod";
import type { ContentWarning } from "./content-warning.ts";

const mentionSchema = z.object({
  at: z.object({ atUserIds: z.array(z.string()).default([]), atMobiles: z.array(z.string()).default([]) }),
  text: z.object({ content: z.string() }).optional(),
  markdown: z.object({ text: z.string() }).optional(),
});

/** The users mentioned by `at` of a webhook message: userIds and mobiles. */
export function mentionedIds(body: unknown): string[] {
  const { data } = mentionSchema.safeParse(body);
  return data === undefined ? [] : [...data.at.atUserIds, ...data.at.atMobiles];
}

/** A mention must also be part of the text or markdown as `@id`, otherwise it is not visible. */
export function mentionWarnings(body: unknown): ContentWarning[] {
  const { data } = mentionSchema.safeParse(body);
  const text = data?.markdown?.text ?? data?.text?.content;
  if (text === undefined) return [];
  const missing = mentionedIds(body).filter((id) => !text.includes(`@${id}`));
  return missing.map((id) => ({ code: "webhook.mention", message: `消息 @ 了 ${id}，但正文中没有 @${id}` }));
}
