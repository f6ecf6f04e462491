import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartError } from "../../shared/start-error.ts";
import { storagePhrases } from "./phrases.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of what stands before the ciphertext. */
export const HEAD_BYTES = NONCE_BYTES + TAG_BYTES;

/** Encryption at rest, for everything that people write or are sent. */
export interface Encryption {
  /** nonce (12) + tag (16) + ciphertext of the value's JSON */
  seal(value: unknown): Buffer<ArrayBuffer>;
  /** @throws when the bytes were modified or encrypted with another key */
  open(sealed: Uint8Array): unknown;
  /** The same for bytes as they are. */
  sealBytes(bytes: Uint8Array): Buffer<ArrayBuffer>;
  /** @throws as {@link Encryption.open} */
  openBytes(sealed: Uint8Array): Buffer<ArrayBuffer>;
  /** The same for bytes that come piece by piece. */
  sealPieces(): SealedPieces;
}

/** What {@link Encryption.openBytes} reads: {@link SealedPieces.head}, then every piece in its order. */
export interface SealedPieces {
  seal(piece: Uint8Array): Buffer<ArrayBuffer>;
  /** Known after the last piece; its length is {@link HEAD_BYTES}. */
  head(): Buffer<ArrayBuffer>;
}

export function makeEncryption(secret: Buffer): Encryption {
  const key = createSecretKey(secret);
  const sealBytes = (bytes: Uint8Array): Buffer<ArrayBuffer> => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce);
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (sealed: Uint8Array): Buffer<ArrayBuffer> => {
    const bytes = Buffer.from(sealed);
    // Without its length a shorter tag would do, which is soon guessed.
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  };
  return {
    seal: (value) => sealBytes(Buffer.from(JSON.stringify(value), "utf8")),
    open: (sealed) => JSON.parse(openBytes(sealed).toString("utf8")),
    sealBytes,
    openBytes,
    sealPieces() {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      return {
        seal: (piece) => cipher.update(piece),
        head() {
          cipher.final();
          return Buffer.concat([nonce, cipher.getAuthTag()]);
        },
      };
    },
  };
}

/**
 * The configured key, or else the one in the data folder, which is created on first use (mode 600).
 * @param given hexadecimal or Base64
 * @throws {StartError} when it is not 32 bytes
 */
export async function readDataKey(given: string | undefined, dataDir: string): Promise<Buffer> {
  return given === undefined ? keyIn(join(dataDir, "data.key")) : keyOf(given);
}

/** The key in a file, which is created on first use (mode 600). @throws {StartError} when it is not 32 bytes */
export const keyIn = async (file: string): Promise<Buffer> => keyOf(await readOrCreateKey(file));

function keyOf(text: string): Buffer {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? "hex" : "base64");
  if (key.length !== KEY_BYTES) throw new StartError(storagePhrases.badDataKey());
  return key;
}

async function readOrCreateKey(file: string): Promise<string> {
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, randomBytes(KEY_BYTES).toString("base64"), { mode: 0o600, flush: true });
  // link() fails if another process was first; then its key is used.
  await link(temporary, file).catch(() => undefined);
  await rm(temporary, { force: true });
  return (await readFile(file, "utf8")).trim();
}
