import { mediaUploadResponseSchema } from "dingtalk-payloads";
import type { Api } from "./call.ts";

/** The platform's limit for files. */
export const MEDIA_LIMIT_BYTES = 20 * 1024 * 1024;

/** @returns the media id, usable only inside DingTalk and as often as wanted */
export async function uploadMedia(api: Api, file: { name: string; bytes: Buffer }): Promise<string> {
  const body = new FormData();
  body.set("media", new Blob([new Uint8Array(file.bytes)]), file.name);
  const answer = await api.call(
    { gateway: "oapi", method: "POST", api: "/media/upload", query: { type: "file" }, body },
    mediaUploadResponseSchema,
  );
  return answer.media_id;
}
