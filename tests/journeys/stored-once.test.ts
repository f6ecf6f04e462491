import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chatKey } from "../../src/platform/chat/chat-key.ts";
import { makeErrorReplies } from "../../src/platform/chat/inbox/handle-inbound.ts";
import { type ProcessDeps, processLane } from "../../src/platform/chat/inbox/process-lane.ts";
import { makeRecordInbound } from "../../src/platform/chat/inbox/record.ts";
import { makeSemaphore } from "../../src/platform/chat/inbox/semaphore.ts";
import { makeOutbox } from "../../src/platform/chat/outbox/outbox.ts";
import type { Inbound } from "../../src/platform/chat/ports.ts";
import { purgeBodies, RETENTION_DAYS } from "../../src/platform/chat/purge.ts";
import type { Database } from "../../src/platform/storage/database.ts";
import { makeEncryption } from "../../src/platform/storage/encryption.ts";
import { groupId, staffId } from "../../src/shared/brand.ts";
import { systemClock } from "../../src/shared/clock.ts";
import { silentLog } from "../../src/shared/log.ts";
import { type EmptyDatabase, emptyDatabase } from "../shared/empty-database.ts";
import { readLog } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { answerIn, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const encryption = makeEncryption(Buffer.alloc(32, 1));

let empty: EmptyDatabase;
let database: Database;
beforeAll(async () => {
  empty = await emptyDatabase();
  database = empty.database;
});
afterAll(() => empty.end());

/** A bot that has just been started: it remembers nothing of what another stored. */
const startedBot = () => makeRecordInbound({ database, encryption, clock: systemClock });

const said = (messageId: string, person: string): Inbound => ({
  kind: "message",
  messageId,
  from: staffId(person),
  nick: "",
  text: messageId,
  files: [],
  chat: { kind: "group", group: groupId("g") },
  sentAt: new Date(),
});

/** The database's time goes on, as far as an event knows of it. */
const passes = (days: number) =>
  database.query(
    `update inbox_event set received_at = received_at - make_interval(days => $1),
     finished_at = finished_at - make_interval(days => $1)`,
    [days],
  );

/** Works on a lane as a bot does. */
function working(handle: (text: string) => void) {
  const told: string[] = [];
  const outbox = makeOutbox({ database, encryption, deliver: () => undefined });
  const replies = makeErrorReplies(outbox, { open: async () => undefined });
  const deps: ProcessDeps = {
    ...{ database, encryption, log: silentLog, semaphore: makeSemaphore(() => 1) },
    prepare: async () => undefined,
    begin:
      (_, { inbound }) =>
      async () => {
        handle(inbound.kind === "message" ? inbound.text : "");
        return {};
      },
    refused: replies.refused,
    async failed(tx, row, reference) {
      told.push(reference);
      return replies.failed(tx, row, reference);
    },
    parked: async () => undefined,
    onProcessed: () => undefined,
  };
  return { told, work: (lane: string) => processLane(lane, deps) };
}

const statesOf = (lane: string) =>
  database.query<{ state: string; attempts: number }>(
    "select state, attempts from inbox_event where lane = $1 order by id",
    [lane],
  );

describe("a message that the platform sends again", () => {
  test("ten at once, a day later, or after its text was cleared, to a bot started anew, is stored once and worked on once", async () => {
    const handled: string[] = [];
    const { work } = working((text) => void handled.push(text));
    const again = async () => {
      const { id, lane } = await startedBot()(said("m1", "again"));
      await work(lane);
      return id;
    };

    const both = [startedBot(), startedBot()];
    const atOnce = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (both[at % 2] ?? startedBot())(said("m1", "again"))),
    );
    await work("again");
    expect(atOnce.filter(({ id }) => id !== undefined)).toHaveLength(1);
    await passes(1);
    expect(await again()).toBeUndefined();
    await passes(RETENTION_DAYS);
    await purgeBodies(database);
    const [row] = await database.query<{ body: Buffer | null }>(
      "select body from inbox_event where lane = 'again'",
      [],
    );
    expect(row?.body).toBeNull();
    expect(await again()).toBeUndefined();

    expect(handled).toEqual(["m1"]);
    expect(await statesOf("again")).toEqual([{ state: "done", attempts: 0 }]);
  });
});

describe("what the platform announces of many people at once", () => {
  test("is worked on, all of it: no flood of a person's, of which a hundred may wait", async () => {
    const MANY = 250;
    const { work } = working(() => undefined);
    const record = startedBot();
    for (let at = 0; at < MANY; at++)
      await record({ kind: "event", eventId: `joined ${at}`, type: "user_add_org", data: {} });

    await work("events");

    expect((await statesOf("events")).map(({ state }) => state)).toEqual(Array(MANY).fill("done"));
  });
});

describe("an event on which the work fails each time", () => {
  test("is given up after three tries, the person is told once, and what stands behind it and others go on", async () => {
    const tried: string[] = [];
    const { told, work } = working((text) => {
      tried.push(text);
      if (text === "poison") throw new TypeError("a mistake of ours");
    });
    const record = startedBot();
    await record(said("poison", "unlucky"));
    await record(said("behind it", "unlucky"));
    await record(said("of another", "lucky"));

    await Promise.all(["unlucky", "lucky"].map(work));

    expect(tried.filter((text) => text === "poison")).toHaveLength(3);
    expect(new Set(tried.filter((text) => text !== "poison"))).toEqual(new Set(["behind it", "of another"]));
    expect(tried).toHaveLength(5);
    expect(told).toHaveLength(1);
    expect((await statesOf("unlucky")).map(({ state }) => state)).toEqual(["parked", "done"]);
    expect((await statesOf("lucky")).map(({ state }) => state)).toEqual(["done"]);
  });
});

describe("a press on which the work fails each time", () => {
  test("is told by a message too: the press was answered while it was still being tried", async () => {
    const person = staffId("presser");
    const { told, work } = working(() => {
      throw new TypeError("a mistake of ours");
    });
    const at = { cardId: "c", action: "a", subject: "", version: 1 };
    const { lane } = await startedBot()({ kind: "callback", deliveryId: "d", person, ...at });

    await work(lane);

    expect(told).toHaveLength(1);
    const waiting = await database.query("select kind from outbox_item where chat = $1", [
      chatKey({ kind: "direct", person }),
    ]);
    expect(waiting).toEqual([{ kind: "view" }]);
  });
});

describe("what a clerk says, given up after three tries", () => {
  const step = story();
  let world: World;
  let behind: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    world = await worldAt("8月21日");
    behind = await connect(world);
    await refuses("draft", "new.started_by = 'keqiao-1'");
  });
  afterAll(async () => {
    await behind?.close();
    await world?.end();
  });

  /** The database fails on such a row each time, as after a mistake of ours. */
  async function refuses(table: string, when: string): Promise<void> {
    await behind.query(`create function ${table}_fails() returns trigger language plpgsql as
      $$ begin if ${when} then raise exception 'a mistake of ours'; end if; return new; end $$`);
    await behind.query(`create trigger fails before insert on ${table} for each row execute function ${table}_fails()`);
  }
  const saidBy = async (person: string): Promise<string> => {
    const answer = answerIn(await world.as(person).says("申报 塔山小区"));
    return read(answer);
  };
  const toldTo = async (person: string): Promise<string[]> =>
    (await world.as(person).messages()).map(read).filter((text) => text.includes("有一项操作未能办理"));

  step(
    "is told to the administrator once, with the name, the number and where to look, and to no organizer",
    async () => {
      const [reference = "no number"] = /E\d+/u.exec(await saidBy("keqiao-1")) ?? [];

      const [once = "", ...more] = await toldTo("administrator");
      expect(once).toContain(
        `柯桥区经办人1的一项操作因系统故障未能办理，未作任何改动。已告知本人编号 ${reference}，请其稍后再试。`,
      );
      expect(once).toContain(`查找 ${reference}`);
      expect(more).toEqual([]);
      expect(await toldTo("maxiaohan")).toEqual([]);
      expect(await readLog(world)).toContain(`"reference":"${reference}"`);
      expect(await saidBy("keqiao-2")).not.toContain("系统繁忙");
    },
  );

  step(
    "where the administrator cannot be told either, the person is told all the same, and the log says so",
    async () => {
      await refuses("outbox_item", "new.dedupe_key like 'inbox.parked%'");

      expect(await saidBy("keqiao-1")).toMatch(/系统繁忙.+E\d+/su);

      expect(await toldTo("administrator")).toHaveLength(1);
      expect(await readLog(world)).toContain("nobody was told of a parked event");
    },
  );
});

describe("a sender whose id holds a NUL", () => {
  test("is nobody: the failure is told and over, and the person whose id it resembles is served meanwhile", async () => {
    const { told, work } = working((text) => {
      if (text === "forged") throw new TypeError("nobody of this id");
    });
    const record = startedBot();
    const forged = await record(said("forged", "real\u0000-person"));
    const real = await record(said("real", "real-person"));

    await Promise.all([forged, real].map(({ lane }) => work(lane)));

    expect(forged.lane).not.toBe(real.lane);
    expect(told).toHaveLength(1);
    expect((await statesOf(forged.lane)).map(({ state }) => state)).toEqual(["parked"]);
    expect((await statesOf(real.lane)).map(({ state }) => state)).toEqual(["done"]);
  });
});

describe("two transactions that wait for each other", () => {
  test("are both done: PostgreSQL ends one, which is tried again", async () => {
    const record = startedBot();
    await record(said("first", "one-row"));
    await record(said("second", "other-row"));
    const runs: string[] = [];
    const holding: string[] = [];
    const met = Promise.withResolvers<void>();
    const transaction = (lanes: readonly string[]) =>
      database.inTransaction(async (tx) => {
        runs.push(lanes.join());
        for (const [at, lane] of lanes.entries()) {
          await tx.$queryRaw`update inbox_event set attempts = attempts + 1 where lane = ${lane} returning id`;
          if (at > 0) continue;
          holding.push(lane);
          if (holding.length === 2) met.resolve();
          await met.promise;
        }
      });

    await Promise.all([transaction(["one-row", "other-row"]), transaction(["other-row", "one-row"])]);

    expect(runs).toHaveLength(3);
    expect([...(await statesOf("one-row")), ...(await statesOf("other-row"))].map(({ attempts }) => attempts)).toEqual([
      2, 2,
    ]);
  });
});
