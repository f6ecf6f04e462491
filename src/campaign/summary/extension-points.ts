import type { Context } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import type { SummaryKind } from "./summary.ts";

/** A workbook with its name. */
export interface SummaryFile {
  name: string;
  bytes: Uint8Array;
}

/** One that comes by itself, contributed by the part that makes it. */
export interface Summary {
  what: SummaryKind;
  /** As people call it. */
  name: string;
  /** When and where it is sent, in words. */
  when: string;
  /** As it would be sent now; for who may set it. @throws {RefusalError} if there is nothing to tell */
  make(context: Context): Promise<readonly SummaryFile[]>;
  /** Sends it where it belongs, if there is anything to tell; at a moment that was set. */
  send(context: Context): Promise<void>;
}

export const summaries = extensionPoint<Record<string, never>, Summary>("summary.kinds");
