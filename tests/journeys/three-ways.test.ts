import { afterAll, beforeAll, expect } from "vitest";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { meaningOf, playersIn } from "./campaign-state.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { answerIn, read } from "./reading.ts";
import { asPlayed } from "./reviewed.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
const REASON = "党建引领和居民参与更为扎实";

let world: World;
const clerkOf = (district: string): PersistentPerson => persistent(playersIn(world), `${district}-1`);
beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

/** The same two compounds in every district; the names differ as names do. */
const BY = { keqiao: "柯", shangyu: "虞", zhuji: "暨" } as const;
const pair = (district: keyof typeof BY) => [
  asPlayed({ district, name: `${BY[district]}湖甲苑`, less: { "1-2": 2, "4-2": 1 }, rate: 93 }),
  asPlayed({ district, name: `${BY[district]}湖乙苑`, less: { "1-2": 3, "3-5": 2 }, rate: 96.5 }),
];
const orderOf = (district: keyof typeof BY) =>
  pair(district)
    .map(({ name }) => name)
    .toReversed();

step("a district from nothing to 报送 by cards", async () => {
  const acts = districtByCards(clerkOf("keqiao"));
  for (const compound of pair("keqiao")) {
    await acts.applies(compound);
    await acts.reviews(compound);
  }
  await acts.recommends(orderOf("keqiao"), REASON);
});

step("another by words", async () => {
  const acts = districtByWords(clerkOf("shangyu"));
  for (const compound of pair("shangyu")) {
    await acts.applies(compound);
    await acts.reviews(compound);
  }
  await acts.recommends(orderOf("shangyu"), REASON);
});

const text = (messages: readonly Message[]): string => read(answerIn(messages));

step("a third by workbooks; 提交, 提交定稿 and 报送 stay words", async () => {
  const clerk = clerkOf("zhuji");
  const compounds = pair("zhuji");
  const form = await workbookIn(world, await clerk.says("导出 申报表"));
  const sheet = form.book.worksheets[0];
  const header = (sheet?.getRow(3).values ?? []) as readonly (string | undefined)[];
  for (const [at, { answers }] of compounds.entries())
    for (const [column, label] of header.entries())
      if (label !== undefined && answers[label] !== undefined && sheet)
        sheet.getCell(4 + at, column).value = answers[label];
  expect(text(await clerk.drops(await asFile(form.name, form.book)))).toContain("尚未写入");
  await clerk.says("采用申报表");
  for (const { name } of compounds) {
    await clerk.says(`继续填写 ${name}`);
    await clerk.says("提交");
  }

  const points = await workbookIn(world, await clerk.says("导出 初评表"));
  for (const compound of compounds) {
    const cell = cellsOf(points.book.getWorksheet(compound.name), "条目");
    for (const [section, rows] of compound.points.entries())
      for (const [row, one] of rows.entries()) cell(`${section + 1}-${row + 1}`, "考核分").value = one;
  }
  await clerk.drops(await asFile(points.name, points.book));
  await clerk.says("采用初评表");
  for (const { name } of compounds) {
    await clerk.says(`提交定稿 ${name}`);
    await clerk.says(`确认定稿 ${name}`);
  }

  const list = await workbookIn(world, await clerk.says("导出 推荐表"));
  expect(list.name).toBe("推荐表（诸暨市）.xlsx");
  const cell = cellsOf(list.book.worksheets[0], "名称");
  for (const [at, name] of orderOf("zhuji").entries()) cell(name, "次序").value = at + 1;
  cell(orderOf("zhuji")[0] ?? "", "理由").value = REASON;
  const shown = text(await clerk.drops(await asFile(list.name, list.book)));
  expect(shown).toContain(`推荐次序：${orderOf("zhuji").join("、")}`);
  expect(shown).toContain(REASON);
  await clerk.says("采用推荐表");
  expect(text(await clerk.says("报送"))).toContain("已报送");
  expect(text(await clerk.drops(await asFile(list.name, list.book)))).toContain("本表导出之后已报送推荐名单");
});

step("the three districts' applications, points and lists are the same, row by row", async () => {
  const { meaning, replayed, actual } = await meaningOf(world);
  const of = (district: keyof typeof BY) => {
    const plain = (value: unknown) =>
      JSON.stringify(value)
        .replaceAll(`${BY[district]}湖`, "湖")
        .replaceAll(`${district}-1`, "clerk")
        .replaceAll(district, "district");
    const rows = ["application", "recommendation_list"].flatMap((table) =>
      (meaning[table] as string[]).filter((row) => row.includes(`${BY[district]}湖`)).map(plain),
    );
    const sheets = Object.entries(meaning.sheets as Record<string, unknown>).filter(([name]) =>
      name.startsWith(BY[district]),
    );
    return { rows: rows.toSorted(), sheets: sheets.map(plain).toSorted() };
  };

  expect(of("keqiao").rows.length).toBe(3);
  expect(of("keqiao").sheets.length).toBe(2);
  expect(of("shangyu")).toEqual(of("keqiao"));
  expect(of("zhuji")).toEqual(of("keqiao"));
  expect(replayed).toEqual(actual);
});
