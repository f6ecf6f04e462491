import { z } from "zod";
import type { Files } from "../files/files.ts";
import { markdownLinks } from "../message-content/markdown-links.ts";
import { buttonLinks, linkTile, type ShownContent } from "../message-content/shown-content.ts";
import { OapiError } from "../platform/errors.ts";

const mediaSchema = z.object({
  mediaId: z.string().optional(),
  videoMediaId: z.string().optional(),
  photoURL: z.string().optional(),
  picURL: z.string().optional(),
  fileName: z.string().optional(),
});

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
      singleTitle: z.string().default(""),
      singleURL: z.string().default(""),
      /** `0` or nothing: one below the other, `1`: side by side. */
      btnOrientation: z.coerce.string().default("0"),
      btns: z.array(z.object({ title: z.string(), actionURL: z.string() })).default([]),
    }),
  }),
  z.object({
    msgtype: z.literal("feedCard"),
    feedCard: z.object({ links: z.array(z.object({ title: z.string(), messageURL: z.string() })) }),
  }),
  z.object({ msgtype: z.literal("empty") }),
  z.object({ msgtype: z.literal("image"), image: mediaSchema }),
  z.object({ msgtype: z.literal("file"), file: mediaSchema }),
  z.object({ msgtype: z.literal("voice"), voice: mediaSchema }),
  z.object({ msgtype: z.literal("audio"), audio: mediaSchema }),
  z.object({ msgtype: z.literal("video"), video: mediaSchema }),
]);

type WebhookBody = z.output<typeof bodySchema>;

/** Reads the body of a session webhook. undefined: `empty`, nothing to show. @throws OapiError */
export function readWebhookContent(files: Files, body: unknown): ShownContent | undefined {
  const { data, error } = bodySchema.safeParse(body);
  if (data === undefined) throw new OapiError(40035, `miss param : ${missingIn(error)}`);
  switch (data.msgtype) {
    case "empty":
      return undefined;
    case "text":
      return { kind: "text", text: data.text.content };
    case "markdown":
      return { kind: "markdown", ...data.markdown, links: markdownLinks(data.markdown.text) };
    case "link": {
      const { title, text, messageUrl } = data.link;
      return { kind: "text", title, text, links: [linkTile(title, messageUrl)] };
    }
    case "actionCard":
      return showActionCard(data.actionCard);
    case "feedCard":
      return showFeed(data.feedCard.links);
    case "image":
      return showMedia(files, data.msgtype, { ...data.image, kind: "image" });
    case "file":
      return showMedia(files, data.msgtype, { ...data.file, kind: "file" });
    case "voice":
      return showMedia(files, data.msgtype, { ...data.voice, kind: "audio" });
    case "audio":
      return showMedia(files, data.msgtype, { ...data.audio, kind: "audio" });
    case "video":
      return showMedia(files, data.msgtype, { ...data.video, kind: "file" });
  }
}

/** Kinds that the pages do not list for webhooks, although the platform looks for their media id. */
export const isUnlistedKind = ({ kind }: ShownContent): boolean => ["image", "file", "audio"].includes(kind);

/** `text->content`, as the platform writes what it misses. */
const missingIn = (error: z.ZodError): string => (error.issues[0]?.path ?? []).map(String).join("->") || "msgtype";

type Media = z.output<typeof mediaSchema> & { kind: "image" | "file" | "audio" };

function showMedia(files: Files, msgtype: string, media: Media): ShownContent {
  const { kind, mediaId, videoMediaId, photoURL, picURL, fileName } = media;
  const given = mediaId ?? videoMediaId ?? photoURL ?? picURL;
  // The number and the words are reported for a file; of other kinds assumed.
  if (given === undefined) throw new OapiError(401102, `miss param : ${msgtype}->mediaId`);
  const record = files.byMediaId(given);
  if (record !== undefined)
    return { kind, fileId: record.fileId, ...(fileName === undefined ? {} : { title: fileName }) };
  if (kind === "image" && /^https?:/.test(given)) return { kind, text: given };
  throw new OapiError(40007, "不合法的媒体文件id");
}

function showFeed(links: Extract<WebhookBody, { msgtype: "feedCard" }>["feedCard"]["links"]): ShownContent {
  return {
    kind: "text",
    text: links.map(({ title }) => title).join("\n"),
    links: links.map(({ title, messageURL }) => linkTile(title, messageURL)),
  };
}

function showActionCard(card: Extract<WebhookBody, { msgtype: "actionCard" }>["actionCard"]): ShownContent {
  const { title, text, singleTitle, singleURL, btnOrientation, btns } = card;
  const given = [{ title: singleTitle, actionURL: singleURL }, ...btns];
  const buttons = buttonLinks(given.map((one) => ({ label: one.title, url: one.actionURL })));
  const inRow = btnOrientation === "1" ? { buttonsInRow: true as const } : {};
  return { kind: "actionCard", title, text, links: [...markdownLinks(text), ...buttons], ...inRow };
}
