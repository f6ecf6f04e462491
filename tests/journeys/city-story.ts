import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { answerIn, read } from "./reading.ts";
import type { World } from "./world.ts";

/** How the members bring their points in: page by page on the card, or from paper by workbooks and one message a site. */
export type Way = "cards" | "paper";

export const CITY = "maxiaohan";
export const LEAD = "team-lead";
/** Outside the organisation: scores on paper. */
export const OUTSIDE = { id: "outside-1", name: "周工" };

/** A site of the story: the day of its visit, and who verifies it. */
export interface Site {
  name: string;
  /** `10-09`, or `10-09 暗访`. */
  day: string;
  members: readonly [string, string];
}

export interface CityStory {
  sites: readonly Site[];
  /** Keeps out of the site before the visit; somebody else takes it over. */
  early: Change;
  /** Found out when the points are final. */
  late: Change;
  /** Two who are far apart: 合议分, 复核, a return, 合议分 again. */
  split: string;
  /** A member without signal on the days of the own visits; what was typed and taken there arrives on the day after. */
  silent: { member: string; after: string };
}

interface Change {
  site: string;
  member: string;
  instead: string;
}

const nameOf = (member: string): string =>
  member === OUTSIDE.id ? OUTSIDE.name : member.replace("team-", "评选工作组成员");

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
/** Pictures that are all different: what follows the end of a PNG is not looked at. */
export const picture = (number: number): Buffer => Buffer.concat([Buffer.from(PIXEL, "base64"), Buffer.from([number])]);

interface Finding {
  row: string;
  points: number;
  fact: string;
  /** Of a clause of 附件1 that is not met. */
  clause?: string;
}

const FACTS: readonly (readonly [row: string, most: number, fact: string])[] = [
  ["3-5", 5, "东门有垃圾"],
  ["3-6", 5, "绿化缺株"],
  ["3-7", 5, "单元门锁坏"],
  ["3-9", 5, "巡查记录缺两月"],
  ["1-2", 4, "会议记录不全"],
];

/** What the member finds at the site: nowhere the same, and always the same again. Where two are split, the first is far below. */
export function findingsOf({ sites, split }: CityStory, member: string, site: string): Finding[] {
  const at = sites.findIndex(({ name }) => name === site);
  const who = member === OUTSIDE.id ? 6 : Number(member.slice(-1));
  const found = FACTS.flatMap(([row, most, fact], place): Finding[] => {
    const less = (at * 7 + who * 3 + place * 5) % 4;
    return less === 0 || (site === split && row === "3-5") ? [] : [{ row, points: most - less, fact }];
  });
  if (site === split && sites[at]?.members[0] === member) found.unshift({ row: "3-5", points: 0, fact: "无人清扫" });
  if ((at + who) % 5 === 0) found.push({ row: "3-8", points: 0, fact: "未提供生活服务", clause: "7-3" });
  return found;
}

const asTyped = ({ row, points, fact, clause }: Finding): string =>
  clause === undefined ? `${row} ${points} ${fact}` : `${row} 不符合 ${clause} ${fact}`;

export interface Player {
  says(userId: string, text: string): Promise<string>;
  person(userId: string): PersistentPerson;
}

export function playerOf(world: World): Player {
  const players = playersIn(world);
  const known = new Map<string, PersistentPerson>();
  const person = (userId: string): PersistentPerson => {
    const one = known.get(userId) ?? persistent(players, userId);
    known.set(userId, one);
    return one;
  };
  return {
    person,
    async says(userId, text) {
      const news = await person(userId).says(text);
      return news.length === 0 ? "" : read(answerIn(news));
    },
  };
}

/** Points of one member at one site, as they come in; not final. */
export async function scores(world: World, story: CityStory, { member, site, way }: Scoring): Promise<void> {
  const findings = findingsOf(story, member, site);
  const { says, person } = playerOf(world);
  if (member === OUTSIDE.id) {
    await says(LEAD, `代录 ${OUTSIDE.name} ${site}`);
    await says(LEAD, [...findings.map(asTyped), "其余满分"].join("；"));
    return;
  }
  if (way === "cards") return onCard(person(member), site, findings);
  // Half of those with paper fill in a workbook, half copy the whole sheet into one message.
  if (Number(member.slice(-1)) % 2 === 0) return inWorkbook(world, { member, site }, findings);
  await says(member, `核验 ${site}`);
  await says(member, [...findings.map(asTyped), "其余满分"].join("；"));
}

interface Scoring {
  member: string;
  site: string;
  way: Way;
}

async function onCard(person: PersistentPerson, site: string, findings: readonly Finding[]): Promise<void> {
  await person.says(`核验 ${site}`);
  const MOST_PAGES = 8;
  for (let page = 0; page < MOST_PAGES; page++) {
    const form = (await person.latestCard(({ text }) => text.startsWith(`核验打分：${site}`)))?.forms[0];
    if (!form?.formId.startsWith("verification-")) return;
    const rows = form.fields.flatMap(({ name, label }) => (/^\d-\d$/.test(name) ? [{ name, label }] : []));
    const values = rows.map(({ name, label }) => [name, pointsOn(findings, name) ?? mostIn(label)] as const);
    const reasons = findings.filter(({ row }) => rows.some(({ name }) => name === row)).map(asReason);
    await person.submits({ ...Object.fromEntries(values), reasons: reasons.join("；") });
  }
}

const pointsOn = (findings: readonly Finding[], row: string): number | undefined =>
  findings.find((one) => one.row === row)?.points;
const asReason = ({ row, fact, clause }: Finding): string =>
  clause === undefined ? `${row} ${fact}` : `${row} 不符合 ${clause} ${fact}`;
/** 3-5 环境卫生（0～5）: the most that the field's label names. */
const mostIn = (label: string): number => Number(/(\d+)）$/u.exec(label)?.[1] ?? 0);

async function inWorkbook(world: World, { member, site }: Omit<Scoring, "way">, findings: readonly Finding[]) {
  const { name, book } = await workbookIn(world, await world.as(member).says("导出 核验表"));
  for (const sheet of [...book.worksheets]) {
    const isMeant = sheet.name.includes(site) || String(sheet.getCell(1, 1).text).includes(site);
    if (!isMeant) book.removeWorksheet(sheet.id);
  }
  const [sheet] = book.worksheets;
  const cell = cellsOf(sheet, "条目");
  for (const { row, most } of rowsIn(sheet)) cell(row, "考核分").value = most;
  for (const { row, points, fact, clause } of findings) {
    cell(row, "考核分").value = clause === undefined ? points : `不符合 ${clause}`;
    cell(row, "理由").value = fact;
  }
  await world.as(member).drops(await asFile(name, book));
  await world.as(member).says("采用核验表");
}

/** Rows of a 核验表 with their most points. */
function rowsIn(sheet: Parameters<typeof cellsOf>[0]): { row: string; most: number }[] {
  const cell = cellsOf(sheet, "条目");
  const rows: { row: string; most: number }[] = [];
  sheet?.eachRow((one) => {
    const row = one.getCell(1).text;
    if (/^\d-\d$/.test(row)) rows.push({ row, most: Number(cell(row, "分值").text) });
  });
  return rows;
}

/** 提交定稿 of points that have just been given, looked at and confirmed. */
export async function finalizes(world: World, member: string, site: string): Promise<string> {
  const { says } = playerOf(world);
  const by = member === OUTSIDE.id ? LEAD : member;
  await says(by, `核验定稿 ${site}`);
  return says(by, `确认核验定稿 ${site}`);
}

export const noRecusal = async (world: World, member: string, site: string): Promise<string> =>
  member === OUTSIDE.id
    ? playerOf(world).says(LEAD, `无应回避情形 ${site} ${OUTSIDE.name}`)
    : playerOf(world).says(member, `无应回避情形 ${site}`);

export { nameOf };
