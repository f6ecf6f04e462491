import { createHash } from "node:crypto";
import type { Definition } from "./definition.ts";

/** SHA-256 over the definition's JSON with sorted keys, in hex: the same wherever and however it was stored. */
export const definitionHash = (definition: Definition): string => contentHash(definition);

/** SHA-256 over canonical JSON, in hex. */
export const contentHash = (content: unknown): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

/** JSON with the keys of every object in order. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
