import { createDecipheriv, createHash } from "node:crypto";
import { z } from "zod";
import type { EventKeys } from "./encrypt-event.ts";

const replySchema = z.object({
  msg_signature: z.string(),
  timeStamp: z.coerce.string(),
  nonce: z.string(),
  encrypt: z.string(),
});

/** Before the length and the text: 16 random bytes and the length itself. */
const HEADER_BYTES = 20;

/** What is wrong with an app's answer to an event; undefined for the signed and encrypted text `success`. */
export function eventReplyError(
  reply: string,
  { token, aesKey, owner }: EventKeys,
): "unreadable" | "signature" | "content" | undefined {
  const envelope = readEnvelope(reply);
  if (envelope === undefined) return "unreadable";
  const { msg_signature, timeStamp, nonce, encrypt } = envelope;
  const signed = [token, timeStamp, nonce, encrypt].sort().join("");
  if (createHash("sha1").update(signed).digest("hex") !== msg_signature) return "signature";
  const opened = decrypt(encrypt, aesKey);
  return opened?.text === "success" && opened.owner === owner ? undefined : "content";
}

function readEnvelope(reply: string): z.output<typeof replySchema> | undefined {
  try {
    return replySchema.parse(JSON.parse(reply));
  } catch {
    return undefined;
  }
}

function decrypt(encrypt: string, aesKey: string): { text: string; owner: string } | undefined {
  const key = Buffer.from(`${aesKey}=`, "base64");
  try {
    const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
    const plain = Buffer.concat([decipher.update(encrypt, "base64"), decipher.final()]);
    const end = HEADER_BYTES + plain.readUInt32BE(HEADER_BYTES - 4);
    const padding = plain.at(-1) ?? 0;
    return {
      text: plain.subarray(HEADER_BYTES, end).toString(),
      owner: plain.subarray(end, plain.length - padding).toString(),
    };
  } catch {
    return undefined;
  }
}
