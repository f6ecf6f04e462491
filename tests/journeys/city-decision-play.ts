import { agreesTo, type CityHands, ranked, totalOf } from "./city-decision.ts";
import { publishedList } from "./city-decision-shown.ts";
import type { Reckoned } from "./city-oracle.ts";
import { CITY } from "./city-story.ts";
import type { World } from "./world.ts";

/** What was read on the way, by what was done. */
export type Read = Readonly<Record<string, string>>;

/** Compounds by the part that they play. */
export interface Cast {
  /** Tenth and eleventh with the same total, told apart by the ladder. */
  resolved: readonly [string, string];
  /** Tied across the tenth place whatever the ladder says. */
  tied: readonly string[];
  /** Taken off by an objection, kept in spite of one, kept out by an accident, withdrawn after 公布. */
  removed: string;
  kept: string;
  excluded: string;
  withdrawn: string;
  /** The first reserve, found to be no longer fit when it would have moved up. */
  barred: string;
  /** Took the place of the one that withdrew: on the city's list, and before the province. */
  follows: string;
  last: string;
}

interface Decided {
  read: Read;
  cast: Cast;
  /** Each list as it stood in the group right after 公布. */
  lists: readonly string[][];
}

const names = (all: readonly Reckoned[]): string[] => all.map(({ name }) => name);
const at = (day: string, hour = 9): string => `2023-${day}T${String(hour).padStart(2, "0")}:00:00+08:00`;

/**
 * From final points to the archive's eve: the ladder and a tie, a ruling between two versions, 公示 that stops twice,
 * 公布, a withdrawal, and the province's three with one replaced.
 */
export async function decidesAll(world: World, hands: CityHands): Promise<Decided> {
  const read: Record<string, string> = {};
  const lists: string[][] = [];
  await hands.rules("R10", "公示5个自然日");
  await hands.rules("R22", "设2个递补对象");
  await hands.says(CITY, "导出 征求意见函");

  // The ladder tells two apart: one of the same total does not meet the row on satisfaction.
  const resolved = await tiesAtTenth(hands, { unmet: true });
  read.resolved = await hands.says(CITY, "入围临界情况");
  await choosesFirst(hands, 1);
  // Whole points instead of hundredths: other totals, other places.
  await hands.rules("R26", "每条取平均分，四舍五入保留整数");
  read.ruledAnew = await hands.cardOf("approver", "市级名单（第1版）");
  const tied = await tiesAtTenth(hands, { unmet: false });
  read.tied = await hands.says(CITY, "入围临界情况");
  await choosesFirst(hands, 2);
  read.approved = await hands.approves(2);

  await world.advanceTo(at("10-16"));
  read.shown = await hands.shows("2023-10-16", "2023-10-21");
  const [kept = "", removed = "", excluded = "", withdrawn = ""] = names(ranked(await hands.standing()));
  await objections(hands, { kept, removed }, read);
  await choosesFirst(hands, 3, [removed]);
  await hands.approves(3);
  await world.advanceTo(at("10-17"));
  read.shownAgain = await hands.shows("2023-10-17", "2023-10-22");

  // Two days before the end.
  await world.advanceTo(at("10-20"));
  const accident = "2022年5月发生人员伤亡事故 应急函〔2023〕5号";
  read.reported = await hands.says(CITY, `登记回复 应急管理 ${excluded} 有情况 ${accident}`);
  read.excluded = await hands.says("approver", `认定属实 ${excluded} 已核实`);
  read.stopped = await hands.says(CITY, "公示文本");
  await choosesFirst(hands, 4, [removed]);
  await hands.approves(4);
  await hands.shows("2023-10-20", "2023-10-25");
  read.early = await hands.says(CITY, "公布");
  await world.advanceTo(at("10-26"));
  read.published = await hands.publishes();
  // A group's card is drawn anew every five minutes at most.
  await world.advanceTo(at("10-26", 10));
  lists.push(await publishedList(world));
  const list = await chosenIn(hands, 4);
  const [third = ""] = list.filter((name) => ![withdrawn, kept].includes(name));
  const [last = ""] = list.filter((name) => ![withdrawn, kept, third].includes(name));
  read.province = await hands.recommends(1, [kept, withdrawn, third]);
  await hands.sends("2023-10-26", "绍建〔2023〕88号");

  await withdraws(hands, withdrawn);
  read.fallen = await hands.cardOf(CITY, "市级名单（第4版）");
  read.provinceFallen = await hands.cardOf(CITY, "向省推荐（第1版）");
  const [barred = "", follows = ""] = await reservesIn(hands, 4);
  const rest = list.filter((name) => name !== withdrawn);
  // The first reserve would move up, but does not pass any more when it comes to that.
  await hands.proposes(5, [...rest, barred], [follows]);
  await hands.objects({
    ...{ number: 4, source: "letter", about: barred, content: "收费未公开", findings: "经核实，收费标准未公开" },
    ...{ isUpheld: true, reason: "收费标准未公开，不符合附件1第8项" },
  });
  read.barred = await hands.cardOf("approver", "市级名单（第5版）");
  read.notApproved = await hands.says("approver", "批准 5 经10月26日局长办公会研究同意，〔2023〕15号");
  await hands.proposes(6, [...rest, follows], []);
  await hands.approves(6);
  await hands.shows("2023-10-26", "2023-10-31");
  await world.advanceTo("2023-11-01T09:00:00+08:00");
  read.publishedAgain = await hands.publishes();
  await world.advanceTo("2023-11-01T10:00:00+08:00");
  lists.push(await publishedList(world));
  read.provinceAgain = await hands.recommends(2, [kept, third, last]);
  read.sent = await hands.sends("2023-11-01", "绍建〔2023〕96号");
  const cast = { resolved, tied, removed, kept, excluded, withdrawn, barred, follows, last };
  return { read, cast, lists };
}

/** Brings the first verified compound behind the tenth to its total. @returns the tied */
async function tiesAtTenth(hands: CityHands, { unmet }: { unmet: boolean }): Promise<[string, string]> {
  const order = ranked(await hands.standing());
  const tenth = order[9];
  const next = order.find(({ own }, place) => place > 9 && own !== null && !isAgreed(order[place]));
  if (!tenth || !next) throw new Error("nobody stands behind the tenth");
  await agreesTo(hands, next, { total: totalOf(tenth), unmet });
  return [tenth.name, next.name];
}

/** Who lost the row on satisfaction stays where it is. */
const isAgreed = (one: Reckoned | undefined): boolean => one?.rows["3-2"] === 0;

/** The first ten of those that may be chosen; the next two are reserves. */
async function choosesFirst(hands: CityHands, version: number, without: readonly string[] = []): Promise<void> {
  const order = names(ranked(await hands.standing())).filter((name) => !without.includes(name));
  await hands.proposes(version, order.slice(0, 10), order.slice(10, 12));
}

async function objections(
  hands: CityHands,
  { kept, removed }: { kept: string; removed: string },
  read: Record<string, string>,
): Promise<void> {
  const source = "letter";
  read.notListed = await hands.objects({
    ...{ number: 1, source, about: "江南水岸", content: "为何未列入名单", findings: "该小区未申报" },
    ...{ isUpheld: false, reason: "该小区未申报" },
  });
  read.declined = await hands.objects({
    ...{ number: 2, source: "phone", about: kept, content: "绿化养护较差", findings: "已现场核查，养护情况符合要求" },
    ...{ isUpheld: false, reason: "养护情况符合要求" },
  });
  read.upheld = await hands.objects({
    ...{ number: 3, source: "website", about: removed, content: "收费未公开", findings: "经核实，收费标准未公开" },
    ...{ isUpheld: true, reason: "收费标准未公开，不符合附件1第8项" },
  });
}

async function withdraws(hands: CityHands, name: string): Promise<void> {
  const { district = "" } = (await hands.standing()).find((one) => one.name === name) ?? {};
  await hands.says(`${district}-1`, `撤回 ${name}`);
  await hands.says(`${district}-1`, `确认撤回 ${name}`);
}

const chosenIn = async (hands: CityHands, version: number): Promise<readonly string[]> =>
  (await hands.versions()).find((one) => one.kind === "selection" && one.version === version)?.chosen ?? [];

const reservesIn = async (hands: CityHands, version: number): Promise<readonly string[]> =>
  (await hands.versions()).find((one) => one.kind === "selection" && one.version === version)?.reserves ?? [];
