import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { startPhrases } from "../../src/campaign/engine/start/phrases.ts";
import { makeBackup } from "../../src/platform/backup/make-backup.ts";
import { restoreBackup } from "../../src/platform/backup/restore-backup.ts";
import { connect } from "../journeys/database.ts";
import { story } from "../journeys/story.ts";
import { type Message, startWorld, type World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

// DingTalk's side goes on from where it is: only the bot's data is a day old.
const step = story();
const PEOPLE = ["maxiaohan", "administrator", "keqiao-1", "yuecheng-1"];
let folder: string;
let before: World;
let after: World;
let backup: string;
/** What everybody had received when the data was lost. */
const received = new Map<string, number>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-backup-"));
  before = await worldAt("9月13日");
});
afterAll(async () => {
  await after?.discard();
  await before.discard();
  await rm(folder, { recursive: true, force: true });
});

const newMessages = async (world: World, person: string): Promise<Message[]> =>
  (await world.as(person).messages()).filter(({ seq }) => seq > (received.get(person) ?? 0));

step("a backup is made while people write", async () => {
  const { dataDir } = before;
  const talk = Promise.all(PEOPLE.map((person) => before.as(person).says("进度")));
  const order = { dataDir, dataKey: undefined, campaigns: ["campaigns/shaoxing-2023"], keep: 3 };
  const { folder: made } = await makeBackup({ ...order, into: folder, now: new Date() });
  await talk;
  await before.idle();
  backup = made;
});

step("then a compound is begun, a week passes with its reminders, and the data is lost", async () => {
  await before.as("keqiao-1").says("申报 水岸新苑");
  await before.advanceTo("2023-09-20T09:00:00+08:00");
  await before.idle();
  for (const person of PEOPLE) received.set(person, (await before.as(person).messages()).at(-1)?.seq ?? 0);
  await before.stop();
});

step("the restored bot sends no message again; the administrator reads what is to be looked after", async () => {
  const dataDir = join(folder, "restored");
  const madeAt = await restoreBackup({
    ...{ backup, dataDir, dataKey: undefined, keyFile: join(before.dataDir, "data.key") },
  });
  await cp(join(before.dataDir, "emulator"), join(dataDir, "emulator"), { recursive: true });
  after = await startWorld({ dataDir });
  await after.idle();

  for (const person of PEOPLE) {
    const came = (await newMessages(after, person)).filter(({ card }) => !card);
    const notice = startPhrases.restored({ madeAt, named: [], unanswered: 0 });
    expect(came.map(({ title, text }) => title ?? text?.split("\n")[0])).toEqual(
      person === "administrator" ? [notice.title] : [],
    );
  }
});

step("what was done since is not there, the journal holds, and work goes on", async () => {
  const database = await connect(after);
  const { replayed, actual, verified } = await database.replay();
  const withheld = await database.query<{ count: number }>(
    "select count(*)::int as count from outbox_item where state = 'refused' and receipt = 'restored'",
  );
  await database.close();
  expect(withheld[0]?.count).toBeGreaterThan(0);
  expect(replayed).toEqual(actual);
  expect(verified.broken).toBeUndefined();

  await after.as("keqiao-1").says("申报 水岸新苑");
  expect((await after.as("keqiao-1").messages()).at(-1)?.text).toContain("水岸新苑");
});
