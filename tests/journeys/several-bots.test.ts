import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProcessDeps, processLane } from "../../src/platform/chat/inbox/process-lane.ts";
import { makeRecordInbound } from "../../src/platform/chat/inbox/record.ts";
import { makeSemaphore } from "../../src/platform/chat/inbox/semaphore.ts";
import { sweepInbox } from "../../src/platform/chat/inbox/sweep.ts";
import { makeDrain } from "../../src/platform/chat/outbox/deliver.ts";
import { makeDeliveryRunner } from "../../src/platform/chat/outbox/delivery-runner.ts";
import { makeOutbox } from "../../src/platform/chat/outbox/outbox.ts";
import { chatsToSend, claimNext, postpone } from "../../src/platform/chat/outbox/outbox-rows.ts";
import { announcePresence, endSilent, watchOthers } from "../../src/platform/chat/outbox/presence.ts";
import type { ChatGateway, Inbound } from "../../src/platform/chat/ports.ts";
import type { Database, Transaction } from "../../src/platform/storage/database.ts";
import { makeEncryption } from "../../src/platform/storage/encryption.ts";
import type { FileStore } from "../../src/platform/storage/files.ts";
import { modelsOf, readSchema } from "../../src/platform/storage/tables/models.ts";
import type { StaffId } from "../../src/shared/brand.ts";
import { systemClock } from "../../src/shared/clock.ts";
import { silentLog } from "../../src/shared/log.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";
import { CALLS, hardValue, prismaOn, undone } from "./both-clients.ts";

const LEASE_SECONDS = 30;
const encryption = makeEncryption(Buffer.alloc(32, 1));
const now = new Date();
const sent = { kind: "sent" } as const;

let empty: EmptyDatabase;
let database: Database;
beforeAll(async () => {
  empty = await emptyDatabase();
  database = empty.database;
});
afterAll(() => empty.end());

/** Stores messages for one person, as a decision would. */
async function messages(person: string, count: number, deliver: (chat: string) => void = () => undefined) {
  const outbox = makeOutbox({ database, encryption, deliver });
  await database.inTransaction(async (tx) => {
    for (let at = 0; at < count; at++) {
      await outbox.say(
        tx,
        { kind: "direct", person: person as StaffId },
        { view: { title: "", tone: "running", body: [], actions: [] } },
      );
    }
  });
  return `direct:${person}`;
}

const claim = (chat: string, instance: string, settled?: bigint) =>
  claimNext(database, { chat, instance, settled: settled ? { id: settled, outcome: sent } : undefined });

/** Of what is being sent in a chat, how many seconds its claim still holds. */
async function claimEndsIn(chat: string): Promise<number> {
  const [row] = await database.query<{ seconds: number }>(
    `select extract(epoch from not_before - now())::float as seconds from outbox_item
     where chat = $1 and state = 'sending'`,
    [chat],
  );
  return row?.seconds ?? 0;
}

/** The database's time goes on, as far as a claim knows of it. */
const passes = (chat: string, seconds: number): Promise<unknown> =>
  database.query("update outbox_item set not_before = not_before - make_interval(secs => $2) where chat = $1", [
    chat,
    seconds,
  ]);

const rowOf = (next: Awaited<ReturnType<typeof claim>>) => {
  if (next.kind !== "row") throw new Error(`nothing to send: ${next.kind}`);
  return next.row;
};

/** Until a statement waits for another's lock. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const [row] = await database.query<{ waits: boolean }>(
      "select exists (select 1 from pg_locks where not granted) as waits",
      [],
    );
    if (row?.waits) return;
  }
}

const states = (chat: string) =>
  database
    .query<{ state: string }>("select state from outbox_item where chat = $1 order by id", [chat])
    .then((rows) => rows.map(({ state }) => state));

describe("statements on tables", () => {
  let prisma: ReturnType<typeof prismaOn>;
  beforeAll(() => {
    prisma = prismaOn(database);
  });
  afterAll(() => prisma.$disconnect());
  test.each([...modelsOf(readSchema())])("%s is read and stored as by Prisma's client", async (name, model) => {
    const rows = [1, 2, 3].map((at) =>
      Object.fromEntries([...model.fields.values()].map((field) => [field.name, hardValue(field, at)])),
    );
    const [first] = model.fields.keys();
    const work = async (tx: Transaction) => {
      const table = Reflect.get(tx, name) as Transaction["person"];
      await table.createMany({ data: rows as never });
      return table.findMany({ orderBy: { [String(first)]: "asc" } });
    };
    const here = await undone((each) => database.inTransaction(each), work);
    const there = await undone((each) => prisma.$transaction(each), work);
    expect(here).toEqual(there);
    expect(here).toHaveLength(3);
  });

  test.each(Object.entries(CALLS))("%s", async (_, call) => {
    const here = await undone((each) => database.inTransaction(each), call);
    const there = await undone((each) => prisma.$transaction(each), call);
    expect(here).toEqual(there);
  });

  test("what is not known is refused", async () => {
    const find = (args: object) => database.tables.person.findMany(args);
    await expect(find({ include: { a: true } })).rejects.toThrow("include");
    await expect(find({ where: { name: { contains: "a" } } })).rejects.toThrow("contains");
    await expect(find({ where: { other: "a" } })).rejects.toThrow("person.other");
    await expect(find({ skip: 1 })).rejects.toThrow("skip");
  });

  test("nothing runs in a transaction that has ended", async () => {
    let kept: Transaction | undefined;
    await database.inTransaction(async (tx) => {
      kept = tx;
    });
    await expect(kept?.person.count()).rejects.toThrow("ended");
  });

  test("a transaction with a failed statement stores nothing, though nobody looked at the failure", async () => {
    const stored = database.inTransaction(async (tx) => {
      await tx.person.create({ data: { staffId: "lost", name: "" } });
      await tx.$executeRaw`select 1 / 0`.catch(() => undefined);
    });
    await expect(stored).rejects.toThrow("nothing of it is stored");
    expect(await database.tables.person.count({ where: { staffId: "lost" } })).toBe(0);
  });

  test("statements begun together run in their order", async () => {
    const found = await database.inTransaction(async (tx) => {
      const [, before, , after] = await Promise.all([
        tx.person.create({ data: { staffId: "order", name: "" } }),
        tx.person.count({ where: { staffId: "order" } }),
        tx.person.deleteMany({ where: { staffId: "order" } }),
        tx.person.count({ where: { staffId: "order" } }),
      ]);
      return [before, after];
    });
    expect(found).toEqual([1, 0]);
  });
});

describe("two bots on one database", () => {
  test("while one sends a message of a chat, the other sends nothing of that chat", async () => {
    const chat = await messages("one-at-a-time", 2);
    const first = rowOf(await claim(chat, "a"));

    expect((await claim(chat, "b")).kind).toBe("later");
    const second = rowOf(await claim(chat, "a", BigInt(first.id)));
    expect(BigInt(second.id)).toBeGreaterThan(BigInt(first.id));
    expect(await claim(chat, "a", BigInt(second.id))).toEqual({ kind: "nothing" });
    expect(await states(chat)).toEqual(["sent", "sent"]);
  });

  test("of two that claim at the same moment, one gets the message", async () => {
    const chat = await messages("same-moment", 1);
    const claims = await Promise.all(["a", "b", "c", "d"].map((instance) => claim(chat, instance)));

    expect(claims.filter(({ kind }) => kind === "row")).toHaveLength(1);
  });

  test("a message that is stored while another of its chat is being claimed does not leave beside it", async () => {
    const chat = "direct:in-between";
    const store = (tx: Transaction) =>
      tx.outboxItem.create({ data: { chat, kind: "view", createdAt: now }, select: { id: true } });
    const [hasId, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const earlier = database.inTransaction(async (tx) => {
      await store(tx);
      hasId.resolve();
      await goesOn.promise;
    });
    await hasId.promise;
    const later = await database.inTransaction(store);
    // The later one's claim has looked at the chat, but waits for its row.
    const claiming = await database.inTransaction(async (tx) => {
      await tx.$queryRaw`select 1 from outbox_item where id = ${later.id} for update`;
      const waiting = claim(chat, "b");
      await untilOneWaits();
      goesOn.resolve();
      await earlier;
      const first = rowOf(await claim(chat, "a"));
      return { waiting, first: first.id };
    });

    expect((await claiming.waiting).kind).toBe("later");
    expect(await states(chat)).toEqual(["sending", "waiting"]);
    expect(rowOf(await claim(chat, "a", BigInt(claiming.first))).id).toBe(String(later.id));
  });

  test("a later message that is on its way is finished before an earlier one leaves", async () => {
    const chat = "direct:overtaken";
    const store = (tx: Transaction) => tx.outboxItem.create({ data: { chat, kind: "view", createdAt: now } });
    const later = await database.inTransaction(async (tx) => {
      await store(tx);
      await database.inTransaction(store);
      return rowOf(await claim(chat, "b"));
    });

    expect((await claim(chat, "a")).kind).toBe("later");
    expect(await states(chat)).toEqual(["waiting", "sending"]);
    expect((await claim(chat, "b", BigInt(later.id))).kind).toBe("row");
    expect(await states(chat)).toEqual(["sending", "sent"]);
  });

  test("what a paused one was sending is taken over when its claim has run out, not a moment before", async () => {
    const chat = await messages("paused", 2);
    const taken = rowOf(await claim(chat, "a"));
    const seconds = await claimEndsIn(chat);

    expect(seconds).toBeGreaterThan(LEASE_SECONDS - 5);
    expect(seconds).toBeLessThanOrEqual(LEASE_SECONDS);
    await passes(chat, LEASE_SECONDS - 5);
    expect((await claim(chat, "b")).kind).toBe("later");
    await passes(chat, 5);
    expect(rowOf(await claim(chat, "b")).id).toBe(taken.id);
  });

  test("a paused one that comes back settles nothing that another took over, and sends nothing beside it", async () => {
    const chat = await messages("back-again", 2);
    const taken = rowOf(await claim(chat, "a"));
    await passes(chat, LEASE_SECONDS);
    await claim(chat, "b");

    expect((await claim(chat, "a", BigInt(taken.id))).kind).toBe("later");
    expect(await states(chat)).toEqual(["sending", "waiting"]);
  });

  test("messages that both store leave once each, and never two of a chat at a time", async () => {
    const presences = [await announcePresence(database), await announcePresence(database)];
    const order: { chat: string; id: bigint }[] = [];
    const sending = new Set<string>();
    const atOnce: string[] = [];
    const runners = ["a", "b"].map((instance) => {
      const runner = makeDeliveryRunner({ database, log: silentLog, instance }, 4);
      const drain = async (chat: string) => {
        let settled: bigint | undefined;
        for (;;) {
          const next = await claim(chat, instance, settled);
          if (next.kind !== "row") return;
          if (sending.has(chat)) atOnce.push(chat);
          sending.add(chat);
          order.push({ chat, id: BigInt(next.row.id) });
          await new Promise((resolve) => setImmediate(resolve));
          sending.delete(chat);
          settled = BigInt(next.row.id);
        }
      };
      return { runner, started: runner.start(drain) };
    });
    await Promise.all(runners.map(({ started }) => started));
    const chats = ["first", "second", "third"];
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        runners.flatMap(({ runner }) => chats.map((person) => messages(person, 2, (chat) => runner.deliver(chat)))),
      );
    }
    // A chat that the other was sending is looked at again, as a sweep would.
    while (order.length < chats.length * 40) {
      for (const { runner } of runners) for (const person of chats) runner.deliver(`direct:${person}`);
      await states("direct:first");
    }
    await Promise.all(runners.map(({ runner }) => runner.stop()));
    await Promise.all(presences.map((end) => end()));

    expect(atOnce).toEqual([]);
    for (const person of chats) {
      const ids = order.filter(({ chat }) => chat === `direct:${person}`).map(({ id }) => id);
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
      expect(await states(`direct:${person}`)).toEqual(Array(40).fill("sent"));
    }
  });

  test("what waits for somebody who was removed is never sent; what is on its way and what others wait for stays", async () => {
    const outbox = makeOutbox({ database, encryption, deliver: () => undefined });
    const leaver = await messages("leaver", 3);
    const other = await messages("stays", 1);
    await claim(leaver, "a");
    const drop = (isInNone: boolean) =>
      database.inTransaction((tx) =>
        outbox.dropWaiting(tx, { kind: "direct", person: "leaver" as StaffId }, { campaignId: "one", isInNone }),
      );

    // Of one campaign only: what another campaign has for them still waits.
    await drop(false);
    expect(await states(leaver)).toEqual(["sending", "waiting", "waiting"]);
    await drop(true);
    expect(await states(leaver)).toEqual(["sending", "superseded", "superseded"]);
    await passes(leaver, LEASE_SECONDS);
    expect((await claim(leaver, "a")).kind).toBe("row");
    expect(await states(leaver)).toEqual(["sending", "superseded", "superseded"]);
    expect(await states(other)).toEqual(["waiting"]);
  });

  test("a sweep finds what is due and leaves what another is sending", async () => {
    await messages("waiting", 1);
    await claim(await messages("other-sends", 1), "b");

    const found = await chatsToSend(database, "a");
    expect(found).toContain("direct:waiting");
    expect(found).not.toContain("direct:other-sends");
  });
});

describe("a bot that has fallen silent", () => {
  const SESSION = "jiayuan-silent";
  /** As a stopped process leaves it: its connections are open, and nothing comes over them. */
  async function silentBot() {
    const [alive, busy] = ["-alive", ""].map(
      (end) => new pg.Client({ connectionString: empty.url, application_name: `${SESSION}${end}` }),
    );
    if (!alive || !busy) throw new Error("two connections");
    for (const client of [alive, busy]) {
      client.on("error", () => undefined);
      await client.connect();
    }
    await alive.query("select 1");
    await busy.query("begin");
    await busy.query("select pg_advisory_xact_lock(hashtextextended('lane-of-the-silent', 1))");
    return { end: () => Promise.all([alive.end(), busy.end()].map((ending) => ending.catch(() => undefined))) };
  }
  const isLaneFree = async () => {
    const [row] = await database.query<{ free: boolean }>(
      "select pg_try_advisory_xact_lock(hashtextextended('lane-of-the-silent', 1)) as free",
      [],
    );
    return row?.free;
  };

  test("loses its lane and what it was sending within five seconds, to whoever is alive", async () => {
    const chat = await messages("of-the-silent", 1);
    await claim(chat, SESSION);
    const silent = await silentBot();
    const silentSince = performance.now();
    const presence = await announcePresence(database);
    const end = watchOthers({ database, log: silentLog });

    expect(await isLaneFree()).toBe(false);
    expect(await endSilent(database)).toEqual([]);
    await expect.poll(isLaneFree, { timeout: 5_000, interval: 20 }).toBe(true);
    await expect.poll(() => states(chat), { timeout: 1_000 }).toEqual(["waiting"]);

    expect(performance.now() - silentSince).toBeLessThan(5_000);
    expect(rowOf(await claim(chat, "b")).chat).toBe(chat);
    end();
    await presence();
    await silent.end();
  });

  test("that postpones what another has sent meanwhile changes nothing", async () => {
    const chat = await messages("postponed", 1);
    const { id } = rowOf(await claim(chat, "a"));
    await passes(chat, LEASE_SECONDS);
    await claim(chat, "b");
    await claim(chat, "b", BigInt(id));

    await postpone(database, { id: BigInt(id), instance: "a", afterMs: 1 });

    expect(await states(chat)).toEqual(["sent"]);
  });

  test("and comes back with an old face of a card on the wire has the newest sent again", async () => {
    const chat = "direct:old-face";
    const card = { id: "stage.official.x.1.old-face", campaignId: "one", kind: "stage.official", subject: "x", chat };
    await database.tables.card.create({ data: { ...card, generation: 1, createdAt: now } });
    const change = () =>
      database.inTransaction(async (tx) => {
        await tx.card.update({ where: { id: card.id }, data: { version: { increment: 1 } } });
        await makeOutbox({ database, encryption, deliver: () => undefined }).refresh(tx, card);
      });
    const phone: number[] = [];
    const wire = Promise.withResolvers<void>();
    const onWire = Promise.withResolvers<void>();
    const bot = (instance: string, way: () => Promise<void>) => {
      const send = async ({ version }: { version: number }) => {
        await way();
        phone.push(version);
        return { kind: "sent" as const };
      };
      const gateway = { interactive: true, sendCard: send, updateCard: send } as unknown as ChatGateway;
      return makeDrain({
        ...{ database, encryption, gateway, log: silentLog, instance },
        files: {} as FileStore,
        renderCard: async ({ version }) => ({ title: String(version), tone: "running", body: [], actions: [] }),
        deliverLater: () => undefined,
      });
    };
    const healthy = bot("b", async () => undefined);
    const paused = bot("a", async () => {
      onWire.resolve();
      await wire.promise;
    });
    await change();
    await healthy(chat);
    await change();
    const stuck = paused(chat);
    await onWire.promise;
    await database.query(
      "update outbox_item set state = 'waiting', taken_by = null, not_before = null where chat = $1 and state = 'sending'",
      [chat],
    );
    await change();
    await healthy(chat);
    expect(phone).toEqual([2, 4]);

    wire.resolve();
    await stuck;

    expect(phone).toEqual([2, 4, 3, 5]);
  });
});

describe("an event that nobody works on", () => {
  const said = (text: string, person = "keqiao-1") =>
    ({
      kind: "message",
      messageId: text,
      from: person,
      nick: "",
      text,
      files: [],
      chat: { kind: "direct", person },
      sentAt: now,
    }) as unknown as Inbound;
  const record = () => makeRecordInbound({ database, encryption, clock: systemClock });

  /** Works on a lane as a bot does; the handler notes what it was given. */
  function worker(handled: string[], then: () => Promise<void> = async () => undefined) {
    const deps: ProcessDeps = {
      ...{ database, encryption, log: silentLog, semaphore: makeSemaphore(() => 1) },
      prepare: async () => undefined,
      begin:
        (_tx, { inbound }) =>
        async () => {
          handled.push(inbound.kind === "message" ? inbound.text : "");
          await then();
          return {};
        },
      refused: async () => ({}),
      failed: async () => ({}),
      parked: async () => undefined,
      onProcessed: () => undefined,
    };
    return (lane: string) => processLane(lane, deps);
  }

  test("is found by the sweep, once it is old enough", async () => {
    await record()(said("the reply was lost"));
    await database.query("update inbox_event set received_at = now() - interval '3 s'", []);
    const found = Promise.withResolvers<string>();

    const end = sweepInbox({ database, log: silentLog }, found.resolve);

    expect(await found.promise).toBe("keqiao-1");
    end();
    const handled: string[] = [];
    await worker(handled)("keqiao-1");
    expect(handled).toEqual(["the reply was lost"]);
  });

  test("while one works on a lane, another with one place waits for it and serves others meanwhile", async () => {
    const [entered, leave] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const [slow, other]: [string[], string[]] = [[], []];
    await record()(said("first"));
    await record()(said("second"));
    await record()(said("of another", "yuecheng-1"));
    const paused = worker(slow, async () => {
      entered.resolve();
      await leave.promise;
    })("keqiao-1");
    await entered.promise;
    const survivor = worker(other);

    const taken = survivor("keqiao-1");
    await survivor("yuecheng-1");

    expect(other).toEqual(["of another"]);
    leave.resolve();
    await Promise.all([paused, taken]);
    expect([...slow, ...other].sort()).toEqual(["first", "of another", "second"]);
    expect(slow[0]).toBe("first");
  });
});
