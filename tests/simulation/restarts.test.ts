import { afterEach, expect, test } from "vitest";
import { connect } from "../journeys/database.ts";
import { everybody, everyCard } from "../journeys/stage-cards.ts";
import { startWorld, type World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

test("first started on 9月25日, sends stage three's card once, nothing of stage one and two, and the list as owed", async () => {
  world = await startWorld({ environment: { EMULATOR_NOW: "2023-09-25T10:00:00+08:00" } });
  await world.idle();

  expect(await everyCard(world)).toEqual(everybody(["【第三阶段】核查推荐"]));
  const text = (await world.as("keqiao-1").messages()).at(-1)?.card?.text.split("\n") ?? [];
  expect(text).toContain("推荐名单：尚未报送；9月底前（截至9月30日），请尽量于9月28日（周四）17:00前");
});

// Writes a table of the product's: that somebody did is what this is about.
test("an entry changed behind the journal's back is found", async () => {
  world = await worldAt("8月10日");
  const database = await connect(world);
  await database.replay();

  await expect(database.query("update journal_entry set actor = 'somebody' where id = 1")).rejects.toThrow(
    "the journal is append-only",
  );
  await database.query("drop rule journal_entry_no_update on journal_entry");
  await database.query("update journal_entry set actor = 'somebody' where id = 2");
  const { verified } = await database.replay();
  await database.close();

  expect(verified.broken).toEqual({ number: 2, entryId: "2", why: "changed" });
});
