import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import type { Database } from "../../src/platform/storage/database.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { playersIn } from "./campaign-state.ts";
import { asPlayed } from "./reviewed.ts";
import type { World } from "./world.ts";

/** The states that a case can be in. */
export const STATES = [
  ...(["none", "draft", "submitted", "excluded", "withdrawn", "reviewing", "finalized", "listed"] as const),
  ...(["visiting", "decided", "published", "closed"] as const),
];
export type CaseState = (typeof STATES)[number];

/** A case of 柯桥区 in a state, with what nobody may read who does not see it. */
export interface StatedCase {
  state: CaseState;
  name: string;
  secrets: readonly string[];
}

/** Made for the matrix; the others are the demonstration's. */
const NAMES = {
  none: "无此苑",
  draft: "墨竹苑",
  submitted: "青荷苑",
  excluded: "赤枫苑",
  withdrawn: "白鹭苑",
  reviewing: "紫藤苑",
  finalized: "金桂苑",
} as const;
const [LISTED] = compounds.filter(({ district }) => district === "keqiao");

const addressOf = (name: string): string => `${name}密址路`;
/** What the photo of a case is said to show. */
export const EVIDENCE = "密物";
const REASON = "密由会议记录缺页";

const made = (name: string, answers: Readonly<Record<string, string>> = {}) => {
  const played = asPlayed({ district: "keqiao", name });
  return { ...played, answers: { ...played.answers, 小区地址: `${addressOf(name)}1号`, ...answers } };
};

/** Before the city decides: one case of 柯桥区 in each state, on the day on which every district has reported its list. */
export async function playCaseStates(world: World): Promise<StatedCase[]> {
  const officer = persistent(playersIn(world), "keqiao-1");
  const acts = districtByWords(officer);
  for (const name of [NAMES.submitted, NAMES.withdrawn, NAMES.reviewing, NAMES.finalized])
    await acts.applies(made(name));
  const withPhotos = [NAMES.submitted, NAMES.withdrawn, NAMES.reviewing, NAMES.finalized, LISTED?.name ?? ""];
  for (const name of withPhotos) await files(world, name);
  // A burst ends with the time.
  await world.advanceTo("2023-09-28T09:05:00+08:00");
  const accident = { 近两年内重大安全责任事故: "有 2022年8月25日 人员伤亡事故" };
  await acts.applies(made(NAMES.excluded, accident));
  for (const text of [`撤回 ${NAMES.withdrawn}`, "确认撤回"]) await officer.says(text);
  await officer.says(`初评 ${NAMES.reviewing}`);
  await officer.says(`1-1 3 ${REASON}`);
  await acts.reviews(made(NAMES.finalized));
  // Begun last: with a form that is not submitted, 申报 asks which is meant.
  await officer.says("申报");
  for (const text of [NAMES.draft, "保存退出"]) await officer.says(text);
  await officer.says(`继续填写 ${NAMES.draft}`);
  for (const text of [`小区地址：${addressOf(NAMES.draft)}1号`, "保存退出"]) await officer.says(text);
  await world.idle();
  const own = (state: keyof typeof NAMES): StatedCase => {
    const name = NAMES[state];
    return { state, name, secrets: [addressOf(name), ...(state === "reviewing" ? [REASON] : [])] };
  };
  const names = (Object.keys(NAMES) as (keyof typeof NAMES)[]).map(own);
  return [...names, listedAs("listed")];
}

/** The case that is on the list, in a state that the campaign has come to since. */
export const listedAs = (state: CaseState): StatedCase => ({
  ...{ state, name: LISTED?.name ?? "" },
  secrets: [LISTED?.answers.小区地址, LISTED?.answers.申报单位负责人电话].flatMap((value) => value ?? []),
});

const files = async (world: World, name: string) =>
  world
    .as("keqiao-1")
    .drops([{ name: "照片.jpg", content: await photoOf({ seed: name.length }) }], { text: `${name} 1-5 ${EVIDENCE}` });

/** The case on the list is visited by two members of a team that has been approved. */
export async function playVisit(world: World, database: Database): Promise<StatedCase> {
  const members = ["team-lead", "team-1", "team-2"];
  for (const id of members) {
    const role = id === "team-lead" ? "teamLead" : "teamMember";
    await database.query("insert into team_member values ('shaoxing-2023', $1, $2)", [id, role]);
  }
  await database.query(
    `insert into evaluation_team (campaign_id, version, members, state, proposed_by, proposed_at)
     values ('shaoxing-2023', 1, $1, 'approved', 'maxiaohan', now())`,
    [JSON.stringify(members)],
  );
  const visit = listedAs("visiting");
  for (const words of [`10月9日 ${visit.name}`, `${visit.name} 成员 成员1、成员2`]) {
    await world.as("maxiaohan").says(`核验安排 ${words}`);
  }
  await world.idle();
  return visit;
}
