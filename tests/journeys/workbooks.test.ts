import type ExcelJS from "exceljs";
import { afterAll, beforeAll, expect } from "vitest";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { asFile, cellsOf, workbookIn } from "./edited-workbook.ts";
import { answerIn, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;
let clerk: PersistentPerson;
let colleague: PersistentPerson;

const [first = never(), second = never()] = compounds.filter(({ district }) => district === "keqiao");
function never(): Compound {
  throw new Error("the demonstration has no such compound");
}

beforeAll(async () => {
  world = await worldAt("8月21日");
  clerk = persistent(playersIn(world), "keqiao-1");
  colleague = persistent(playersIn(world), "keqiao-2");
});
afterAll(() => world.end());

const says = async (text: string, who = clerk): Promise<string> => read(answerIn(await who.says(text)));
const exported = async (who = clerk) => workbookIn(world, await who.says("导出 初评表"));
const drops = async (book: ExcelJS.Workbook, name = "初评表.xlsx", who = clerk) => who.drops(await asFile(name, book));
const cells = (book: ExcelJS.Workbook, { name }: Compound) => cellsOf(book.getWorksheet(name), "条目");
const idsOf = ({ points }: Compound): [string, number][] =>
  points.flatMap((section, at) => section.map((one, row): [string, number] => [`${at + 1}-${row + 1}`, one]));

function fill(book: ExcelJS.Workbook, compound: Compound): void {
  const cell = cells(book, compound);
  for (const [id, points] of idsOf(compound)) cell(id, "考核分").value = points;
}

async function scores({ name }: Compound): Promise<Record<string, string>> {
  const database = await connect(world);
  const rows = await database.query<{ criterion: string; state: string; hundredths: number }>(
    `select s.criterion, s.state, s.hundredths from score s join application a on a.id = s.case_id
     where a.compound_name = '${name}' order by 1`,
  );
  await database.close();
  return Object.fromEntries(rows.map(({ criterion, state, hundredths }) => [criterion, `${state} ${hundredths}`]));
}

let old: ExcelJS.Workbook;

step("初评表 has a sheet a case and 25 rows with what is known of them; only three columns are open", async () => {
  const district = districtByWords(clerk);
  await district.applies(first);
  await district.applies(second);
  const { name, book } = await exported();
  old = (await exported()).book;

  expect(name).toBe("初评表（柯桥区）.xlsx");
  expect(book.worksheets.map((sheet) => sheet.name).toSorted()).toEqual([first.name, second.name].toSorted());
  const cell = cells(book, first);
  expect(idsOf(first).length).toBe(25);
  expect(cell("3-5", "分值").value).toBe(5);
  expect(cell("3-5", "材料与数据").text).toContain("尚无材料");
  expect(
    ["评选标准", "考核分", "理由", "备注"].map((column) => cell("3-5", column).protection?.locked ?? true),
  ).toEqual([...[true, false, false, false]]);
  expect(cell("3-5", "考核分").dataValidation.formulae).toEqual(['"5,4,3,2,1,0"']);
  expect(cell("4-2", "考核分").dataValidation.formulae).toEqual(['"3,2,1,0,不适用"']);
});

step("dropped back it shows what it would change and writes nothing before 采用; then all of it", async () => {
  const { book } = await exported();
  for (const compound of [first, second]) fill(book, compound);
  const cell = cells(book, second);
  cell("3-5", "考核分").value = "4";
  cell("3-5", "理由").value = "垃圾清运不及时";
  cell("3-5", "备注").value = "东门改造中";
  cell("4-2", "考核分").value = "不适用";
  cell("4-2", "理由").value = "没有集中供热";
  const shown = read(answerIn(await drops(book)));

  expect(shown).toContain("将改动50条，尚未写入");
  expect(shown).toContain("3-5　4分（满分5分）；理由：垃圾清运不及时；备注：东门改造中");
  expect(await scores(second)).toEqual({});

  expect(await says("采用初评表")).toContain(`${first.name}：写入25条`);
  expect(await scores(second)).toMatchObject({ "1-1": "given 400", "3-5": "given 400", "4-2": "notApplicable 300" });
  expect(Object.keys(await scores(first)).length).toBe(25);
  expect(await says("采用初评表")).toContain("没有待采用的初评表，未作任何改动");
});

step(
  "a workbook of last week: rows that others changed since are shown one by one and decided one by one",
  async () => {
    const { book } = await exported();
    await says(`初评 ${second.name}`, colleague);
    await says("1-1 2 台账不全；1-2 2；1-3 3", colleague);
    const cell = cells(book, second);
    cell("1-1", "考核分").value = 3;
    cell("1-2", "考核分").value = 1;
    const shown = read(answerIn(await drops(book)));

    expect(shown).toContain("以下2项在导出之后同事也作了改动");
    expect(shown).toContain("1-3。");
    expect(await says("采用初评表")).toContain("第1、2项还没有确定以哪一个为准");
    expect(await says("采用初评表 9以文件为准")).toContain("未能识别「9以文件为准」");
    expect(await scores(second)).toMatchObject({ "1-1": "given 200", "1-2": "given 200" });
    await says("采用初评表 1以文件为准，其余以现有为准");
    expect(await scores(second)).toMatchObject({ "1-1": "given 300", "1-2": "given 200", "1-3": "given 300" });
  },
);

step("what is changed after it was shown is shown again, and nothing is written", async () => {
  const { book } = await exported();
  cells(book, second)("1-4", "考核分").value = 1;
  await drops(book);
  await says(`初评 ${second.name}`, colleague);
  await says("1-4 2", colleague);

  expect(await says("采用初评表")).toContain("读取之后现有内容有变动");
  expect(await scores(second)).toMatchObject({ "1-4": "given 200" });
});

step("bad cells: all of them are said, a copy comes back with them marked, and nothing is written", async () => {
  const { book } = await exported();
  const before = await scores(second);
  const cell = cells(book, second);
  cell("3-5", "考核分").value = 4.999;
  cell("1-2", "考核分").value = "良好";
  cell("3-3", "考核分").value = 2;
  cell("2-1", "考核分").value = 0;
  const row = book.getWorksheet(second.name)?.getRow(Number(cell("2-1", "考核分").row));
  if (row) row.hidden = true;
  const answer = await drops(book);
  const shown = read(answerIn(answer));
  const copy = await workbookIn(world, answer);

  expect(shown).toContain(`${second.name}：3-5应以1分为一档`);
  expect(shown).toContain("1-2的考核分“良好”不是分数");
  expect(shown).toContain("3-3达到得3分，达不到得0分");
  expect(shown).toContain("2-1在隐藏的行或工作表中");
  expect(await says("采用初评表")).not.toContain("已写入");
  expect(await scores(second)).toEqual(before);
  expect(copy.name).toBe("初评表（须改正）.xlsx");
  const marked = cells(copy.book, second)("1-2", "考核分");
  expect([marked.value, marked.note]).toEqual(["良好", "1-2的考核分“良好”不是分数，请填写数字。"]);

  const corrected = cells(copy.book, second);
  for (const id of ["3-5", "1-2", "3-3", "2-1"]) corrected(id, "考核分").value = id === "3-3" ? 3 : 4;
  expect(read(answerIn(await drops(copy.book)))).toContain("尚未写入");
});

step(
  "another district's, one whose number this campaign never gave, and one without its number: a sentence each",
  async () => {
    const foreign = persistent(playersIn(world), "zhuji-1");
    expect(read(answerIn(await drops(old, "初评表.xlsx", foreign)))).toContain("不属于您负责的地区");
    const { book } = await exported();
    const sheet = book.getWorksheet(second.name);
    if (!sheet) throw new Error("no sheet");
    sheet.getCell("A2").value = "柯桥区　校验号 12345-67897";
    const unknown = read(answerIn(await drops(book)));
    sheet.getCell("A2").value = "柯桥区";
    const none = read(answerIn(await drops(book)));

    expect(unknown).toContain(`工作表“${second.name}”`);
    expect(none).toContain("没有校验号");
  },
);

step(
  "提交定稿 stays a word; after it the workbook changes nothing, nor does one with a withdrawn compound",
  async () => {
    const { book } = await exported();
    await says(`提交定稿 ${first.name}`);
    await says(`确认定稿 ${first.name}`);
    cells(book, first)("1-1", "考核分").value = 1;
    expect(read(answerIn(await drops(book)))).toContain(`“${first.name}”的初评已提交定稿，分数未改动`);

    const { book: later } = await exported();
    expect(cells(later, first)("3-5", "考核分").protection?.locked ?? true).toBe(true);
    await says(`撤回 ${second.name}`);
    await says("确认撤回");
    cells(later, second)("1-1", "考核分").value = 1;
    expect(read(answerIn(await drops(later)))).toContain("已撤回");
  },
);

step("the journal replayed gives the same sheets and points", async () => {
  const database = await connect(world);
  const { replayed, actual } = await database.replay();
  await database.close();

  expect([replayed.score_sheet, replayed.score]).toEqual([actual.score_sheet, actual.score]);
});
