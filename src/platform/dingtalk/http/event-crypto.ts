import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { EncryptedReply } from "dingtalk-payloads";
import { equalText } from "./equal-text.ts";

export interface EventSecrets {
  token: string;
  /** 43 characters, base64 of 32 bytes without its `=`. */
  aesKey: string;
  /** The appKey for subscriptions made in the developer console. */
  ownerKey: string;
}

export interface EventSignature {
  signature: string;
  timestamp: string;
  nonce: string;
}

const ALGORITHM = "aes-256-cbc";
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const BLOCK = 32;

const keyOf = (aesKey: string): Buffer => Buffer.from(`${aesKey}=`, "base64");

/** Hexadecimal SHA-1 of the sorted token, timestamp, nonce and ciphertext. */
export const signEvent = (secrets: EventSecrets, { timestamp, nonce }: EventSignature, encrypt: string): string =>
  createHash("sha1").update([secrets.token, timestamp, nonce, encrypt].sort().join("")).digest("hex");

export const isEventSignature = (secrets: EventSecrets, received: EventSignature, encrypt: string): boolean =>
  equalText(received.signature, signEvent(secrets, received, encrypt));

/** @throws when the text was not encrypted for this owner */
export function decryptEvent({ aesKey, ownerKey }: EventSecrets, encrypt: string): string {
  const key = keyOf(aesKey);
  const decipher = createDecipheriv(ALGORITHM, key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypt, "base64"), decipher.final()]);
  const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const start = RANDOM_BYTES + LENGTH_BYTES;
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  if (!equalText(plain.subarray(end).toString("utf8"), ownerKey)) throw new Error("event is encrypted for another app");
  return plain.subarray(start, end).toString("utf8");
}

/** PKCS#7 padding to blocks of 32 bytes, not the cipher's 16. */
function padded(plain: Buffer): Buffer {
  const count = BLOCK - (plain.length % BLOCK);
  return Buffer.concat([plain, Buffer.alloc(count, count)]);
}

/** @param random 16 bytes that precede the text */
export function encryptEvent(
  { aesKey, ownerKey }: EventSecrets,
  text: string,
  random = randomBytes(RANDOM_BYTES),
): string {
  const key = keyOf(aesKey);
  const message = Buffer.from(text, "utf8");
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(message.length);
  const cipher = createCipheriv(ALGORITHM, key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = padded(Buffer.concat([random, length, message, Buffer.from(ownerKey, "utf8")]));
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString("base64");
}

/** The encrypted and signed word `success`, which acknowledges an event. @param now machine time */
export function replyToEvent(secrets: EventSecrets, now: number): EncryptedReply {
  const encrypt = encryptEvent(secrets, "success");
  const timeStamp = String(now);
  const nonce = randomBytes(8).toString("hex");
  const signature = signEvent(secrets, { signature: "", timestamp: timeStamp, nonce }, encrypt);
  return { msg_signature: signature, timeStamp, nonce, encrypt };
}
