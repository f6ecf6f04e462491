import { createHash } from "node:crypto";
import { shaoxing } from "../../demo/demonstration.ts";
import { criteriaOf } from "../../src/campaign/scoring/rubric.ts";
import { meaningOf } from "./campaign-state.ts";
import { CITY, type CityStory, findingsOf, LEAD, playerOf } from "./city-story.ts";
import { AGREED, verifiers } from "./city-story-play.ts";
import { connect } from "./database.ts";
import { textsIn } from "./table-state.ts";
import type { World } from "./world.ts";

type Row = Readonly<Record<string, unknown>>;

/** What must be the same however the points came in. */
export interface Ledger {
  /** Every point of every member, with its reason in plain. */
  points: string[];
  /** What the city agreed on, asked for and decided; who verified what, and when. */
  tables: Record<string, unknown>;
  /** What the lead reads of each site, and the city of all. */
  read: string[];
  /** Of the workbooks, byte by byte. */
  workbooks: string[];
}

const TABLES = ["agreed_points", "recheck", "recusal", "no_recusal", "site_visit", "site_assignment"];

export async function ledgerOf(world: World, { sites }: CityStory): Promise<Ledger> {
  const { says } = playerOf(world);
  const read: string[] = [];
  for (const { name } of sites) read.push(await says(LEAD, `核验情况 ${name}`));
  read.push(await says(CITY, "排名"), await says(CITY, "评分差异较大条目"));
  const workbooks: string[] = [];
  for (const what of ["排名", "附件4"]) workbooks.push(await fileOf(world, `导出 ${what}`));
  const { meaning, actual } = await meaningOf(world);
  const texts = await textsIn(world);
  const names = new Map((actual.application as Row[]).map(({ id, compound_name }) => [id, compound_name]));
  const plain = (value: unknown) => texts.get((value as { personal?: string } | null)?.personal ?? "");
  const points = (actual.score as Row[])
    .filter(({ ledger }) => ledger === "city")
    .map((one) => [
      names.get(one.case_id),
      one.scorer,
      one.criterion,
      one.state,
      one.hundredths,
      one.clause,
      plain(one.reason),
    ])
    .map((one) => one.join(" "))
    .sort((one, other) => (one < other ? -1 : 1));
  const tables = Object.fromEntries(TABLES.map((table) => [table, meaning[table]]));
  return { points, tables, read, workbooks };
}

async function fileOf(world: World, typed: string): Promise<string> {
  const file = (await world.as(CITY).says(typed)).flatMap((message) => message.file ?? []).at(-1);
  if (!file) throw new Error(`nothing came for ${typed}`);
  const bytes = Buffer.from(await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer());
  return `${file.fileName} ${createHash("sha256").update(bytes).digest("hex")}`;
}

/** Totals of the city by the site's name, from what the members found and nothing else, in hundredths. */
export function expectedTotals(story: CityStory): Record<string, number> {
  const rows = criteriaOf(shaoxing().definition.rubric);
  return Object.fromEntries(
    story.sites.map((site) => {
      const members = verifiers(story, site).map((one) =>
        site.name === story.late.site && one === story.late.member ? story.late.instead : one,
      );
      const total = rows.reduce((sum, { id, maxPoints }) => {
        if (site.name === story.split && id === AGREED.row) return sum + AGREED.points * 100;
        const given = members.map(
          (member) => findingsOf(story, member, site.name).find(({ row }) => row === id)?.points ?? maxPoints,
        );
        return sum + Math.round(given.reduce((all, one) => all + one * 100, 0) / given.length);
      }, 0);
      return [site.name, total];
    }),
  );
}

/** The same totals as the lead reads them. */
export async function shownTotals(world: World, { sites }: CityStory): Promise<Record<string, number>> {
  const { says } = playerOf(world);
  const shown: Record<string, number> = {};
  for (const { name } of sites) {
    const text = await says(LEAD, `核验情况 ${name}`);
    shown[name] = Math.round(Number(/市级核验分\S*：(\d+(?:\.\d+)?)分/u.exec(text)?.[1]) * 100);
  }
  return shown;
}

/** Points and sheets of the members, as the database has them: for what must not change. */
export async function memberPoints(world: World): Promise<string> {
  const database = await connect(world);
  const points = await database.query("select * from score where ledger = 'city' order by case_id, scorer, criterion");
  const sheets = await database.query("select * from score_sheet where ledger = 'city' order by case_id, scorer");
  await database.close();
  return JSON.stringify([points, sheets]);
}
