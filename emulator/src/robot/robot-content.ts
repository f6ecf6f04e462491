import { z } from "zod";
import type { Files } from "../files/files.ts";
import { markdownLinks } from "../message-content/markdown-links.ts";
import { buttonLinks, linkTile, type ShownContent } from "../message-content/shown-content.ts";
import { PlatformError } from "../platform/errors.ts";

const text = z.object({ content: z.string() });
/** Documented with a title, but arrives without one: an adapter in wide use never sends it. */
const markdown = z.object({ title: z.string().optional(), text: z.string() });
const image = z.object({ photoURL: z.string() });
const link = z.object({ text: z.string(), title: z.string(), picUrl: z.string().default(""), messageUrl: z.string() });
const actionCard = z.looseObject({ title: z.string(), text: z.string() });
const audio = z.object({ mediaId: z.string(), duration: z.union([z.string(), z.number()]) });
const file = z.object({ mediaId: z.string(), fileName: z.string(), fileType: z.string() });
const video = z.object({ videoMediaId: z.string(), videoType: z.string() });

/** Reads `msgKey` and `msgParam` of an API message. @throws PlatformError like the platform */
export function readRobotContent(files: Files, msgKey: string, msgParam: string): ShownContent {
  const param = parseParam(msgParam);
  const read = <T>(schema: z.ZodType<T>): T => {
    const result = schema.safeParse(param);
    if (result.success) return result.data;
    throw missingParam(msgKey, String(result.error.issues[0]?.path[0] ?? ""));
  };
  switch (msgKey) {
    case "sampleText":
      return { kind: "text", text: read(text).content };
    case "sampleMarkdown": {
      const { title, text: source } = read(markdown);
      const named = title === undefined ? {} : { title };
      return { kind: "markdown", ...named, text: source, links: markdownLinks(source) };
    }
    case "sampleImageMsg":
      return showMedia(files, "image", read(image).photoURL);
    case "sampleLink": {
      const { title, text: line, messageUrl } = read(link);
      return { kind: "text", title, text: line, links: [linkTile(title, messageUrl)] };
    }
    case "sampleAudio":
      return showMedia(files, "audio", read(audio).mediaId);
    case "sampleVideo":
      return showMedia(files, "file", read(video).videoMediaId);
    case "sampleFile":
      return showFile(files, read(file));
    default:
      if (/^sampleActionCard[2-6]?$/.test(msgKey)) return readActionCard(read(actionCard));
      throw new PlatformError(400, "invalidParameter.msgKey.invalid", `unknown msgKey ${msgKey}`);
  }
}

function parseParam(msgParam: string): unknown {
  try {
    return JSON.parse(msgParam);
  } catch {
    throw invalidParam("msgParam");
  }
}

/** The name of this error is assumed. */
const invalidParam = (where: string): PlatformError =>
  new PlatformError(400, "invalidParameter.msgParam.invalid", `invalid msgParam: ${where}`);

/** The part of a message that each `msgKey` lacks, as the error names it. Source: the pages of both calls. */
const MISSING: Record<string, string> = {
  "sampleText content": "contentOfText",
  "sampleMarkdown title": "markdownTotitle",
  "sampleMarkdown text": "markdownTotext",
  "sampleImageMsg photoURL": "photoTophotoUrl",
  "sampleLink title": "titleOfLink",
  "sampleLink text": "textOfLink",
  "sampleLink messageUrl": "messageUrlOfLink",
  "sampleFile mediaId": "file",
  "sampleFile fileName": "file",
  "sampleFile fileType": "file",
  "sampleAudio mediaId": "audio",
  "sampleAudio duration": "audio",
  "sampleVideo videoMediaId": "video",
  "sampleVideo videoType": "video",
};

function missingParam(msgKey: string, field: string): PlatformError {
  const part = MISSING[`${msgKey} ${field}`] ?? (msgKey.startsWith("sampleActionCard") ? `actionCardTo${field}` : "");
  return part === "" ? invalidParam(field) : new PlatformError(400, `miss.param.${part}`, `miss param : ${field}`);
}

/** A picture may also be an external address, then there is no file. */
function showMedia(files: Files, kind: "image" | "audio" | "file", mediaId: string): ShownContent {
  const record = files.byMediaId(mediaId);
  if (record !== undefined) return { kind, fileId: record.fileId };
  if (kind === "image" && /^https?:/.test(mediaId)) return { kind, text: mediaId };
  throw invalidParam("mediaId");
}

/** Other types than the documented ones arrive too; {@link fileTypeWarnings} names them. */
function showFile(files: Files, { mediaId, fileName }: z.output<typeof file>): ShownContent {
  const record = files.byMediaId(mediaId);
  if (record === undefined) throw invalidParam("mediaId");
  return { kind: "file", fileId: record.fileId, title: fileName };
}

/** The three families name their buttons differently: single, numbered actions, numbered buttons. */
function readActionCard(card: z.output<typeof actionCard>): ShownContent {
  const value = (name: string): string => (typeof card[name] === "string" ? card[name] : "");
  const pairs = [["singleTitle", "singleURL"]];
  for (const n of [1, 2, 3, 4, 5])
    pairs.push([`actionTitle${n}`, `actionURL${n}`], [`buttonTitle${n}`, `buttonUrl${n}`]);
  const buttons = buttonLinks(pairs.map(([title = "", url = ""]) => ({ label: value(title), url: value(url) })));
  const links = [...markdownLinks(card.text), ...buttons];
  const inRow = value("buttonTitle1") === "" ? {} : { buttonsInRow: true as const };
  return { kind: "actionCard", title: card.title, text: card.text, links, ...inRow };
}
