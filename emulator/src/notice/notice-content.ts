import { z } from "zod";
import type { Files } from "../files/files.ts";
import { markdownLinks } from "../message-content/markdown-links.ts";
import { buttonLinks, linkTile, type ShownContent } from "../message-content/shown-content.ts";
import { OapiError } from "../platform/errors.ts";

const media = z.object({ media_id: z.string() });
const button = z.object({ title: z.string(), action_url: z.string() });
const pair = z.object({ key: z.string().default(""), value: z.string().default("") });

const msgSchema = z.discriminatedUnion("msgtype", [
  z.object({ msgtype: z.literal("text"), text: z.object({ content: z.string() }) }),
  z.object({ msgtype: z.literal("image"), image: media }),
  z.object({ msgtype: z.literal("voice"), voice: media }),
  z.object({ msgtype: z.literal("file"), file: media }),
  z.object({
    msgtype: z.literal("link"),
    link: z.object({ messageUrl: z.string(), title: z.string(), text: z.string() }),
  }),
  z.object({
    msgtype: z.literal("oa"),
    oa: z.object({
      message_url: z.string(),
      body: z.object({
        title: z.string().default(""),
        form: z.array(pair).default([]),
        content: z.string().default(""),
      }),
    }),
  }),
  z.object({ msgtype: z.literal("markdown"), markdown: z.object({ title: z.string(), text: z.string() }) }),
  z.object({
    msgtype: z.literal("action_card"),
    action_card: z.object({
      title: z.string().default(""),
      markdown: z.string(),
      single_title: z.string().optional(),
      single_url: z.string().optional(),
      /** `0` or nothing: one below the other, `1`: side by side. */
      btn_orientation: z.coerce.string().default("0"),
      btn_json_list: z.array(button).default([]),
    }),
  }),
]);

type Msg = z.output<typeof msgSchema>;

/** The content of a work notice, without the decorative parts of OA messages. @throws OapiError */
export function readNotice(files: Files, msg: unknown): ShownContent {
  const { success, data } = msgSchema.safeParse(msg);
  if (!success) throw badNoticeParameter("msg");
  return shown(files, data);
}

function shown(files: Files, msg: Msg): ShownContent {
  switch (msg.msgtype) {
    case "text":
      return { kind: "text", text: msg.text.content };
    case "image":
      return showMedia(files, "image", msg.image.media_id);
    case "voice":
      return showMedia(files, "audio", msg.voice.media_id);
    case "file":
      return showMedia(files, "file", msg.file.media_id);
    case "link": {
      const { title, text, messageUrl } = msg.link;
      return { kind: "text", title, text, links: [linkTile(title, messageUrl)] };
    }
    case "oa":
      return showOa(msg.oa);
    case "markdown":
      return { kind: "markdown", ...msg.markdown, links: markdownLinks(msg.markdown.text) };
    case "action_card":
      return showActionCard(msg.action_card);
  }
}

function showMedia(files: Files, kind: "image" | "audio" | "file", mediaId: string): ShownContent {
  const record = files.byMediaId(mediaId);
  if (record === undefined) throw badNoticeParameter("media_id");
  return { kind, fileId: record.fileId, ...(kind === "file" ? { title: record.fileName } : {}) };
}

function showOa({ message_url, body }: Extract<Msg, { msgtype: "oa" }>["oa"]): ShownContent {
  const lines = [body.title, ...body.form.map(({ key, value }) => `${key} ${value}`.trim()), body.content];
  const text = lines.filter((line) => line !== "").join("\n\n");
  const links = buttonLinks([{ label: "查看详情", url: message_url }]);
  return { kind: "actionCard", title: body.title, text, links };
}

function showActionCard(card: Extract<Msg, { msgtype: "action_card" }>["action_card"]): ShownContent {
  const { title, markdown, single_title = "", single_url = "", btn_orientation, btn_json_list } = card;
  const given = [{ title: single_title, action_url: single_url }, ...btn_json_list];
  const buttons = buttonLinks(given.map((one) => ({ label: one.title, url: one.action_url })));
  return {
    kind: "actionCard",
    title,
    text: markdown,
    links: [...markdownLinks(markdown), ...buttons],
    ...(btn_orientation === "1" ? { buttonsInRow: true as const } : {}),
  };
}

/** What the platform says to a notice of the wrong shape is not documented. */
export const badNoticeParameter = (where: string): OapiError => new OapiError(40035, `不合法的参数: ${where}`);
