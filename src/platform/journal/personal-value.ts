import { createHash, randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Transaction } from "../storage/database.ts";
import type { Encryption } from "../storage/encryption.ts";

/** Reference to a personal value or free text. The value is stored in its own table, where it can be erased. */
export interface PersonalRef {
  personal: string;
  /** {@link personalHash}: proves the value without revealing it. */
  hash: string;
}

export const isPersonalRef = (value: unknown): value is PersonalRef =>
  typeof value === "object" && value !== null && "personal" in value && "hash" in value;

/** A value as its encrypted body holds it; those of earlier versions have no salt. */
export interface PersonalValue {
  value: string;
  /** Random: without it nobody guesses from the hash what a short value was. Erased with the value. */
  salt?: string | undefined;
}

const body = z.union([
  z.string().transform((value): PersonalValue => ({ value })),
  z.object({ value: z.string(), salt: z.string() }),
]);

/** @throws when the bytes were modified or encrypted with another key */
export const openPersonal = (encryption: Pick<Encryption, "open">, sealed: Uint8Array): PersonalValue =>
  body.parse(encryption.open(sealed));

/** SHA-256, in hexadecimal, of id, salt where there is one, and value. */
export const personalHash = (id: string, { value, salt }: PersonalValue): string =>
  createHash("sha256")
    .update(salt === undefined ? `${id}\n${value}` : `${id}\n${salt}\n${value}`)
    .digest("hex");

/** Stores personal values and free text separately from the tables that refer to them. */
export interface PersonalValues {
  store(tx: Transaction, campaignId: string, value: string): Promise<PersonalRef>;
  /** The values by id, without erased ones. */
  read(tx: Transaction, refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

export function makePersonalValues(encryption: Encryption): PersonalValues {
  return {
    async store(tx, campaignId, value) {
      const id = randomUUID();
      const salted = { value, salt: randomBytes(16).toString("hex") };
      const hash = personalHash(id, salted);
      await tx.personalValue.create({ data: { id, campaignId, hash, body: encryption.seal(salted) } });
      return { personal: id, hash };
    },
    async read(tx, refs) {
      const ids = refs.flatMap((ref) => (ref ? [ref.personal] : []));
      if (ids.length === 0) return new Map();
      const rows = await tx.personalValue.findMany({ where: { id: { in: ids } } });
      return new Map(
        rows.flatMap(({ id, body: sealed }) => (sealed ? [[id, openPersonal(encryption, sealed).value] as const] : [])),
      );
    },
  };
}
