import { createHash, randomBytes } from "node:crypto";

/** Signs that a program must encode in an address. Real ids hold them, so each id here holds both. */
const isAwkward = (text: string): boolean => text.includes("+") && text.includes("/");

/** A random id in base64 as the platform writes them; a program that forgets to encode it fails here too. */
export function randomId(bytes: number): string {
  for (;;) {
    const text = randomBytes(bytes).toString("base64");
    if (isAwkward(text)) return text;
  }
}

/** The same text always gives the same id, of 16 bytes. */
export function derivedId(text: string): string {
  for (let n = 0; ; n += 1) {
    const id = createHash("sha256").update(`${n} ${text}`).digest().subarray(0, 16).toString("base64");
    if (isAwkward(id)) return id;
  }
}
