import { compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { type CityStory, OUTSIDE, type Site } from "./city-story.ts";
import { reviewed } from "./reviewed.ts";
import type { World } from "./world.ts";

/** Two districts have three each. */
const MORE = [
  { district: "yuecheng", name: "锦绣花园", less: { "3-6": 2 } },
  { district: "keqiao", name: "鉴湖新村", less: { "3-7": 3 } },
] as const;

/** The working days of the stage: the holidays between, and the weekends worked for them. */
const DAYS = ["21", "22", "25", "26", "27", "28"]
  .map((day) => `09-${day}`)
  .concat(["07", "08", "09", "10", "11", "12", "13"].map((day) => `10-${day}`));

const names = [...compounds.map(({ name }) => name), ...MORE.map(({ name }) => name)];
const MEMBERS = ["team-1", "team-2", "team-3", "team-5", OUTSIDE.id];

/** Two sites on the first day; the member without signal has the two of the ninth and tenth of October. */
const sites = names.map((name, at): Site => {
  const day = DAYS[Math.max(0, at - 1)] ?? "";
  const isSilent = day === "10-09" || day === "10-10";
  const first = isSilent ? "team-4" : (MEMBERS[at % 5] ?? "");
  return { name, day: at === 5 ? `${day} 暗访` : day, members: [first, MEMBERS[(at + 2) % 5] ?? ""] };
});

const siteOf = (member: string, from: number): string =>
  sites.find((site, at) => at >= from && site.members.includes(member))?.name ?? "";

/** 14 sites in 13 working days. */
export const fourteenSites: CityStory = {
  sites,
  early: { site: siteOf("team-3", 0), member: "team-3", instead: "team-4" },
  late: { site: siteOf("team-5", 2), member: "team-5", instead: "team-4" },
  split: sites[6]?.name ?? "",
  silent: { member: "team-4", after: "10-11" },
};

/** The lists of all districts are in, and R14 is answered: the first day of the stage. */
export async function recommended(world: World): Promise<void> {
  for (const one of MORE) await reviewed(world, one);
  await world.advanceTo("2023-09-18T10:00:00+08:00");
  for (const district of new Set(compounds.map((one) => one.district))) {
    const own = [...compounds, ...MORE].filter((one) => one.district === district).map(({ name }) => name);
    const acts = districtByCards(persistent(playersIn(world), `${district}-1`));
    await acts.recommends(own, "居民满意度高，各方参与充分");
  }
  await world.as("maxiaohan").says("口径 R14 以区级初评分为准");
  await world.as("approver").says("确认口径 R14");
  await world.advanceTo("2023-09-21T09:00:00+08:00");
}
