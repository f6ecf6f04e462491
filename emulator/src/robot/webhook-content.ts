import { z } from "zod";
import { markdownLinks } from "../message-content/markdown-links.ts";
import type { ShownContent } from "../message-content/shown-content.ts";
import { OapiError } from "../platform/errors.ts";

const button = z.object({ title: z.string(), actionURL: z.string() });

const bodySchema = z.discriminatedUnion("msgtype", [
  z.object({ msgtype: z.literal("text"), text: z.object({ content: z.string() }) }),
  z.object({ msgtype: z.literal("markdown"), markdown: z.object({ title: z.string(), text: z.string() }) }),
  z.object({
    msgtype: z.literal("link"),
    link: z.object({ title: z.string(), text: z.string(), messageUrl: z.string() }),
  }),
  z.object({
    msgtype: z.literal("actionCard"),
    actionCard: z.object({
      title: z.string(),
      text: z.string(),
      singleTitle: z.string().optional(),
      singleURL: z.string().optional(),
      btns: z.array(button).default([]),
    }),
  }),
  z.object({
    msgtype: z.literal("feedCard"),
    feedCard: z.object({ links: z.array(z.object({ title: z.string(), messageURL: z.string() })) }),
  }),
  z.object({ msgtype: z.literal("empty") }),
]);

const typeSchema = z.object({ msgtype: z.string() });

/** Reads the body of a session webhook. undefined: `empty`, nothing to show. @throws OapiError */
export function readWebhookContent(body: unknown): ShownContent | undefined {
  const msgtype = typeSchema.safeParse(body).data?.msgtype ?? "";
  if (["file", "voice", "audio", "video"].includes(msgtype)) {
    throw new OapiError(401102, "miss param : file->mediaId");
  }
  const { success, data } = bodySchema.safeParse(body);
  if (!success) throw new OapiError(400101, "message body is invalid");
  switch (data.msgtype) {
    case "empty":
      return undefined;
    case "text":
      return { kind: "text", text: data.text.content };
    case "markdown":
      return { kind: "markdown", ...data.markdown, links: markdownLinks(data.markdown.text) };
    case "link":
      return { kind: "text", ...pick(data.link), links: [{ label: data.link.title, url: data.link.messageUrl }] };
    case "actionCard":
      return showActionCard(data.actionCard);
    case "feedCard":
      return {
        kind: "text",
        text: data.feedCard.links.map(({ title }) => title).join("\n"),
        links: data.feedCard.links.map(({ title, messageURL }) => ({ label: title, url: messageURL })),
      };
  }
}

const pick = ({ title, text }: { title: string; text: string }) => ({ title, text });

interface WebhookActionCard {
  title: string;
  text: string;
  singleTitle?: string | undefined;
  singleURL?: string | undefined;
  btns: { title: string; actionURL: string }[];
}

function showActionCard({ title, text, singleTitle, singleURL, btns }: WebhookActionCard): ShownContent {
  const single =
    singleTitle === undefined || singleURL === undefined ? [] : [{ title: singleTitle, actionURL: singleURL }];
  const buttons = [...single, ...btns].map((one) => ({ label: one.title, url: one.actionURL }));
  return { kind: "actionCard", title, text, links: [...markdownLinks(text), ...buttons] };
}
