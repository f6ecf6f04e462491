import { afterAll, beforeAll, describe, expect } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByCards } from "../../demo/district-by-cards.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { persistent } from "../../demo/persistent.ts";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { OTHER_CAMPAIGN, TWO_FORMS } from "../campaign/application/received-form/word-forms.ts";
import { line, table, wordOf } from "../platform/documents/support/word.ts";
import { zipOf } from "../platform/documents/support/zip.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { clausesToFill, filledClauses, filledClausesInWord, filledWord, filledWorkbook } from "./filled-form.ts";
import { read } from "./reading.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const NAME = "锦绣花园";
const [example] = compounds;
const ANSWERS: Readonly<Record<string, string>> = {
  ...example?.answers,
  小区名称: NAME,
  项目名称: NAME,
  申报单位: "绍兴锦绣物业服务有限公司",
};

const step = story();
let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const drops = async (userId: string, name: string, content: Uint8Array | string) =>
  (await world.as(userId).drops({ name, content })).map((message) => message.file?.fileName ?? read(message));
const says = async (userId: string, text: string) => (await world.as(userId).says(text)).map(read);

async function exported(userId: string, text: string): Promise<{ name: string; bytes: Buffer }> {
  const file = (await world.as(userId).says(text)).flatMap((message: Message) => message.file ?? []).at(-1);
  if (!file) throw new Error(`nothing came of ${text}`);
  const reply = await fetch(`${world.url}/_emulator/files/${file.fileId}`);
  return { name: file.fileName, bytes: Buffer.from(await reply.arrayBuffer()) };
}

/**
 * What a district's case says: the plain answers as they are stored, with what the declaration means, and its printed
 * form with names, numbers and statement.
 */
async function saidIn(district: string): Promise<{ stored: Record<string, unknown>; printed: string[][] }> {
  const database = await connect(world);
  const rows = await database.query<{ answers: Record<string, unknown>; declaration: string }>(
    `select answers, declaration from application where district = '${district}' and compound_name = '${NAME}'`,
  );
  await database.close();
  const { answers = {}, declaration } = rows[0] ?? {};
  const plain = Object.entries(answers).map(([key, value]) => [key, typeof value === "object" ? "…" : value]);
  const { bytes } = await exported(`${district}-1`, `导出 附件3 ${NAME}`);
  return { stored: { ...Object.fromEntries(plain), declaration }, printed: cellsOf(bytes) };
}

const cellsOf = (bytes: Buffer): string[][] =>
  readWord(bytes).blocks.flatMap((block) =>
    block.kind === "table" ? block.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join("\n"))) : [],
  );

const usage = () => world.call<{ apiCalls: number; pushes: number }>("/usage");

/** What a piece of work takes. */
async function takenBy(work: () => Promise<unknown>): Promise<{ pushes: number; calls: number }> {
  const before = await usage();
  await work();
  const after = await usage();
  return { pushes: after.pushes - before.pushes, calls: after.apiCalls - before.apiCalls };
}

/** What 申报 to 提交 takes by cards. */
let formByCards = { pushes: 0, calls: 0 };

describe("a form in Word", () => {
  step("is exported empty, filled in, dropped, taken and submitted: four pushes, nine calls", async () => {
    const before = await usage();
    const blank = await exported("zhuji-1", "导出 附件3 空白");
    const shown = await drops("zhuji-1", "锦绣花园申报表.docx", filledWord(blank.bytes, ANSWERS));
    await says("zhuji-1", "采用申报表");
    await says("zhuji-1", "提交");
    const after = await usage();

    expect(blank.name).toBe("绍兴市“美好家园”示范小区申报表（空白）.docx");
    expect(shown[0]?.split("\n").slice(0, 3)).toEqual([
      "### 已读取“锦绣花园”申报表（待采用）",
      `从《锦绣花园申报表.docx》中读出${Object.keys(ANSWERS).length}项，尚未写入。请核对后按「采用」，一次全部写入。`,
      "将新建一份申报表。",
    ]);
    const taken = { pushes: after.pushes - before.pushes, calls: after.apiCalls - before.apiCalls };
    expect(taken).toEqual({ pushes: 4, calls: 9 });
  });

  step("is the same case as by the workbook, by words and by cards", async () => {
    const sheet = await exported("keqiao-1", "导出 申报表");
    await drops("keqiao-1", "申报表.xlsx", await filledWorkbook(sheet.bytes, ANSWERS));
    await says("keqiao-1", "采用申报表");
    await says("keqiao-1", `继续填写 ${NAME}`);
    await says("keqiao-1", "提交");
    const played = { name: NAME, answers: ANSWERS, district: "", points: [] };
    await districtByWords(persistent(playersIn(world), "shangyu-1")).applies({ ...played, district: "shangyu" });
    formByCards = await takenBy(() =>
      districtByCards(persistent(playersIn(world), "xinchang-1")).applies({ ...played, district: "xinchang" }),
    );

    const word = await saidIn("zhuji");
    expect(Object.keys(word.stored).length).toBe(Object.keys(ANSWERS).length + 1);
    expect(await saidIn("keqiao")).toEqual(word);
    expect(await saidIn("shangyu")).toEqual(word);
    expect(await saidIn("xinchang")).toEqual(word);
  });
});

describe("附件1 of the same case", () => {
  const BY_FIGURE = ["2-2", "5-3", "6-2", "8-2", "9-2"];
  const NOT_MET = ["3-2", "6-3"];
  const FIGURES = {
    ...{ 行政处罚: "无", 入户宣传: "100%", 应收: "1000000", 实收: "949600" },
    ...{ 为民办实事: "2", 最近一件: "2023-05-01", 成员: "6", 党员: "3" },
  };
  const said = (id: string) => (NOT_MET.includes(id) ? "不符合" : id === "7-2" ? "尚不清楚" : "符合");
  const clausesOf = async (district: string) =>
    (await says(`${district}-1`, `要求 ${NAME}`))
      .join("\n")
      .split("\n")
      .filter((line) => /^- \d+-\d+　/u.test(line));

  step("is the same clause by clause by a workbook, in Word, by words and by the card", async () => {
    const blank = await exported("zhuji-1", `导出 要求表 ${NAME}`);
    const own = (await clausesToFill(blank.bytes)).filter((id) => !BY_FIGURE.includes(id));
    const clauses = Object.fromEntries(own.map((id) => [id, said(id)]));
    const shown = await drops("zhuji-1", "要求表.xlsx", await filledClauses(blank.bytes, { ...clauses, ...FIGURES }));
    await says("zhuji-1", "采用要求表");
    const figures = Object.entries(FIGURES).map(([word, value]) => `${word} ${value}`);
    const inWord = await exported("keqiao-1", `导出 要求表 Word ${NAME}`);
    await drops("keqiao-1", "要求表.docx", filledClausesInWord(inWord.bytes, { ...clauses, ...FIGURES }));
    await says("keqiao-1", "采用要求表");
    await says(
      "shangyu-1",
      `要求 ${NAME} 不符合 ${NOT_MET.join("、")}，尚不清楚 7-2，其余均符合，${figures.join("，")}`,
    );
    const pages = [
      { 不符合: NOT_MET.join("、"), 尚不清楚: "7-2", 其余各条: "均符合" },
      {
        ...{ 物业企业近1年行政处罚: "无", "入户宣传比例（%）": "100", "应收物业费（元）": "100万" },
        ...{ "实收物业费（元）": "94.96万", "近1年为民办实事（件）": "2", 最近一件的日期: "2023-05-01" },
      },
      { "业主组织成员（人）": "6", "其中党员（人）": "3" },
    ];
    const clausesByCards = await takenBy(async () => {
      await world.as("xinchang-1").presses("填报要求");
      for (const page of pages) await world.as("xinchang-1").submits(page);
    });
    // The clauses are a sheet of their own, filled in after 提交; the bound holds with them, too.
    expect(formByCards.pushes + clausesByCards.pushes).toBeLessThanOrEqual(12);
    expect(formByCards.calls + clausesByCards.calls).toBeLessThanOrEqual(15);

    expect([blank.name, inWord.name]).toEqual([`附件1要求表_${NAME}.xlsx`, `附件1要求表_${NAME}.docx`]);
    expect(shown.join()).toContain(`收到要求表：${NAME}`);
    expect(shown.join()).not.toContain("满意度");
    const lines = await clausesOf("zhuji");
    // 30 clauses, and the figures that two rows take from them.
    expect(lines.length).toBe(32);
    expect(lines.filter((line) => line.includes("：不符合")).map((line) => line.split("　")[0])).toEqual([
      "- 3-2",
      "- 6-3",
      "- 8-2",
    ]);
    for (const district of ["keqiao", "shangyu", "xinchang"]) expect(await clausesOf(district)).toEqual(lines);
  });

  step("a sheet of last week: what a colleague answered since is decided one by one, nothing before", async () => {
    const made = await exported("zhuji-1", `导出 要求表 ${NAME}`);
    await says("zhuji-2", `要求 ${NAME} 3-2符合`);
    const answers = { "3-2": "尚不清楚", "6-3": "符合" };
    const shown = (await drops("zhuji-1", "要求表.xlsx", await filledClauses(made.bytes, answers))).join();
    expect(shown).toContain("6-3：现为“不符合”，表中为“符合”");
    expect(shown).toContain("以下1项在导出之后同事也作了改动");
    expect(shown).toContain("3-2：现为“符合”，表中为“尚不清楚”");
    expect((await says("zhuji-1", "采用要求表")).join()).toContain("尚未写入：第1项还没有确定以哪一个为准");
    await says("zhuji-1", "采用要求表 以现有为准");
    const lines = (await clausesOf("zhuji")).filter((line) => /^- (?:3-2|6-3)　/u.test(line));
    expect(lines.map((line) => line.includes("：符合"))).toEqual([true, true]);
    expect((await drops("keqiao-1", "要求表.xlsx", await filledClauses(made.bytes, answers))).join()).toContain(
      "但不属于您负责的地区",
    );
  });

  step("a sheet of another case, or without a name, is not read, and nothing is lost", async () => {
    const blank = await exported("zhuji-1", "导出 要求表 空白");
    const told = await drops("zhuji-1", "要求表.xlsx", await filledClauses(blank.bytes, { "1-1": "不符合" }));

    expect(told.join()).toContain("但标题冒号之后没有小区名称，请补写后重新发送。");
    expect((await says("zhuji-1", "采用要求表")).join()).toContain("没有待采用的要求表，未作任何改动。");
  });
});

describe("附件3", () => {
  step(
    "comes out with the answers, the number of the submission and a check number, and goes to the person only",
    async () => {
      const { name, bytes } = await exported("zhuji-1", `导出 附件3 ${NAME}`);
      const { footers } = readWord(bytes);
      const cells = cellsOf(bytes);

      expect(name).toBe("绍兴市“美好家园”示范小区申报表（锦绣花园）.docx");
      expect(footers.join("\n")).toMatch(/锦绣花园　第1次提交（2023年8月21日）　校验号：\d{5}-\d{5}/);
      expect(cells).toContainEqual(["小区名称", NAME]);
      expect(cells).toContainEqual(["申报单位负责人", ANSWERS.申报单位负责人, "电话", ANSWERS.申报单位负责人电话]);
    },
  );

  step("of all of a district is one file, and another district's is refused", async () => {
    expect((await exported("zhuji-1", "导出 附件3")).name).toBe("绍兴市“美好家园”示范小区申报表（诸暨市）.docx");
    expect((await says("zhuji-1", "导出 附件3 柯桥区")).join("\n")).toContain("您不能导出柯桥区的材料");
  });

  step("is the district's until it has reported its list: the city prints none", async () => {
    for (const who of ["maxiaohan", "approver", "auditor"]) {
      const told = (await says(who, `导出 附件3 诸暨市${NAME}`)).join("\n");
      expect(told).toContain(`“${NAME}”尚未随推荐名单报送，未导出。报送后可以导出附件3。`);
    }
    expect((await says("maxiaohan", "导出 附件3 诸暨市")).join("\n")).toContain(
      "诸暨市还没有随推荐名单报送的小区，未导出。",
    );
  });

  step("of an older submission, dropped back, is not read", async () => {
    const old = await exported("zhuji-1", `导出 附件3 ${NAME}`);
    for (const text of [`修改申报 ${NAME}`, "改 小区地址", "新址1号", "提交"]) await says("zhuji-1", text);

    expect((await drops("zhuji-1", "旧表.docx", old.bytes)).join("\n")).toContain(
      "这份申报表是“锦绣花园”第1次提交的版本，现已是第2次提交，为避免覆盖新内容未读入。",
    );
  });
});

describe("附件4", () => {
  step("dropped back says what differs and which rows have no case, and is not read for another year", async () => {
    const columns = ["序号", "地区", "项目名称", "物业服务企业名称", "交付率或入住率（%）"];
    const list = (title: string) =>
      wordOf([
        line(title),
        table([columns, ["1", "诸暨市", NAME, "新物业公司", "88"], ["2", "诸暨市", "不在册花园", "某物业", "90"]]),
      ]);
    const [shown = ""] = await drops("zhuji-1", "附件4.docx", await list("2023年度绍兴市“美好家园”小区推荐名单"));
    const [older = ""] = await drops("zhuji-1", "旧表.docx", await list("2022年度绍兴市“美好家园”小区推荐名单"));

    expect(shown).toContain(`物业服务企业名称：现为“${ANSWERS.物业服务企业名称}”，文件为“新物业公司”`);
    expect(shown).toContain("尚无申报、未写入的：不在册花园。");
    expect(older).toContain("这份表格不是本年度的，未读入。");
  });
});

describe("告知单", () => {
  step("is one page of text, a picture and a Word file, and who was told is ticked once", async () => {
    const messages = await world.as("zhuji-1").says(`告知单 ${NAME}`);
    const [sheet = ""] = messages.map(read);

    expect(messages.map(({ kind }) => kind)).toEqual(["markdown", "image", "file"]);
    expect(messages.at(-1)?.file?.fileName).toBe("“锦绣花园”申报告知单.docx");
    expect(sheet).toContain("图片和Word文件随后发送。");
    expect(sheet).toContain("**四、拍照和提供材料时的遮挡要求**");
    expect(sheet).toContain("必填内容已齐。");
    expect(sheet).toContain("附件1第8-2项不符合，第7-2项待核实。");
    expect(sheet).toContain("附件3意见已登记0/4");
    expect(sheet).toContain("证明材料：25条尚无。");
    expect((await says("zhuji-1", "公告")).join("\n")).toContain("申报时间：2023年8月21日至9月20日。");
    expect((await says("zhuji-1", `已告知本人 ${NAME}`)).join("\n")).toContain(
      "已登记：“锦绣花园”表中有关人员已告知。",
    );
    expect((await says("zhuji-2", `已告知本人 ${NAME}`)).join("\n")).toContain("此前已登记告知，未重复登记。");
  });
});

describe("a form in Word filed for a district", () => {
  step("is taken and submitted in its name; the paper says who typed and who answers for it", async () => {
    const blank = await exported("yuecheng-1", "导出 附件3 空白");
    expect((await says("maxiaohan", "代填 越城区 提交")).join("\n")).toContain("目前没有正在填写的申报表");
    await says("maxiaohan", "代填 越城区 申报");
    await drops("maxiaohan", "锦绣花园申报表.docx", filledWord(blank.bytes, ANSWERS));
    // The open form asks for a name: 代填 with a command behind it is none.
    expect((await says("maxiaohan", "代填 越城区 采用申报表")).join("\n")).not.toContain("已记录");
    await says("maxiaohan", "代填 越城区 提交");
    const { bytes } = await exported("yuecheng-1", `导出 附件3 ${NAME}`);

    expect(cellsOf(bytes)).toContainEqual(["小区名称", NAME]);
    expect(readWord(bytes).footers.join("\n")).toContain("由马小涵代填，由越城区经办人1负责");
  });
});

describe("files that are not read", () => {
  const casesThere = async (): Promise<unknown[]> => {
    const database = await connect(world);
    const rows = await database.query("select id, revision, state, answers from application order by id");
    await database.close();
    return rows;
  };

  step(
    "two forms, another campaign's, macros, a bomb, 60 MB, an old format: a sentence each, nothing lost",
    async () => {
      const before = await casesThere();
      const bomb = zipOf([{ name: "word/document.xml", content: Buffer.alloc(2 * 1024 * 1024) }]);
      const macros = zipOf([
        { name: "word/document.xml", content: "" },
        { name: "word/vbaProject.bin", content: "" },
      ]);
      const told = [
        await drops("zhuji-1", "两份.docx", await wordOf(TWO_FORMS)),
        await drops("zhuji-1", "红色物业.docx", await wordOf(OTHER_CAMPAIGN)),
        await drops("zhuji-1", "宏.docm", macros),
        await drops("zhuji-1", "大.docx", bomb),
        await drops("zhuji-1", "旧.doc", Buffer.from("d0cf11e0a1b11ae100", "hex")),
        await drops("zhuji-1", "大附件.docx", Buffer.alloc(60 * 1024 * 1024)),
      ].map((texts) => texts.join("\n"));

      expect(told[0]).toContain("这个文件里有不止一份申报表，未读入。");
      expect(told[1]).toContain("这不是本活动的申报表（标题不同），未读入。");
      expect(told.slice(0, 2).join()).not.toContain("作为工作报告");
      expect(told[2]).toContain("文件里带有宏，为安全起见未作处理。");
      expect(told[3]).toContain("文件展开后过大，为安全起见未作处理。");
      expect(told[4]).toContain("如果这是申报表，请另存为.docx后重新发送，即可读入。");
      expect(told[5]).toContain("文件超过20MB，未接收。请您压缩或分成几个文件后重新发送。");
      expect(await casesThere()).toEqual(before);
    },
  );

  step("the next one that can be read is", async () => {
    const blank = await exported("zhuji-1", "导出 附件3 空白");
    const other = { ...ANSWERS, 小区名称: "江南春晓", 项目名称: "江南春晓" };

    expect((await drops("zhuji-1", "江南春晓.docx", filledWord(blank.bytes, other))).join()).toContain(
      "已读取“江南春晓”申报表",
    );
  });
});
