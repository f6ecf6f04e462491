import type { EmulatorClient } from "dingtalk-emulator/client/client.ts";
import { deliverableFor, offers } from "../src/campaign/definition/purposes.ts";
import type { CivilDate } from "../src/shared/civil-date.ts";
import { type Compound, casesOf } from "./cases.ts";
import type { CityActs } from "./city-acts.ts";
import { cityByCards } from "./city-by-cards.ts";
import { cityByWords } from "./city-by-words.ts";
import { type Days, daysOf } from "./days.ts";
import { type Demonstration, personWith, shaoxing } from "./demonstration.ts";
import type { DistrictActs } from "./district-acts.ts";
import { districtByCards } from "./district-by-cards.ts";
import { districtByWords } from "./district-by-words.ts";
import { applyingDistricts } from "./districts.ts";
import { openAnswers } from "./open-answers.ts";
import { persistent } from "./persistent.ts";
import { recommendations, recommendedAtLast } from "./recommendations.ts";
import { passedOver, toProvince } from "./selected.ts";
import { reasonOf, reportOf, titlesOf } from "./words.ts";

/** How people do it: only typing, only pressing, or some districts so and some so. */
export type Style = "words" | "cards" | "mixed";

export interface Scene {
  /** Campaign time, ISO 8601 with offset. */
  at: string;
  /** For whoever watches. */
  title: string;
  act(): Promise<void>;
}

interface Stage {
  campaign: Demonstration;
  days: Days;
  cases: readonly Compound[];
  district(id: string): DistrictActs;
  city: CityActs;
}

/** A campaign from the first form to the last report, scene by scene; what it does not have is left out. */
export function scenesOf(client: EmulatorClient, style: Style, campaign: Demonstration = shaoxing()): Scene[] {
  const stage = stageOf(client, style, campaign);
  return [
    ...applicationScenes(stage),
    ...recommendationScenes(stage),
    ...selectionScenes(stage),
    ...reportScenes(stage),
  ];
}

/** The same with 向省推荐 after 公布. */
export function scenesToProvince(client: EmulatorClient, style: Style, campaign: Demonstration): Scene[] {
  const all = [...scenesOf(client, style, campaign), ...provinceScenes(stageOf(client, style, campaign))];
  return all.sort((one, other) => one.at.localeCompare(other.at));
}

function stageOf(client: EmulatorClient, style: Style, campaign: Demonstration): Stage {
  const { definition, roster } = campaign;
  const ids = definition.campaign.districts.map(({ id }) => id);
  const district = (id: string): DistrictActs => {
    const person = persistent(client, personWith(roster, "districtOfficer", id)?.id ?? "");
    const typing = style === "words" || (style === "mixed" && ids.indexOf(id) % 2 === 1);
    return typing ? districtByWords(person) : districtByCards(person);
  };
  const people = {
    organizer: persistent(client, personWith(roster, "organizer")?.id ?? ""),
    approver: persistent(client, personWith(roster, "approver")?.id ?? ""),
  };
  const city = style === "words" ? cityByWords(people) : cityByCards(people);
  return { campaign, days: daysOf(definition), cases: casesOf(definition), district, city };
}

const scene = (day: CivilDate, title: string, act: () => Promise<void>, hour = 10): Scene => ({
  at: `${day}T${hour}:00:00+08:00`,
  title,
  act,
});

/** District after district. */
const each = (ids: readonly string[], act: (id: string) => Promise<void>) => async () => {
  for (const id of ids) await act(id);
};

/** The first of each district alone, later the others, and then all are scored. */
function applicationScenes({ campaign: { definition }, days, cases, district }: Stage): Scene[] {
  const ids = applyingDistricts(definition).map(({ id }) => id);
  const own = (id: string) => cases.filter((one) => one.district === id);
  const scored = offers(definition, "review");
  const isMore = cases.length > ids.length;
  const titles = titlesOf(definition, ids.length);
  return [
    scene(
      days.applies,
      titles.applyFirst,
      each(ids, async (id) => appliesAll(district(id), own(id).slice(0, 1))),
    ),
    ...(scored || isMore
      ? [
          scene(
            days.reviews,
            titles.applyAndReview({ isMore, scored }),
            each(ids, (id) =>
              scored ? reviewsAll(district(id), own(id)) : appliesAll(district(id), own(id).slice(1)),
            ),
          ),
        ]
      : []),
  ];
}

async function appliesAll(acts: DistrictActs, own: readonly Compound[]): Promise<void> {
  for (const one of own) await acts.applies(one);
}

/** The others are handed in, each then scored. */
async function reviewsAll(acts: DistrictActs, [first, ...others]: readonly Compound[]): Promise<void> {
  if (first) await acts.reviews(first);
  for (const one of others) {
    await acts.applies(one);
    await acts.reviews(one);
  }
}

function recommendationScenes({ campaign: { definition }, days, cases, district }: Stage): Scene[] {
  const reason = reasonOf(definition);
  return recommendations(definition, cases).map(({ level, lists }) =>
    scene(
      level === 1 ? days.recommends : days.recommendsAbove,
      titlesOf(definition, lists.length).recommend,
      async () => {
        for (const { district: id, names } of lists) await district(id).recommends(names, reason);
      },
    ),
  );
}

function selectionScenes({ campaign: { definition, roster }, days, cases, city }: Stage): Scene[] {
  if (!offers(definition, "selection")) return [];
  const candidates = recommendedAtLast(definition, cases);
  const approver = personWith(roster, "approver")?.name ?? "";
  const answers = openAnswers(definition, candidates.length).map(({ ruling, text }, at) =>
    scene(days.answers, `${approver}答复口径${ruling}`, () => city.answers(ruling, text), 10 + at),
  );
  const passed = passedOver(definition, candidates);
  if (!passed) return answers;
  const titles = titlesOf(definition, 0);
  return [
    ...answers,
    scene(days.selects, titles.select, () => city.selectsAllBut(passed, reasonOf(definition))),
    ...(offers(definition, "publication") ? [scene(days.publishes, titles.publish, () => city.publishes())] : []),
  ];
}

function provinceScenes({ campaign: { definition }, days, cases, city }: Stage): Scene[] {
  const names = toProvince(definition, recommendedAtLast(definition, cases));
  if (names.length === 0 || !offers(definition, "publication")) return [];
  const said = { reason: reasonOf(definition), sentOn: days.publishes };
  return [scene(days.publishes, titlesOf(definition, 0).province, () => city.recommendsToProvince(names, said), 15)];
}

/** The last district but one hands its report in only on the last day. */
function reportScenes({ campaign: { definition }, days, district }: Stage): Scene[] {
  if (!offers(definition, "report") || !deliverableFor(definition, "report")) return [];
  const ids = applyingDistricts(definition).map(({ id }) => id);
  const late = ids.at(-2) ?? ids[0];
  if (late === undefined) return [];
  const early = ids.filter((id) => id !== late);
  const report = reportOf(definition);
  const titles = titlesOf(definition, early.length);
  return [
    ...(early.length > 0
      ? [
          scene(
            days.reports,
            titles.report,
            each(early, (id) => district(id).reports(report)),
          ),
        ]
      : []),
    scene(days.reportsLate, titles.reportLate, () => district(late).reports(report)),
  ];
}

/** Plays every scene up to the moment, moving the clock from scene to scene, and stops there. */
export async function playTo(
  client: EmulatorClient,
  { scenes, to, before }: { scenes: readonly Scene[]; to: string; before?: (scene: Scene) => void | Promise<void> },
): Promise<void> {
  const now = await client.clock.now();
  for (const scene of scenes.filter(({ at }) => at >= now && at <= to)) {
    await client.clock.advanceTo(scene.at);
    await before?.(scene);
    await scene.act();
  }
  if (to > now) await client.clock.advanceTo(to);
}
