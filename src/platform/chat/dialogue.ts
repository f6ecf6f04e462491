import { z } from "zod";
import type { StaffId } from "../../shared/brand.ts";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** A question that a person has not answered yet, in the direct chat. Opening another one replaces it. */
export interface OpenDialogue {
  /** `<feature>.<what>` */
  kind: string;
  /** The feature's own state; encrypted at rest. */
  state: unknown;
  /** Left out for a dialogue that precedes the choice of a campaign. */
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
      // Written by an incompatible earlier version: the question has to be asked again.
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
