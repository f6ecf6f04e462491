import { z } from "zod";
import type { Encryption } from "../storage/encryption.ts";

/** Addresses of pages that nobody can make up or read anything from: what they are about is sealed. */
export interface SignedLinks {
  linkTo(about: object): string;
  /** What a link is about; undefined if it was not made here, or for something else. */
  open(token: string): unknown;
}

/** Path of the page, with the token after it. */
export const PAGE_PATH = "/owed";

const MOST_CHARACTERS = 2_000;
/** What else is sealed with the same key opens no page. */
const sealed = z.strictObject({ page: z.unknown() });

/** @param publicUrl at which phones reach this process, without a trailing slash */
export const makeSignedLinks = (publicUrl: string, encryption: Pick<Encryption, "seal" | "open">): SignedLinks => ({
  linkTo: (about) => `${publicUrl}${PAGE_PATH}/${encryption.seal({ page: about }).toString("base64url")}`,
  open(token) {
    if (token.length > MOST_CHARACTERS) return undefined;
    try {
      return sealed.parse(encryption.open(Buffer.from(token, "base64url"))).page;
    } catch {
      return undefined;
    }
  },
});
