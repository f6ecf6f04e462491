import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseOf } from "../journeys/database.ts";
import { register } from "../journeys/many-receivers.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { drawBy } from "../shared/draw.ts";
import { takenBy } from "./faults/resources.ts";
import { type SecondBot, startSecondBot } from "./faults/second-bot.ts";

/** `npm run simulate -- crowd --count 2000` takes about six minutes. */
const PEOPLE = Number(process.env.CROWD ?? 100);
const STEPS = 30;
/** At most: two thousand people in five minutes. */
const STEPS_PER_SECOND = 200;
/** Messages on their way to the emulator: it takes them no faster on two cores, and a connection waits only so long. */
const SAID_AT_ONCE = 40;
/** So long the platform takes for each call. */
const ANSWER_MS = 50;
/** The platform's limit is not what is measured. */
const LIMIT = "5000";
const ROWS = ["1-1", "1-2", "1-3", "1-4", "1-5", "2-1", "2-2", "2-3", "2-4", "3-1"];

let world: World;
let second: SecondBot;
beforeAll(async () => {
  world = await startWorld({ environment: { CALLS_PER_SECOND: LIMIT } });
  await world.call("/settings", { callsPerSecond: Number(LIMIT) });
  await register(world, people());
  second = await startSecondBot(world, { CALLS_PER_SECOND: LIMIT });
}, 600_000);
afterAll(async () => {
  await second.stop();
  await world.end();
});

const people = (): string[] => Array.from({ length: PEOPLE }, (_, at) => `reader-${at + 1}`);

test(`${PEOPLE} people in ${STEPS} steps each, on two bots: every step is answered once`, async () => {
  await world.injectFaults([{ match: { direction: "fromBot", api: "/v1.0/*" }, action: "delay", ms: ANSWER_MS }]);
  const draw = drawBy(1);
  const steps = Array.from({ length: STEPS }, () => draw.shuffled(people())).flat();
  const begun = performance.now();
  const open = steps.entries();
  const say = async (): Promise<void> => {
    for (const [at, userId] of open) {
      const waitMs = begun + (at * 1_000) / STEPS_PER_SECOND - performance.now();
      if (waitMs > 0) await pause(waitMs);
      await world.call(`/users/${userId}/say`, { text: `依据 ${draw.of(ROWS)}` });
    }
  };
  await Promise.all(Array.from({ length: SAID_AT_ONCE }, say));
  const said = performance.now() - begun;
  const [row, times] = await untilAnswered();
  const seconds = (performance.now() - begun) / 1_000;

  const bots = [world.pids.get("bot"), second.process.pid].map(takenBy);
  console.log(
    `${steps.length} steps, said in ${(said / 1_000).toFixed(0)} s, answered after ${seconds.toFixed(0)} s; ` +
      `from the message's receipt to its answer at the platform: p50 ${times?.p50} ms, p99 ${times?.p99} ms; ` +
      `memory ${bots.map(({ memory, peak }) => `${memory} MB (at most ${peak})`).join(" and ")}`,
  );
  expect(row).toEqual({ heard: steps.length, done: steps.length, sent: steps.length });
}, 3_600_000);

async function untilAnswered() {
  const database = await databaseOf(world);
  for (;;) {
    const [row] = await database.query<{ heard: number; done: number; sent: number }>(
      `select (select count(*)::int from inbox_event where kind = 'message') as heard,
        (select count(*)::int from inbox_event where kind = 'message' and state = 'done') as done,
        (select count(*)::int from outbox_item where kind = 'view' and state = 'sent' and chat like 'direct:reader-%') as sent`,
      [],
    );
    const [open] = await database.query<{ open: boolean }>(
      `select exists (select 1 from inbox_event where state = 'new')
         or exists (select 1 from outbox_item where state in ('waiting', 'sending', 'held')) as open`,
      [],
    );
    if (open?.open === false) {
      // The answers of a chat come in the order of its messages.
      const [times] = await database.query<{ p50: number; p99: number }>(
        `with heard as (select 'direct:' || lane as chat, received_at, row_number() over (partition by lane order by id) as nth
             from inbox_event where kind = 'message'),
           sent as (select chat, sent_at, row_number() over (partition by chat order by id) as nth
             from outbox_item where kind = 'view'),
           took as (select extract(epoch from sent_at - received_at) * 1000 as ms from heard join sent using (chat, nth))
         select round(percentile_cont(0.5) within group (order by ms))::int as p50,
           round(percentile_cont(0.99) within group (order by ms))::int as p99 from took`,
        [],
      );
      await database.close();
      return [row, times] as const;
    }
    await pause(200);
  }
}
