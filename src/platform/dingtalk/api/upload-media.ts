import { mediaUploadResponseSchema } from "dingtalk-payloads";
import type { Api } from "./call.ts";

/** Limit of the platform. */
export const MEDIA_LIMIT_BYTES = 20 * 1024 * 1024;

/** @returns the media id, which is valid inside DingTalk only and can be reused */
export async function uploadMedia(
  api: Api,
  file: { name: string; bytes: Buffer },
  type: "file" | "image" = "file",
): Promise<string> {
  const body = new FormData();
  body.set("media", new Blob([new Uint8Array(file.bytes)]), file.name);
  const answer = await api.call(
    { gateway: "oapi", method: "POST", api: "/media/upload", query: { type }, body },
    mediaUploadResponseSchema,
  );
  return answer.media_id;
}
