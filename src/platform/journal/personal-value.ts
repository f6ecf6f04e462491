import { createHash, randomUUID } from "node:crypto";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** A personal value or free text as tables and journal carry it; the value itself lies apart and can be erased. */
export interface PersonalRef {
  personal: string;
  /** sha256 over id and value: proves the value, tells nothing of it. */
  hash: string;
}

export const isPersonalRef = (value: unknown): value is PersonalRef =>
  typeof value === "object" && value !== null && "personal" in value && "hash" in value;

/** Keeps personal values and free text apart from the tables that name them. */
export interface PersonalValues {
  keep(tx: Transaction, campaignId: string, value: string): Promise<PersonalRef>;
  /** The values by id; an erased one is missing. */
  read(tx: Transaction, refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

export function makePersonalValues(encryption: Encryption): PersonalValues {
  return {
    async keep(tx, campaignId, value) {
      const id = randomUUID();
      const hash = createHash("sha256").update(`${id}\n${value}`).digest("hex");
      await tx.personalValue.create({ data: { id, campaignId, hash, body: encryption.seal(value) } });
      return { personal: id, hash };
    },
    async read(tx, refs) {
      const ids = refs.flatMap((ref) => (ref ? [ref.personal] : []));
      if (ids.length === 0) return new Map();
      const rows = await tx.personalValue.findMany({ where: { id: { in: ids } } });
      return new Map(rows.flatMap(({ id, body }) => (body ? [[id, String(encryption.open(body))] as const] : [])));
    },
  };
}
