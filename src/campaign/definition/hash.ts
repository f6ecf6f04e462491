import { createHash } from "node:crypto";
import type { Definition } from "./definition.ts";

/** SHA-256 (hex) of the definition's canonical JSON, independent of key order. */
export const definitionHash = (definition: Definition): string => contentHash(definition);

/** SHA-256 (hex) of the canonical JSON. */
export const contentHash = (content: unknown): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

/** JSON with sorted keys. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
