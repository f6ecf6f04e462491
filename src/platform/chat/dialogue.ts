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
  /** Whose work the answer is, where it is not the person's own; opaque here. */
  actsFor?: string;
  /** When the person last answered, or was asked first. Campaign time; unknown in a dialogue of an earlier version. */
  answeredAt?: Date;
}

export interface CurrentDialogue extends OpenDialogue {
  /** Begin of the transaction that opened it: nothing that it says is older. Machine time. */
  openedAt: Date;
}

export interface Dialogues {
  open(tx: Transaction, person: StaffId, dialogue: OpenDialogue): Promise<void>;
  current(tx: Transaction, person: StaffId): Promise<CurrentDialogue | undefined>;
  /** The person has answered. */
  touch(tx: Transaction, person: StaffId, answeredAt: Date): Promise<void>;
  /** @param kind close only a dialogue of this kind @returns whether one was open */
  close(tx: Transaction, person: StaffId, kind?: string): Promise<boolean>;
}

const placeOf = (person: StaffId): string => `direct:${person}`;

const stored = z.object({
  state: z.unknown(),
  campaignId: z.string().exactOptional(),
  actsFor: z.string().exactOptional(),
  answeredAt: z.coerce.date().exactOptional(),
});

async function beginOf(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`select now() as at`;
  return row?.at ?? new Date();
}

export function makeDialogues(encryption: Encryption): Dialogues {
  // A turn asks several times. Only the person's own lane opens and closes questions, and a lane has one transaction.
  const known = new WeakMap<Transaction, Map<StaffId, Promise<CurrentDialogue | undefined>>>();

  function current(tx: Transaction, person: StaffId): Promise<CurrentDialogue | undefined> {
    const people = known.get(tx) ?? new Map<StaffId, Promise<CurrentDialogue | undefined>>();
    known.set(tx, people);
    const found = people.get(person) ?? read(tx, person);
    people.set(person, found);
    return found;
  }

  const forget = (tx: Transaction, person: StaffId): void => void known.get(tx)?.delete(person);

  async function read(tx: Transaction, person: StaffId): Promise<CurrentDialogue | undefined> {
    const row = await tx.dialogue.findUnique({ where: { place: placeOf(person) } });
    if (!row) return undefined;
    const read = stored.safeParse(encryption.open(row.body));
    // Written by an incompatible earlier version: the question has to be asked again.
    return read.success ? { kind: row.kind, ...read.data, openedAt: row.updatedAt } : undefined;
  }

  return {
    current,
    async open(tx, person, { kind, ...body }) {
      const place = placeOf(person);
      const data = { kind, body: encryption.seal(body), updatedAt: await beginOf(tx) };
      forget(tx, person);
      await tx.dialogue.upsert({
        where: { place },
        create: { place, ...data },
        update: { ...data, version: { increment: 1 } },
      });
    },
    async touch(tx, person, answeredAt) {
      const open = await current(tx, person);
      if (!open) return;
      const { kind: _, openedAt: __, ...body } = open;
      forget(tx, person);
      await tx.dialogue.update({
        where: { place: placeOf(person) },
        data: { body: encryption.seal({ ...body, answeredAt }) },
      });
    },
    async close(tx, person, kind) {
      forget(tx, person);
      const { count } = await tx.dialogue.deleteMany({
        where: { place: placeOf(person), ...(kind === undefined ? {} : { kind }) },
      });
      return count > 0;
    },
  };
}
