import { afterEach, describe, expect, test } from "vitest";
import { connect } from "./database.ts";
import { everybody, everyCard } from "./stage-cards.ts";
import { startWorld, type World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World | undefined;
afterEach(async () => {
  await world?.end();
  world = undefined;
});

describe("a restart", () => {
  test("keeps chats, cards and clock, and fires nothing twice", async () => {
    world = await startWorld();
    await world.advanceTo("2023-08-10T09:00:00+08:00");
    await world.stop();

    world = await startWorld({ dataDir: world.dataDir });
    await world.idle();

    expect(await world.call<{ now: string }>("/clock")).toMatchObject({ now: "2023-08-10T09:00:00+08:00" });
    expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动"]));
    const fired = await world.advanceTo("2023-08-21T09:00:00+08:00");
    const openings = fired.filter(({ kind }) => kind === "stage.opening");
    expect(openings.map(({ key }) => key)).toEqual(["shaoxing-2023/implementation"]);
    expect(await everyCard(world)).toEqual(everybody(["【第一阶段】宣传发动", "【第二阶段】组织实施"]));
  });

  test("the journal replayed into an empty database gives the same tables", async () => {
    world = await worldAt("9月13日");
    await world.advanceTo("2023-09-21T09:00:00+08:00");
    const database = await connect(world);

    const { replayed, actual, verified } = await database.replay();
    const [entries] = await database.query<{ count: number }>("select count(*)::int as count from journal_entry");
    await database.close();

    expect(replayed).toEqual(actual);
    expect(actual.due_moment).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: "stage.opening", key: "implementation" })]),
    );
    expect(verified.broken).toBeUndefined();
    expect(verified.sealed).toBe(entries?.count);
    expect(verified.unsealed).toBe(0);
  });
});
