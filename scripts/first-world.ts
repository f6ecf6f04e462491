import { join } from "node:path";
import type { Seed } from "dingtalk-emulator/contract/control.ts";
import { type Definition, stageWindow } from "../src/campaign/definition/definition.ts";
import { type CampaignFolder, DefinitionError, loadCampaignFolder } from "../src/campaign/definition/load.ts";
import { addDays } from "../src/shared/civil-date.ts";
import { seedOf } from "./seed-of.ts";

/** The world that `npm start` begins with. */
export interface FirstWorld {
  seed: Seed;
  /** 09:00 of the day before the first campaign's first stage. */
  now: string;
  /** The person to begin with: an official of a district. */
  greeted: string;
  /** Where rosters contradict each other, a sentence each; the earlier folder's people stand. */
  clashes: string[];
}

interface Beginning extends CampaignFolder {
  folder: string;
}

/**
 * The people and groups of all folders together, the clock and the greeting of the first. Folders that cannot be used
 * are the bot's to name.
 *
 * @returns undefined when none can be used
 */
export function firstWorldOf(folders: readonly string[]): FirstWorld | undefined {
  const [first, ...others] = folders.flatMap((folder) => load(folder) ?? []);
  if (!first) return undefined;
  const { definition, roster } = first;
  const { seed, clashes } = others.reduce(joined, { seed: seedOf(roster), clashes: [] });
  const official = roster.people.find(({ roles }) => roles.some(({ role }) => role === "districtOfficer"));
  return { seed, now: eveOf(definition), greeted: (official ?? roster.people[0])?.name ?? "", clashes };
}

function load(folder: string): Beginning | undefined {
  try {
    return { folder, ...loadCampaignFolder(folder) };
  } catch (error) {
    if (error instanceof DefinitionError) return undefined;
    throw error;
  }
}

function eveOf(definition: Definition): string {
  const [first] = definition.campaign.stages.map((stage) => stageWindow(definition, stage).from).toSorted();
  if (!first) throw new Error(`no stage in ${definition.campaign.id}`);
  return `${addDays(first, -1)}T09:00:00+08:00`;
}

type Joined = Pick<FirstWorld, "seed" | "clashes">;

function joined({ seed, clashes }: Joined, { folder, roster }: Beginning): Joined {
  const more = seedOf(roster);
  const [app] = seed.apps;
  const robotCodes = app ? [app.robotCode] : [];
  return {
    seed: {
      ...seed,
      users: [...seed.users, ...more.users.filter(({ userId }) => !seed.users.some((one) => one.userId === userId))],
      groups: [
        ...seed.groups.map((group) => withMembers(group, more)),
        ...more.groups
          .filter(({ conversationId }) => !seed.groups.some((one) => one.conversationId === conversationId))
          .map((group) => ({ ...group, robotCodes })),
      ],
    },
    clashes: [...clashes, ...clashesBetween(seed, more).map((what) => `${join(folder, "roster.yaml")}：${what}`)],
  };
}

/** One group of two campaigns has the people of both. */
function withMembers(group: Seed["groups"][number], { groups }: Seed): Seed["groups"][number] {
  const others = groups.find(({ conversationId }) => conversationId === group.conversationId)?.memberIds ?? [];
  return { ...group, memberIds: [...new Set([...group.memberIds, ...others])] };
}

function clashesBetween(seed: Seed, more: Seed): string[] {
  const earlier = "与前一个活动的名册不一致，模拟器按前者";
  const people = more.users.flatMap(({ userId, name, mobile }) => {
    const same = seed.users.find((one) => one.userId === userId);
    if (same)
      return same.name === name && same.mobile === mobile ? [] : [`人员“${userId}”${earlier}（${same.name}）。`];
    const owner = seed.users.find((one) => one.mobile === mobile);
    return owner ? [`“${name}”与“${owner.name}”的手机号码相同，按号码查找时只会找到后者。`] : [];
  });
  const groups = more.groups.flatMap(({ conversationId, title }) => {
    const same = seed.groups.find((one) => one.conversationId === conversationId);
    return same && same.title !== title ? [`群“${conversationId}”${earlier}（${same.title}）。`] : [];
  });
  const sameBot = seed.apps[0]?.clientId === more.apps[0]?.clientId && seed.corpId === more.corpId;
  return [...(sameBot ? [] : [`corpId 或机器人${earlier}（${seed.apps[0]?.name ?? ""}）。`]), ...people, ...groups];
}
