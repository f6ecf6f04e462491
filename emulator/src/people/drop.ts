import { extname } from "node:path";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { EmulatedConversation, EmulatedUser } from "../contract/control.ts";
import { badRequest, conflict } from "../control-api/control-error.ts";
import { controlRoute } from "../control-api/control-route.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { RobotContent } from "../delivery/robot-message.ts";
import { downloadCode, type Files } from "../files/files.ts";
import { readUpload, type UploadedFile } from "../files/read-upload.ts";
import type { Conversations } from "../world/conversations.ts";
import type { MessageStore } from "../world/messages.ts";
import type { App, FileRecord, StoredMessage } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { listenersOf, requireConversation, requireUser } from "./require.ts";
import { say, userParams } from "./say.ts";
import { sendAsPerson } from "./send.ts";

interface Deps {
  world: World;
  messages: MessageStore;
  conversations: Conversations;
  clock: Clock;
  files: Files;
  deliveries: Deliveries;
  webhookBase(clientId: string): string;
}

/** The duration of a recording is not measured. */
const RECORDING_MS = 3_000;

const fieldsSchema = z.object({
  text: z.string().optional(),
  conversationId: z.string().optional(),
  robotCode: z.string().optional(),
  kind: z.literal("audio").optional(),
  recognition: z.string().optional(),
});

export const dropRoute = (deps: Deps) =>
  controlRoute({
    method: "POST",
    path: "/users/:userId/drop",
    summary: "A person sends files (multipart: `file`…, `text`, `conversationId`, `kind`, `recognition`).",
    params: userParams,
    upload: fieldsSchema.extend({ file: z.array(z.string().meta({ format: "binary" })).min(1) }),
    reply: z.object({ msgIds: z.array(z.string()) }),
    run: async ({ params: { userId }, request }) => {
      if (!request.isMultipart()) throw badRequest("notMultipart", "请以 multipart 发送文件");
      const upload = await readUpload(request);
      const fields = fieldsSchema.parse(upload.fields);
      const files = upload.files.filter(({ field }) => field === "file").map(({ file }) => file);
      if (files.length === 0) throw badRequest("noFile", "没有文件");
      const user = requireUser(deps, userId);
      const conversation = requireConversation(deps, userId, fields.conversationId || undefined);
      const msgIds = drop(deps, { user, conversation, files, fields }).map(({ msgId }) => msgId);
      return { msgIds };
    },
  });

interface Drop {
  user: EmulatedUser;
  conversation: EmulatedConversation;
  files: UploadedFile[];
  fields: z.output<typeof fieldsSchema>;
}

const isPicture = (file: { contentType: string }): boolean => file.contentType.startsWith("image/");

/** Pictures with text are one message. Everything else is one message per file, after one for the text. */
function drop(deps: Deps, { user, conversation, files, fields }: Drop): StoredMessage[] {
  const onlyPictures = files.every(isPicture);
  if (conversation.type === "group" && !(onlyPictures && fields.kind === undefined)) {
    throw conflict("groupTakesPicturesOnly", "群聊中无法向机器人发送语音、视频和文件，请在单聊中发送");
  }
  const stored = files.map((file) => deps.files.store(file));
  const { text = "", robotCode } = fields;
  const place = { user, conversation, listeners: listenersOf(deps, conversation, { at: true, text, robotCode }) };
  if (onlyPictures && text !== "" && fields.kind === undefined) return [sendRichText(deps, place, { text, stored })];
  const { userId } = user;
  const { conversationId } = conversation;
  const words = text === "" ? [] : [say(deps, { userId, conversationId, text, at: true, robotCode })];
  return [...words, ...stored.map((file) => sendFile(deps, place, { file, fields }))];
}

type Place = Pick<Drop, "user" | "conversation"> & { listeners: readonly App[] };

function sendRichText(
  deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries" | "webhookBase">,
  place: Place,
  { text, stored }: { text: string; stored: FileRecord[] },
): StoredMessage {
  const inGroup = place.conversation.type === "group";
  const mentionOf = ({ name }: App) => (inGroup ? [{ text: `@${name}` }] : []);
  const picturesFor = ({ robotCode }: App) =>
    stored.map(({ fileId }) => {
      const code = downloadCode(fileId, robotCode);
      return { type: "picture", downloadCode: code, pictureDownloadCode: code };
    });
  const drawn = stored.map(({ fileId }) => `![图片](/_emulator/files/${fileId})`);
  return sendAsPerson(deps, {
    ...place,
    shown: { kind: "markdown", text: [text, ...drawn].join("\n\n"), ...firstOf(stored) },
    content: (app) => ({
      msgtype: "richText",
      content: { richText: [...mentionOf(app), { text }, ...picturesFor(app)] },
    }),
  });
}

const firstOf = ([first]: readonly FileRecord[]): { fileId?: string } =>
  first === undefined ? {} : { fileId: first.fileId };

function sendFile(
  deps: Pick<Deps, "world" | "messages" | "clock" | "deliveries" | "webhookBase">,
  place: Place,
  { file, fields }: { file: FileRecord; fields: Drop["fields"] },
): StoredMessage {
  const { fileId } = file;
  const codeFor = ({ robotCode }: App) => downloadCode(fileId, robotCode);
  if (fields.kind === "audio") {
    const recognition = fields.recognition ?? "";
    return sendAsPerson(deps, {
      ...place,
      shown: { kind: "audio", text: recognition, fileId },
      content: (app) => ({
        msgtype: "audio",
        content: { duration: RECORDING_MS, downloadCode: codeFor(app), recognition },
      }),
    });
  }
  const picture = isPicture(file);
  return sendAsPerson(deps, {
    ...place,
    shown: { kind: picture ? "image" : "file", fileId },
    content: (app) =>
      picture ? { msgtype: "picture", content: { downloadCode: codeFor(app) } } : filmOrFile(file, codeFor(app)),
  });
}

/** Assumed: a client sends every film as `video`. Source: samples 35, 36. */
function filmOrFile({ fileName, contentType }: FileRecord, downloadCode: string): RobotContent {
  if (!contentType.startsWith("video/")) return { msgtype: "file", content: { downloadCode, fileName } };
  const videoType = extname(fileName).slice(1) || "mp4";
  return { msgtype: "video", content: { duration: RECORDING_MS, downloadCode, videoType } };
}
