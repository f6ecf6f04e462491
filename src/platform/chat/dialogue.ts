import { z } from "zod";
import type { StaffId } from "../../shared/brand.ts";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** What the bot waits for from a person in the direct chat: one thing at a time, the newest. */
export interface OpenDialogue {
  /** `<feature>.<what>` */
  kind: string;
  /** Whatever the feature needs to go on; encrypted at rest. */
  state: unknown;
  /** The campaign it belongs to; left out where it comes before any campaign. */
  campaignId?: string;
}

export interface Dialogues {
  open(tx: Transaction, person: StaffId, dialogue: OpenDialogue): Promise<void>;
  current(tx: Transaction, person: StaffId): Promise<OpenDialogue | undefined>;
  /** @param kind close only a dialogue of this kind @returns whether one was open */
  close(tx: Transaction, person: StaffId, kind?: string): Promise<boolean>;
}

const placeOf = (person: StaffId): string => `direct:${person}`;

const stored = z.object({ state: z.unknown(), campaignId: z.string().optional() });

export function makeDialogues(encryption: Encryption): Dialogues {
  return {
    async open(tx, person, { kind, ...body }) {
      const place = placeOf(person);
      const data = { kind, body: encryption.seal(body), updatedAt: new Date() };
      await tx.dialogue.upsert({
        where: { place },
        create: { place, ...data },
        update: { ...data, version: { increment: 1 } },
      });
    },
    async current(tx, person) {
      const row = await tx.dialogue.findUnique({ where: { place: placeOf(person) } });
      if (!row) return undefined;
      const read = stored.safeParse(encryption.open(row.body));
      // Written by an earlier version: whoever asked has to ask again.
      if (!read.success) return undefined;
      const { state, campaignId } = read.data;
      return { kind: row.kind, state, ...(campaignId === undefined ? {} : { campaignId }) };
    },
    async close(tx, person, kind) {
      const { count } = await tx.dialogue.deleteMany({
        where: { place: placeOf(person), ...(kind === undefined ? {} : { kind }) },
      });
      return count > 0;
    },
  };
}

/** The same for the work on one campaign: what is opened is marked as its own, and another's is not seen. */
export function dialoguesOf(dialogues: Dialogues, campaignId: string): Dialogues {
  const own = async (tx: Transaction, person: StaffId) => {
    const open = await dialogues.current(tx, person);
    return (open?.campaignId ?? campaignId) === campaignId ? open : undefined;
  };
  return {
    open: (tx, person, dialogue) => dialogues.open(tx, person, { ...dialogue, campaignId }),
    current: own,
    close: async (tx, person, kind) => ((await own(tx, person)) ? dialogues.close(tx, person, kind) : false),
  };
}
