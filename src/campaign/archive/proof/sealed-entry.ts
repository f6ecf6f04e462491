import { z } from "zod";

/** What a sealed text says of its entry: id, campaign, campaign time, machine time, who, what, and what follows. */
const sealed = z
  .tuple([z.number(), z.string(), z.string(), z.string(), z.string(), z.string()])
  .rest(z.unknown())
  .transform(([, , at, , actor, action]): SealedEntry => ({ at: new Date(at), actor, action }));

export interface SealedEntry {
  /** Campaign time. */
  at: Date;
  actor: string;
  action: string;
}

/** Undefined of a text that is none of this program's. */
export function sealedEntry(text: string): SealedEntry | undefined {
  try {
    return sealed.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
