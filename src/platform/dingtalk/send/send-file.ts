import type { DeliveryOutcome } from "../../chat/ports.ts";
import { MEDIA_LIMIT_BYTES } from "../api/upload-media.ts";
import type { SendMessage } from "./send-view.ts";
import type { Upload, Uploaded } from "./uploads.ts";

/** File types the platform lists for a robot's file message. */
const FILE_TYPES = new Set(["xlsx", "pdf", "zip", "rar", "doc", "docx"]);
/** Those it lists for pictures, which are sent as such: without a name. */
const PICTURE_TYPES = new Set(["jpg", "jpeg", "png", "gif", "bmp"]);

export async function sendFile(
  upload: Upload,
  file: { name: string; bytes: Buffer },
  send: SendMessage,
): Promise<DeliveryOutcome> {
  const fileType = file.name.split(".").at(-1)?.toLowerCase() ?? "";
  if (PICTURE_TYPES.has(fileType) && file.bytes.length <= MEDIA_LIMIT_BYTES) {
    return sendUploaded(
      (anew) => upload(file, "image", anew),
      (photoURL) => send({ msgKey: "sampleImageMsg", param: { photoURL } }),
    );
  }
  if (!FILE_TYPES.has(fileType)) return { kind: "refused", reason: `fileType: ${fileType}` };
  if (file.bytes.length > MEDIA_LIMIT_BYTES) return { kind: "refused", reason: "fileTooLarge" };
  return sendUploaded(
    (anew) => upload(file, "file", anew),
    (mediaId) => send({ msgKey: "sampleFile", param: { mediaId, fileName: file.name, fileType } }),
  );
}

/** Refused with an upload of before, it is uploaded anew and sent once more. */
async function sendUploaded(
  upload: (anew: boolean) => Promise<Uploaded>,
  send: (id: string) => Promise<DeliveryOutcome>,
): Promise<DeliveryOutcome> {
  const { id, isKept } = await upload(false);
  const outcome = await send(id);
  return isKept && outcome.kind === "refused" ? send((await upload(true)).id) : outcome;
}
