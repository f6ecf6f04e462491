import { createHash } from "node:crypto";
import type { Api } from "../api/call.ts";
import { uploadMedia } from "../api/upload-media.ts";

/** How long an id is used again. The platform says that it can be, not for how long. Machine time. */
const KEPT_MS = 10 * 60_000;
const MOST_KEPT = 100;

export interface Uploaded {
  /** The media id. */
  id: string;
  /** Uploaded for an earlier message; the platform may know it no more. */
  isKept: boolean;
}

/** @param anew whatever was uploaded before */
export type Upload = (
  file: { name: string; bytes: Buffer },
  type: "file" | "image",
  anew?: boolean,
) => Promise<Uploaded>;

/** Uploads a file that goes to many once for all of them. */
export function makeUploads(api: Api, now: () => number = Date.now): Upload {
  const kept = new Map<string, { until: number; id: Promise<string> }>();

  return async (file, type, anew = false) => {
    const key = `${type} ${createHash("sha256").update(file.bytes).digest("hex")} ${file.name}`;
    const known = kept.get(key);
    if (known && now() < known.until && !anew) return { id: await known.id, isKept: true };
    const id = uploadMedia(api, file, type);
    kept.delete(key);
    kept.set(key, { until: now() + KEPT_MS, id });
    // One that failed is tried anew by the next.
    id.catch(() => {
      if (kept.get(key)?.id === id) kept.delete(key);
    });
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return { id: await id, isKept: false };
  };
}
