import type { Encryption } from "../storage/encryption.ts";

/** Addresses of pages that nobody can make up or read anything from: what they are about is sealed. */
export interface SignedLinks {
  linkTo(about: object): string;
  /** What a link is about; undefined if it was not made here. */
  open(token: string): unknown;
}

/** Path of the page, with the token after it. */
export const PAGE_PATH = "/owed";

const MOST_CHARACTERS = 2_000;

/** @param publicUrl at which phones reach this process, without a trailing slash */
export const makeSignedLinks = (publicUrl: string, encryption: Pick<Encryption, "seal" | "open">): SignedLinks => ({
  linkTo: (about) => `${publicUrl}${PAGE_PATH}/${encryption.seal(about).toString("base64url")}`,
  open(token) {
    if (token.length > MOST_CHARACTERS) return undefined;
    try {
      return encryption.open(Buffer.from(token, "base64url"));
    } catch {
      return undefined;
    }
  },
});
