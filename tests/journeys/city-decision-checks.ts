import { expect } from "vitest";
import type { CityHands } from "./city-decision.ts";
import { decidesAll } from "./city-decision-play.ts";
import { figuresOf, recommendedOn } from "./city-decision-shown.ts";
import { type CityVersion, cityVersions } from "./city-versions.ts";
import { connect } from "./database.ts";
import { journalOf } from "./journal-fold.ts";
import type { World } from "./world.ts";

/** Plays the city's decisions, and holds each version against what anybody would reckon from the journal alone. */
export async function decidesAndHolds(world: World, hands: CityHands): Promise<readonly CityVersion[]> {
  const { read, cast, lists } = await decidesAll(world, hands);
  const [tenth, eleventh] = cast.resolved;
  expect(read.resolved).toMatch(
    new RegExp(`第10位：${tenth}（第10名，(.+?)分）；其后：${eleventh}（第11名，\\1分），相差0分`),
  );
  expect(read.ruledAnew).toContain("报批后有变动");
  expect(read.tied).toContain("第10位上下未分先后的有");
  for (const name of cast.tied) expect(read.tied).toContain(name);
  expect(read.notListed).toContain("不在参评名单中");
  expect(read.notListed).toContain("不成立，已答复");
  expect(read.declined).toContain("不成立，已答复");
  expect(read.upheld).toContain("成立，撤下，不再列入名单");
  expect(read.stopped).toContain("本次公示已中止");
  expect(read.early).toContain("公示期未满");
  expect(read.fallen).toContain(`${cast.withdrawn}已撤回`);
  expect(read.barred).toContain(`${cast.barred}异议成立，不再列入名单（异议第4件）`);
  expect(read.notApproved).toContain("第5版报批后有变动，未作任何改动");
  expect(read.provinceFallen).toContain(cast.withdrawn);

  const { versions, wrong } = cityVersions(await journalOf(world));
  expect(wrong).toEqual([]);
  expect(versions.map(({ kind, version }) => `${kind} ${version}`)).toEqual([
    ...["selection 1", "selection 2", "notice 2", "selection 3", "notice 3"],
    ...["selection 4", "notice 4", "publication 4", "province 1"],
    ...["selection 5", "selection 6", "notice 6", "publication 6", "province 2"],
  ]);
  const { shown, reckoned } = await figuresOf(hands, versions);
  expect(shown).toEqual(reckoned);
  const chosen = (kind: CityVersion["kind"]) => versions.flatMap((one) => (one.kind === kind ? [one.chosen] : []));
  expect(lists).toEqual(chosen("publication"));
  expect(recommendedOn(read.province ?? "")).toEqual(chosen("province")[0]);
  expect(recommendedOn(read.provinceAgain ?? "")).toEqual(chosen("province")[1]);

  const [before = [], after = []] = chosen("publication");
  for (const name of [cast.removed, cast.excluded, cast.barred]) expect([...before, ...after]).not.toContain(name);
  expect(after.filter((name) => !before.includes(name))).toEqual([cast.follows]);
  expect(before.filter((name) => !after.includes(name))).toEqual([cast.withdrawn]);
  expect(chosen("province")[1]).not.toContain(cast.withdrawn);

  const database = await connect(world);
  const { replayed, actual, verified } = await database.replay();
  await database.close();
  expect(replayed).toEqual(actual);
  expect(verified.broken).toBeUndefined();
  return versions;
}
