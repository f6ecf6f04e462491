import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Database, Prisma, type Transaction } from "../../src/platform/storage/database.ts";
import { PrismaClient } from "../../src/platform/storage/generated/client.ts";
import type { Field } from "../../src/platform/storage/tables/models.ts";

/** Prisma's client on the same database, to compare with. */
export const prismaOn = ({ url }: Database): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url, options: "-c timezone=UTC" }) });

const VALUES: Readonly<Record<string, (at: number) => unknown>> = {
  "text[]": (at) => `第${at}“行”, {"a"} \\ '${at}'`,
  "int4[]": (at) => at + 1,
  "int8[]": (at) => 2n ** 40n + BigInt(at),
  "bool[]": (at) => at % 2 === 0,
  "timestamptz[]": (at) => new Date(Date.UTC(2023, 7, 10, 23, 59, 59, 120 + at)),
  "jsonb[]": (at) => ({ words: ['“引”"\\', null], at, deep: { none: null } }),
  "bytea[]": (at) => new Uint8Array([0, 92, 34, 255, at]),
  "uuid[]": () => randomUUID(),
};

/** A value that is hard on whoever quotes it. */
export function hardValue(field: Field, at: number): unknown {
  const value = VALUES[field.array]?.(at);
  return field.isList ? [value, "", "NULL", "a,b"] : value;
}

type Work = (tx: Transaction) => Promise<unknown>;

class Undone extends Error {}

/** What work gives, before all that it did is undone. */
export async function undone(inTransaction: (work: Work) => Promise<unknown>, work: Work): Promise<unknown> {
  let given: unknown;
  try {
    await inTransaction(async (tx) => {
      given = await work(tx).catch((error: Error) => ({ failed: error.constructor !== Undone }));
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return given;
}

const place = "direct:one";
const at = new Date("2023-08-10T01:02:03.456Z");
const item = (dedupeKey: string | null, chat = place) => ({ chat, kind: "view", dedupeKey, createdAt: at });
const person = (staffId: string, name = "某人") => ({ staffId, name });
const without = <Row extends { id?: unknown }>(rows: readonly Row[]) => rows.map(({ id: _, ...rest }) => rest);
const dialogue = { kind: "a.b", body: new Uint8Array([1]), updatedAt: at };
const held = (caseId: string) => ({ campaignId: "c", person: "p", caseId, openedAt: at });

/** Calls of every shape that the program uses, each with what it finds. */
export const CALLS: Readonly<Record<string, Work>> = {
  "stores many, one of them twice": async (tx) => [
    await tx.outboxItem.createMany({ data: [item("a"), item("b"), item("a"), item(null)], skipDuplicates: true }),
    without(await tx.outboxItem.findMany({ where: { chat: place }, orderBy: { id: "asc" } })),
  ],
  "stores many that do not give the same columns": async (tx) => [
    await tx.outboxItem.createMany({ data: [item("a"), { ...item("b"), state: "held" }, item("c")] }),
    without(await tx.outboxItem.findMany({ where: { chat: place }, orderBy: { id: "desc" } })),
  ],
  "stores none": async (tx) => tx.outboxItem.createMany({ data: [] }),
  "gives chosen columns": async (tx) => [
    await tx.outboxItem.create({ data: item("a"), select: { chat: true, state: true } }),
    await tx.outboxItem.findMany({ where: { chat: place }, select: { dedupeKey: true }, take: 1 }),
  ],
  "finds by lists, bounds, beginnings and what is not": async (tx) => {
    await tx.outboxItem.createMany({ data: ["a1", "a2", "b_1", null].map((key) => item(key)) });
    const keys = async (where: Prisma.OutboxItemWhereInput) =>
      (await tx.outboxItem.findMany({ where: { chat: place, ...where }, orderBy: { id: "asc" } })).map(
        ({ dedupeKey }) => dedupeKey,
      );
    return [
      await keys({ dedupeKey: { in: ["a1", "b_1", "none"] } }),
      await keys({ dedupeKey: { in: [] } }),
      await keys({ dedupeKey: { notIn: ["a1"] } }),
      await keys({ dedupeKey: { not: "a1" } }),
      await keys({ dedupeKey: { not: null } }),
      await keys({ dedupeKey: null }),
      await keys({ dedupeKey: { startsWith: "a" } }),
      await keys({ createdAt: { gte: at, lt: new Date(at.getTime() + 1) } }),
      await keys({ createdAt: { gt: at } }),
      await keys({ OR: [{ dedupeKey: "a1" }, { dedupeKey: { in: ["a2"] } }] }),
      await keys({ OR: [] }),
      await keys({ NOT: { dedupeKey: "a1" } }),
      await keys({ AND: [{ dedupeKey: "a1" }, { kind: "view" }] }),
    ];
  },
  "counts and finds the greatest": async (tx) => {
    await tx.broadcast.findMany();
    return [
      await tx.outboxItem.count(),
      await tx.outboxItem.count({ where: { chat: place } }),
      await tx.broadcast.aggregate({ where: { campaignId: "none" }, _max: { number: true } }),
    ];
  },
  "keeps one of each": async (tx) => {
    await tx.outboxItem.createMany({ data: [item("a"), item("b"), item("c", "direct:other")] });
    const found = await tx.outboxItem.findMany({ distinct: ["chat"], orderBy: { id: "asc" }, select: { chat: true } });
    return found.filter(({ chat }) => chat.startsWith("direct:o"));
  },
  "changes a row and counts up": async (tx) => {
    await tx.dialogue.create({ data: { place, ...dialogue } });
    return [
      await tx.dialogue.update({ where: { place }, data: { kind: "c.d", version: { increment: 2 } } }),
      await tx.dialogue.updateMany({ where: { kind: "c.d" }, data: { version: { decrement: 1 } } }),
      await tx.dialogue.findUnique({ where: { place } }),
      await tx.dialogue.findUnique({ where: { place, kind: "other" } }),
    ];
  },
  "makes or changes a row": async (tx) => {
    const update = { ...dialogue, kind: "c.d", version: { increment: 1 } };
    const once = () => tx.dialogue.upsert({ where: { place }, create: { place, ...dialogue }, update });
    return [await once(), await once(), await once()];
  },
  "makes a row or leaves it": async (tx) => {
    const once = (name: string) => tx.person.upsert({ where: { staffId: "x" }, create: person("x", name), update: {} });
    return [await once("甲"), await once("乙")];
  },
  "keys of several columns": async (tx) => {
    const key = { campaignId: "c", person: "p" };
    const where = { campaignId_person: key };
    return [
      await tx.caseInHand.upsert({ where, create: held("1"), update: { caseId: "1" } }),
      await tx.caseInHand.upsert({ where, create: held("2"), update: { caseId: "2", openedAt: at } }),
      await tx.caseInHand.findUniqueOrThrow({ where }),
      await tx.caseInHand.update({ where, data: { caseId: "3" } }),
      await tx.caseInHand.delete({ where }),
      await tx.caseInHand.findUnique({ where }),
    ];
  },
  "removes rows": async (tx) => {
    await tx.dialogue.create({ data: { place, ...dialogue } });
    return [
      await tx.dialogue.deleteMany({ where: { place, kind: "other" } }),
      await tx.dialogue.deleteMany({ where: { place } }),
    ];
  },
  "raw statements": async (tx) => {
    const ids = Prisma.sql`select ${7n}::int8 as id`;
    return [
      await tx.$queryRaw`select ${place} as a, ${3} + 1 as b, ${["x", "y,z"]}::text[] as c, ${at}::timestamptz as d,
        2.50::numeric as e, null as f, '{"a": [1]}'::jsonb as g, date '2023-08-10' as h, true as i, 5::int8 as j`,
      await tx.$queryRaw`select id from (${ids}) as t where id > ${6n}::int8`,
      await tx.$executeRaw`update person set name = name where staff_id = ${"nobody"}`,
      await tx.$queryRawUnsafe("select $1::text as a, $2::bytea as b", "x", new Uint8Array([0, 255])),
      await tx.$executeRawUnsafe("delete from person where staff_id = $1", "nobody"),
    ];
  },
  "a row that must be there": (tx) => tx.person.findUniqueOrThrow({ where: { staffId: "nobody" } }),
  "a row that is to be changed": (tx) => tx.person.update({ where: { staffId: "nobody" }, data: { name: "" } }),
  "a key that is there": async (tx) => {
    await tx.person.create({ data: person("x") });
    return tx.person.create({ data: person("x") });
  },
};
