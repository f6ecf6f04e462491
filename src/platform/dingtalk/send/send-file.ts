import type { DeliveryOutcome } from "../../chat/ports.ts";
import type { Api } from "../api/call.ts";
import { MEDIA_LIMIT_BYTES, uploadMedia } from "../api/upload-media.ts";
import type { SendMessage } from "./send-view.ts";

/** File types the platform lists for a robot's file message. */
const FILE_TYPES = new Set(["xlsx", "pdf", "zip", "rar", "doc", "docx"]);
/** Those it lists for pictures, which are sent as such: without a name. */
const PICTURE_TYPES = new Set(["jpg", "jpeg", "png", "gif", "bmp"]);

export async function sendFile(
  api: Api,
  file: { name: string; bytes: Buffer },
  send: SendMessage,
): Promise<DeliveryOutcome> {
  const fileType = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (PICTURE_TYPES.has(fileType) && file.bytes.length <= MEDIA_LIMIT_BYTES) {
    return send({ msgKey: "sampleImageMsg", param: { photoURL: await uploadMedia(api, file, "image") } });
  }
  if (!FILE_TYPES.has(fileType)) return { kind: "refused", reason: `fileType: ${fileType}` };
  if (file.bytes.length > MEDIA_LIMIT_BYTES) return { kind: "refused", reason: "fileTooLarge" };
  const mediaId = await uploadMedia(api, file);
  return send({ msgKey: "sampleFile", param: { mediaId, fileName: file.name, fileType } });
}
