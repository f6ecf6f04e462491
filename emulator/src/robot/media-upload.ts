import { randomBytes } from "node:crypto";
import { extname } from "node:path";
import { z } from "zod";
import type { Clock } from "../clock/emulated-clock.ts";
import type { Files } from "../files/files.ts";
import { readUpload } from "../files/read-upload.ts";
import type { Warnings } from "../instruments/warnings.ts";
import { platformCall } from "../platform/call.ts";
import { OapiError } from "../platform/errors.ts";
import { refuseOrWarn } from "../platform/refuse-or-warn.ts";
import type { World } from "../world/world.ts";

interface Deps {
  world: World;
  clock: Clock;
  files: Files;
  warnings: Warnings;
}

const MB = 1024 * 1024;

/** Source: the media upload page. */
const mediaTypes: Record<string, { maxBytes: number; extensions: readonly string[] }> = {
  image: { maxBytes: 20 * MB, extensions: ["jpg", "jpeg", "gif", "png", "bmp"] },
  voice: { maxBytes: 2 * MB, extensions: ["amr", "mp3", "wav"] },
  video: { maxBytes: 20 * MB, extensions: ["mp4"] },
  file: { maxBytes: 20 * MB, extensions: ["doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "pdf", "rar"] },
};

/** Not listed, but sent by DingTalk's own connector. */
const REPORTED = "txt";

/** Stores an uploaded file and returns the id for use in messages. */
export const mediaUpload = (deps: Deps) =>
  platformCall({
    method: "POST",
    path: "/media/upload",
    gateway: "oapi",
    auth: "token",
    counted: true,
    query: z.object({ type: z.string().optional() }),
    run: async ({ request, query }) => {
      if (!request.isMultipart()) throw new OapiError(43008, "参数需要multipart类型");
      const upload = await readUpload(request);
      const media = upload.files.find(({ field }) => field === "media")?.file;
      const type = query.type ?? upload.fields.type ?? "";
      const rule = mediaTypes[type];
      if (rule === undefined) throw wrongType();
      if (media === undefined) throw new OapiError(41005, "缺少多媒体文件数据");
      if (media.bytes.length === 0) throw wrongSize();
      const extension = extname(media.fileName).slice(1).toLowerCase();
      if (!rule.extensions.includes(extension)) {
        const words = `文档未列出 ${type} 类型的 ${extension || "无扩展名"} 文件`;
        if (type === "file" && extension === REPORTED) deps.warnings.add("file.type", words);
        else refuseOrWarn(deps, wrongType(), words);
      }
      if (media.bytes.length > rule.maxBytes) {
        refuseOrWarn(deps, wrongSize(), `${type} 类型的文件超过 ${rule.maxBytes / MB} MB`);
      }
      const mediaId = `${type === "image" ? "@" : "$"}${randomBytes(18).toString("base64url")}`;
      deps.files.store({ ...media, mediaId });
      return { errcode: 0, errmsg: "ok", media_id: mediaId, created_at: deps.clock.now().getTime(), type };
    },
  });

const wrongType = (): Error => new OapiError(40004, "不合法的媒体文件类型");
const wrongSize = (): Error => new OapiError(40006, "不合法的文件大小");
