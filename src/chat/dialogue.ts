import type { StaffId } from "../shared/brand.ts";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** What the bot waits for from a person in the direct chat: one thing at a time, the newest. */
export interface OpenDialogue {
  /** `<feature>.<what>` */
  kind: string;
  /** Whatever the feature needs to go on; encrypted at rest. */
  state: unknown;
}

export interface Dialogues {
  open(tx: Transaction, person: StaffId, dialogue: OpenDialogue): Promise<void>;
  current(tx: Transaction, person: StaffId): Promise<OpenDialogue | undefined>;
  /** @param kind close only a dialogue of this kind @returns whether one was open */
  close(tx: Transaction, person: StaffId, kind?: string): Promise<boolean>;
}

const placeOf = (person: StaffId): string => `direct:${person}`;

export function makeDialogues(encryption: Encryption): Dialogues {
  return {
    async open(tx, person, { kind, state }) {
      const place = placeOf(person);
      const data = { kind, body: encryption.seal(state), updatedAt: new Date() };
      await tx.dialogue.upsert({
        where: { place },
        create: { place, ...data },
        update: { ...data, version: { increment: 1 } },
      });
    },
    async current(tx, person) {
      const row = await tx.dialogue.findUnique({ where: { place: placeOf(person) } });
      return row ? { kind: row.kind, state: encryption.open(row.body) } : undefined;
    },
    async close(tx, person, kind) {
      const { count } = await tx.dialogue.deleteMany({
        where: { place: placeOf(person), ...(kind === undefined ? {} : { kind }) },
      });
      return count > 0;
    },
  };
}
