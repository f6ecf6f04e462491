import { z } from "zod";
import { plainText } from "./lenient.ts";

/** `data` of an EVENT frame: the inner payload only; its name and id are in the frame's headers. */
export const eventDataSchema = z.record(z.string(), z.unknown());

/** Body of an event over HTTP before decryption. */
export const encryptedSchema = z.looseObject({ encrypt: z.string().min(1) });

/** The decrypted body of an event over HTTP: capitalised names, `BizId` in place of an event id. */
export const httpEventSchema = z.looseObject({
  EventType: z.string(),
  EventTime: plainText.optional(),
  CorpId: plainText.optional(),
  BizId: plainText.optional(),
});

/** The encrypted word `success` that answers an event over HTTP. */
export const encryptedReplySchema = z.object({
  msg_signature: z.string(),
  timeStamp: z.string(),
  nonce: z.string(),
  encrypt: z.string(),
});
export type EncryptedReply = z.output<typeof encryptedReplySchema>;
