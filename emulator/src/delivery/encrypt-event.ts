import { createCipheriv, createHash, randomBytes } from "node:crypto";

export interface EventKeys {
  token: string;
  /** 43 characters of Base64. */
  aesKey: string;
  /** The app's key. */
  owner: string;
}

const BLOCK = 32;

/**
 * Encrypts and signs an event for HTTP: AES-256-CBC over 16 random bytes, length, text and owner, padded to 32;
 * signature = SHA-1 over the sorted token, timestamp, nonce and ciphertext. Source: reference §6.
 */
export function encryptEvent(text: string, { token, aesKey, owner }: EventKeys): { query: string; encrypt: string } {
  const key = Buffer.from(`${aesKey}=`, "base64");
  const body = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const plain = Buffer.concat([randomBytes(16), length, body, Buffer.from(owner)]);
  const missing = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)]);
  const encrypt = Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
  const timestamp = String(Date.now());
  const nonce = randomBytes(6).toString("hex");
  const signature = createHash("sha1").update([token, timestamp, nonce, encrypt].sort().join("")).digest("hex");
  return { query: new URLSearchParams({ signature, msg_signature: signature, timestamp, nonce }).toString(), encrypt };
}
