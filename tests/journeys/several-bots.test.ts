import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDeliveryRunner } from "../../src/platform/chat/outbox/delivery-runner.ts";
import { makeOutbox } from "../../src/platform/chat/outbox/outbox.ts";
import { chatsToSend, claimNext } from "../../src/platform/chat/outbox/outbox-rows.ts";
import { announcePresence } from "../../src/platform/chat/outbox/presence.ts";
import { type Database, openDatabase } from "../../src/platform/storage/database.ts";
import { type EmbeddedServer, startEmbeddedServer } from "../../src/platform/storage/embedded/embedded-server.ts";
import { makeEncryption } from "../../src/platform/storage/encryption.ts";
import { applyMigrations } from "../../src/platform/storage/migrations.ts";
import type { StaffId } from "../../src/shared/brand.ts";
import { silentLog } from "../../src/shared/log.ts";

const LEASE_MS = 30_000;
const encryption = makeEncryption(Buffer.alloc(32, 1));
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
const sent = { kind: "sent" } as const;

let dataDir: string;
let server: EmbeddedServer;
let database: Database;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "jiayuan-outbox-"));
  server = await startEmbeddedServer(dataDir);
  await applyMigrations(server.url);
  database = await openDatabase(server.url);
});
afterAll(async () => {
  await database.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

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

const claim = (chat: string, instance: string, at: Date, settled?: bigint) =>
  claimNext(database, { chat, instance, now: at, settled: settled ? { id: settled, outcome: sent } : undefined });

const rowOf = (next: Awaited<ReturnType<typeof claim>>) => {
  if (next.kind !== "row") throw new Error(`nothing to send: ${next.kind}`);
  return next.row;
};

const states = (chat: string) =>
  database
    .query<{ state: string }>("select state from outbox_item where chat = $1 order by id", [chat])
    .then((rows) => rows.map(({ state }) => state));

describe("two bots on one database", () => {
  test("while one sends a message of a chat, the other sends nothing of that chat", async () => {
    const chat = await messages("one-at-a-time", 2);
    const first = rowOf(await claim(chat, "a", now));

    expect((await claim(chat, "b", now)).kind).toBe("later");
    const second = rowOf(await claim(chat, "a", now, BigInt(first.id)));
    expect(BigInt(second.id)).toBeGreaterThan(BigInt(first.id));
    expect(await claim(chat, "a", now, BigInt(second.id))).toEqual({ kind: "nothing" });
    expect(await states(chat)).toEqual(["sent", "sent"]);
  });

  test("of two that claim at the same moment, one gets the message", async () => {
    const chat = await messages("same-moment", 1);
    const claims = await Promise.all(["a", "b", "c", "d"].map((instance) => claim(chat, instance, now)));

    expect(claims.filter(({ kind }) => kind === "row")).toHaveLength(1);
  });

  test("what a paused one was sending is taken over when its claim has run out, not a moment before", async () => {
    const chat = await messages("paused", 2);
    const taken = rowOf(await claim(chat, "a", now));

    expect((await claim(chat, "b", later(LEASE_MS - 1))).kind).toBe("later");
    expect(rowOf(await claim(chat, "b", later(LEASE_MS))).id).toBe(taken.id);
  });

  test("a paused one that comes back settles nothing that another took over, and sends nothing beside it", async () => {
    const chat = await messages("back-again", 2);
    const taken = rowOf(await claim(chat, "a", now));
    await claim(chat, "b", later(LEASE_MS));

    expect((await claim(chat, "a", later(LEASE_MS + 1), BigInt(taken.id))).kind).toBe("later");
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
          const next = await claim(chat, instance, new Date(), settled);
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

  test("a sweep finds what is due and leaves what another is sending", async () => {
    await messages("waiting", 1);
    await claim(await messages("other-sends", 1), "b", new Date());

    const found = await chatsToSend(database, "a");
    expect(found).toContain("direct:waiting");
    expect(found).not.toContain("direct:other-sends");
  });
});
