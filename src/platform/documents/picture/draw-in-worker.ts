import { inThread, type ThreadLimits } from "../in-thread.ts";
import type { PictureSpec } from "./picture-spec.ts";

const LIMITS: ThreadLimits = { memoryMb: 96, timeMs: 10_000 };
const SCRIPT = new URL("./worker.ts", import.meta.url);

/** A page as PNG, drawn in a thread of its own; undefined where it cannot be drawn, e.g. on an unknown machine. */
export const drawInWorker = (spec: PictureSpec): Promise<Uint8Array | undefined> =>
  inThread<Uint8Array>(SCRIPT, spec, LIMITS);
