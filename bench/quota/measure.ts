import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmulatorClient, emulatorClient } from "dingtalk-emulator/client/client.ts";
import { type Compound, casesOf } from "../../demo/cases.ts";
import { cityByCards } from "../../demo/city-by-cards.ts";
import { type Days, daysOf } from "../../demo/days.ts";
import { personWith, shaoxing } from "../../demo/demonstration.ts";
import type { DistrictActs } from "../../demo/district-acts.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { openAnswers } from "../../demo/open-answers.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { passedOver } from "../../demo/selected.ts";
import { reasonOf, reportOf } from "../../demo/words.ts";
import { type Cost, type MeasuredCosts, STYLED } from "../../src/campaign/administration/usage/costs.ts";
import { stageWindow } from "../../src/campaign/definition/definition.ts";
import { addDays, type CivilDate, dayOf } from "../../src/shared/civil-date.ts";
import { madePhoto } from "../photos.ts";
import { abandon, startResident } from "../resident.ts";
import { openTown } from "../town.ts";

/** The day before the first stage. */
const EVE = "2023-08-09T10:00:00+08:00";
/** By then cards that wait for more changes are redrawn. */
const SETTLED = { hours: 1 };
const PHOTO = { width: 640, height: 480 };

/**
 * Plays the demonstration's campaign between the emulator and a bot, every other district typing and the others pressing,
 * and reads after every step what the emulator has counted, as the platform would.
 */
export async function measureCosts(say: (line: string) => void): Promise<MeasuredCosts> {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-quota-"));
  const town = await openTown(join(folder, "emulator"), EVE);
  const resident = await startResident(town, join(folder, "bot"));
  try {
    const client = emulatorClient(town.url, { idleMs: 120_000 });
    await client.idle();
    return await play(client, say);
  } finally {
    await abandon(resident, join(folder, "bot"));
    await town.program.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sums what steps of one kind took. */
interface Tally {
  during(kind: string, work: () => Promise<unknown>, count?: number): Promise<void>;
  average(kind: string): Cost;
}

function makeTally(client: EmulatorClient): Tally {
  const sums = new Map<string, Cost & { count: number }>();
  return {
    async during(kind, work, count = 1) {
      const before = await client.usage();
      await work();
      await client.idle();
      const after = await client.usage();
      const sum = sums.get(kind) ?? { apiCalls: 0, pushes: 0, count: 0 };
      sums.set(kind, {
        apiCalls: sum.apiCalls + after.apiCalls - before.apiCalls,
        pushes: sum.pushes + after.pushes - before.pushes,
        count: sum.count + count,
      });
    },
    average(kind) {
      const { apiCalls, pushes, count } = sums.get(kind) ?? { apiCalls: 0, pushes: 0, count: 1 };
      return { apiCalls: rounded(apiCalls / count), pushes: rounded(pushes / count) };
    },
  };
}

/** What a step is counted as where it was typed. */
const typed = (step: string): string => `${step}, typed`;

const rounded = (value: number): number => Math.round(value * 100) / 100;

interface Play {
  client: EmulatorClient;
  tally: Tally;
  cases: readonly Compound[];
  officer(district: string): PersistentPerson;
  /** What the district's officer does, pressing or typing, and what a step of theirs is counted as. */
  acts(district: string): DistrictActs & { kind(step: (typeof STYLED)[number]): string };
  districts: readonly string[];
  /** Goes on day by day. */
  to(day: CivilDate): Promise<void>;
}

async function play(client: EmulatorClient, say: (line: string) => void): Promise<MeasuredCosts> {
  const { definition, roster } = shaoxing();
  const days = daysOf(definition);
  const tally = makeTally(client);
  const districts = definition.campaign.districts.map(({ id }) => id);
  const officer = (id: string) => persistent(client, personWith(roster, "districtOfficer", id)?.id ?? "");
  const opened = definition.campaign.stages.map((stage) => stageWindow(definition, stage).from);
  let today = dayOf(new Date(await client.clock.now()));
  const to = async (day: CivilDate) => {
    while (today < day) {
      today = addDays(today, 1);
      const kind = opened.includes(today) ? "opening" : "day";
      await tally.during(kind, () => client.clock.advanceTo(`${today}T10:00:00+08:00`), districts.length);
    }
    say(today);
  };
  const acts: Play["acts"] = (id) =>
    districts.indexOf(id) % 2 === 1
      ? { ...districtByWords(officer(id)), kind: typed }
      : { ...districtByCards(officer(id)), kind: (step) => step };
  const stage: Play = { client, tally, cases: casesOf(definition), officer, acts, districts, to };
  await appliesAndReviews(stage, days);
  await entersForms(stage, days.reviews);
  await photographs(stage);
  await recommends(stage, days.recommends);
  await decides(stage, days);
  await to(days.reports);
  for (const id of districts) {
    const { kind, reports } = acts(id);
    await tally.during(kind("report"), () => reports(reportOf(definition)));
  }
  await to(addDays(days.reportsLate, 1));
  return costsOf(tally);
}

/** Rulings, the choice and its publication. */
async function decides({ client, tally, cases, to }: Play, days: Days): Promise<void> {
  const { definition, roster } = shaoxing();
  const [organizer, approver] = (["organizer", "approver"] as const).map((role) =>
    persistent(client, personWith(roster, role)?.id ?? ""),
  );
  if (!organizer || !approver) throw new Error("the demonstration has an organizer and an approver");
  const city = cityByCards({ organizer, approver });
  await to(days.answers);
  for (const { ruling, text } of openAnswers(definition, cases.length)) {
    await tally.during("answer", async () => {
      await city.answers(ruling, text);
      await client.clock.advance(SETTLED);
    });
  }
  await to(days.selects);
  const passed = passedOver(definition, cases) ?? [];
  await tally.during("selection", () => city.selectsAllBut(passed, reasonOf(definition)));
  await to(days.publishes);
  await tally.during("publication", () => city.publishes());
}

/** As in the demonstration: the first of each district is handed in alone, later the others, and all are scored. */
async function appliesAndReviews({ client, tally, cases, acts, to }: Play, days: Days): Promise<void> {
  const applied = (one: Compound) => {
    const { kind, applies } = acts(one.district);
    return tally.during(kind("application"), () => applies(one));
  };
  const firsts = cases.filter((one) => cases.find(({ district }) => district === one.district) === one);
  await to(days.applies);
  for (const one of firsts) await applied(one);
  await to(days.reviews);
  for (const one of cases) {
    const { kind, reviews } = acts(one.district);
    if (!firsts.includes(one)) await applied(one);
    await tally.during(kind("review"), () => reviews(one));
  }
  await tally.during("day", () => client.clock.advance(SETTLED), 0);
}

/** 附件1 and the opinions of every case; what is redrawn because of them is theirs. */
async function entersForms({ client, tally, cases, officer }: Play, day: CivilDate): Promise<void> {
  for (const one of cases) {
    const person = officer(one.district);
    await tally.during("requirements", async () => {
      await person.says(`要求 ${one.name}`);
      await person.says(`要求 ${one.name} 其余均符合，应收 100万，实收 99万`);
    });
    await tally.during("opinions", async () => {
      await person.says(`意见 ${one.name}`);
      await person.says(`意见 ${one.name} 业委会、社区 同意 ${dayWords(day)}`);
      await person.says(`意见 ${one.name} 街道 同意 ${dayWords(day)}`);
      await person.drops({ name: "盖章件.jpg", content: await madePhoto(900, PHOTO) });
      await person.says("其他用途");
      await person.says("申报表盖章件");
    });
  }
  await tally.during("opinions", () => client.clock.advance(SETTLED), 0);
}

const dayWords = (day: CivilDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** One photo under one row and three under another, each sent alone; then one of the rows on a picture. */
async function photographs({ client, tally, cases, officer }: Play): Promise<void> {
  const [one] = cases;
  if (!one) return;
  const person = officer(one.district);
  const burst = (row: string, seeds: readonly number[]) => async () => {
    await person.says(`${one.name} ${row}`);
    for (const seed of seeds) await person.drops({ name: `${seed}.jpg`, content: await madePhoto(seed, PHOTO) });
    // Past the pause of cards that are redrawn.
    await client.clock.advance({ minutes: 10 });
  };
  await burst("1-4", [1])();
  await tally.during("burst of one", burst("1-5", [2]));
  await tally.during("burst of three", burst("3-5", [11, 12, 13]));
  await tally.during("sheet", () => person.says(`材料 ${one.name} 3-5`));
}

async function recommends({ tally, cases, acts, districts, to }: Play, day: CivilDate): Promise<void> {
  await to(day);
  const reason = reasonOf(shaoxing().definition);
  for (const id of districts) {
    const names = cases.filter(({ district }) => district === id).map(({ name }) => name);
    const { kind, recommends } = acts(id);
    await tally.during(kind("list"), () => recommends(names.toReversed(), reason));
  }
}

function costsOf({ average }: Tally): MeasuredCosts {
  const [one, three] = [average("burst of one"), average("burst of three")];
  const photo = {
    apiCalls: rounded((three.apiCalls - one.apiCalls) / 2),
    pushes: rounded((three.pushes - one.pushes) / 2),
  };
  const burst = { apiCalls: rounded(one.apiCalls - photo.apiCalls), pushes: rounded(one.pushes - photo.pushes) };
  return {
    ...{ application: average("application"), requirements: average("requirements"), opinions: average("opinions") },
    ...{ review: average("review"), list: average("list"), report: average("report") },
    ...{ answer: average("answer"), selection: average("selection"), publication: average("publication") },
    ...{ burst, photo, sheet: average("sheet") },
    ...{ opening: average("opening"), day: average("day") },
    typed: Object.fromEntries(STYLED.map((step) => [step, average(typed(step))])) as MeasuredCosts["typed"],
  };
}
