import {
  CITY,
  type CityStory,
  finalizes,
  findingsOf,
  LEAD,
  nameOf,
  noRecusal,
  OUTSIDE,
  picture,
  playerOf,
  type Site,
  scores,
  type Way,
} from "./city-story.ts";
import type { World } from "./world.ts";

/** Agreed on at the end where two are split, and what the one who had to look again gave. */
export const AGREED = { row: "3-5", points: 3, given: 4 };

/** What happened on the way that a test looks at. */
export interface Played {
  /** Answers by what was done. */
  said: Record<string, string>;
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);
const at = (day: string, hour: number): string => `2023-${day}T${String(hour).padStart(2, "0")}:00:00+08:00`;
const dayWords = (day: string): string => `${Number(day.slice(0, 2))}月${Number(day.slice(3, 5))}日`;
const isQuiet = ({ day }: Site): boolean => day.endsWith("暗访");
const dayOf = ({ day }: Site): string => day.slice(0, 5);

/** The team, the visits, who goes where, and a recusal before anybody went. */
export async function begins(world: World, story: CityStory): Promise<Played> {
  const { says } = playerOf(world);
  const ids = [1, 2, 3, 4, 5].map((one) => `team-${one}`);
  await says(
    CITY,
    `评选工作组 组长 评选工作组组长 成员 ${[...ids.map(nameOf), `${OUTSIDE.name}（市物业管理协会）`].join("、")}`,
  );
  await says("approver", "批准评选工作组");
  const lines = story.sites.map((site) => `${dayWords(dayOf(site))} ${site.name}${isQuiet(site) ? " 暗访" : ""}`);
  const arranged = await says(CITY, `核验安排\n${lines.join("\n")}`);
  for (const { name, members } of story.sites)
    await says(CITY, `核验安排 ${name} 成员 ${members.map(nameOf).join("、")}`);
  const { site, member, instead } = story.early;
  await says(member, `回避 ${site} 曾在该物业服务企业任职`);
  const early = await says(LEAD, `同意回避 ${site} ${nameOf(member)} 情况属实`);
  await says(CITY, `核验安排 ${site} 增加成员 ${nameOf(instead)}`);
  return { said: { arranged, early } };
}

/** Who verifies the site after the recusal before the visits. */
export const verifiers = ({ early }: CityStory, { name, members }: Site): string[] =>
  members.map((one) => (name === early.site && one === early.member ? early.instead : one));

/** Day after day: whoever has signal scores on the day of the visit, and what waits arrives when the signal is back. */
export async function visits(world: World, story: CityStory, way: Way): Promise<Played> {
  const said: Record<string, string> = {};
  const { after } = story.silent;
  const days = [...new Set([...story.sites.map(dayOf), after])].sort(byText);
  for (const day of days) {
    await world.advanceTo(at(day, 17));
    for (const site of story.sites.filter((one) => dayOf(one) === day))
      for (const member of verifiers(story, site)) {
        await noRecusal(world, member, site.name);
        if (member === story.silent.member) continue;
        await scores(world, story, { member, site: site.name, way });
        said[`${site.name} ${member}`] = await finalizes(world, member, site.name);
      }
    if (day === after) Object.assign(said, await signalReturns(world, story));
  }
  return { said };
}

/** A line after the other and pictures between them, all sent at once and some of it twice; then what is missing is asked. */
async function signalReturns(world: World, story: CityStory): Promise<Played["said"]> {
  const { member } = story.silent;
  const said: Record<string, string> = {};
  const own = story.sites.filter((site) => verifiers(story, site).includes(member));
  const { says } = playerOf(world);
  for (const [place, { name }] of own.entries()) {
    await says(member, `核验 ${name}`);
    const lines = findingsOf(story, member, name).map(({ row, points, fact, clause }) =>
      clause === undefined ? `${row} ${points} ${fact}` : `${row} 不符合 ${clause} ${fact}`,
    );
    await atOnce(world, member, [
      ...lines.flatMap((line, at) => [line, picture(place * 10 + at)]),
      ...lines.slice(0, 1),
    ]);
    said[`${name} missing`] = await says(member, "还差哪几条");
    await says(member, "其余满分");
    said[`${name} ${member}`] = await finalizes(world, member, name);
  }
  return said;
}

/** What waited on the phone, without anything being answered in between. Every push comes twice. */
async function atOnce(world: World, member: string, sent: readonly (string | Buffer)[]): Promise<void> {
  await world.injectFaults([{ match: { userId: member, direction: "toBot" }, action: "duplicate", probability: 1 }]);
  for (const one of sent) {
    if (typeof one === "string") {
      await world.call(`/users/${member}/say`, { text: one });
      continue;
    }
    const form = new FormData();
    form.set("file", new File([new Uint8Array(one)], "现场.png", { type: "image/png" }));
    await world.call(`/users/${member}/drop`, form);
  }
  await world.idle();
  await world.clearFaults();
}

/** The two who are far apart, and the member who had to keep out. */
export async function isSettled(world: World, story: CityStory, way: Way): Promise<Played> {
  const { says, person } = playerOf(world);
  const said: Record<string, string> = {};
  const { site: late, member, instead } = story.late;
  said.late = await says(CITY, `回避 ${late} ${nameOf(member)} 其配偶在该小区物业服务企业任职`);
  said.accepted = await says(LEAD, `同意回避 ${late} ${nameOf(member)} 情况属实`);
  await says(CITY, `核验安排 ${late} 增加成员 ${nameOf(instead)}`);
  await noRecusal(world, instead, late);
  await scores(world, story, { member: instead, site: late, way });
  said.again = await finalizes(world, instead, late);

  const { split } = story;
  const [, other = ""] = story.sites.find(({ name }) => name === split)?.members ?? [];
  said.agreed = await says(LEAD, `合议分 ${split} ${AGREED.row} 2 理由：共同核对照片`);
  await says("approver", `核验情况 ${split}`);
  if (way === "cards") await person("approver").presses("要求复核");
  else await says("approver", `复核 ${split}`);
  await says(LEAD, `核验退回 ${split} ${nameOf(other)} 理由：3-5事实不清`);
  said.reopened = await says(LEAD, `核验情况 ${split}`);
  await says(other, `核验 ${split}`);
  await says(other, `${AGREED.row} ${AGREED.given} 东门已清扫`);
  await finalizes(world, other, split);
  said.agreedAgain = await says(LEAD, `合议分 ${split} ${AGREED.row} ${AGREED.points} 理由：复核后共同核对`);
  said.settled = await says(LEAD, `复核结果 ${split} 现场再看，3-5记${AGREED.points}分`);
  return { said };
}
