import { afterAll, beforeAll, expect } from "vitest";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { readWord } from "../../src/platform/documents/word/read-word.ts";
import { photoOf } from "../platform/documents/support/photo.ts";
import { playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { answerIn, read, readAll, typedBy } from "./reading.ts";
import { story } from "./story.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const step = story();
let world: World;
let clerk: PersistentPerson;

const [first = never(), second = never()] = compounds.filter(({ district }) => district === "keqiao");
function never(): Compound {
  throw new Error("the demonstration has no such compound");
}

beforeAll(async () => {
  world = await worldAt("8月21日");
  clerk = persistent(playersIn(world), "keqiao-1");
});
afterAll(() => world.end());

const says = async (text: string): Promise<string> => read(answerIn(await clerk.says(text)));
const page = async (): Promise<string> => {
  const card = await clerk.latestCard(({ forms }) => forms[0]?.formId.startsWith("preliminary-review") ?? false);
  return card?.text ?? "";
};
const lineOf = (text: string, start: string): string[] => {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.findIndex((line) => line.startsWith(start));
  return lines.slice(
    at,
    lines.findIndex((line, later) => later > at && /^(?:\d-\d（|其中|低于)/u.test(line)),
  );
};

async function wordFile(messages: readonly Message[]) {
  const file = messages.flatMap((message) => message.file ?? []).at(-1);
  if (!file) return undefined;
  const bytes = await (await fetch(`${world.url}/_emulator/files/${file.fileId}`)).arrayBuffer();
  return { name: file.fileName, word: readWord(Buffer.from(bytes)) };
}

step(
  "a page of part three has beside each row its proof, its clauses and its figure with the points that follow",
  async () => {
    const district = districtByWords(clerk);
    await district.applies(first);
    await district.applies(second);
    await district.reviews(first);
    await says(`要求 ${second.name} 其余均符合，不符合 8-2，应收 100万，实收 949600，成员 7，党员 4`);
    await says(`${second.name} 3-5`);
    await clerk.drops({ name: "1.jpg", content: await photoOf({ seed: 1 }) });
    await world.advanceTo("2023-08-21T09:05:00+08:00");
    await says(`初评 ${second.name}`);
    for (const _ of ["一", "二"]) await says("下一页");

    const text = await page();

    expect(lineOf(text, "3-5（5分）").slice(0, 2)).toEqual([
      "3-5（5分）小区环境卫生良好。",
      "材料1份；附件1：6-1符合。",
    ]);
    expect(lineOf(text, "3-3").slice(0, 2)).toEqual([
      "3-3（达到得3分，达不到得0分）小区物业费收缴率≥95%。",
      "尚无材料；附件1：8-2不符合；缴费率94.96%：实收949600元，应收1000000元；按数据应为0分。",
    ]);
    expect(text).toContain("2-2、3-3可按「按数据记分」一次记入");
    const card = await clerk.latestCard(({ forms }) => forms.length > 0);
    expect(card?.actions.map(({ label }) => label)).toContain("材料3-5（不保存本页）");
  },
);

step("what the figures propose is never filled in: one press takes it, with the figure as the reason", async () => {
  expect(await scores()).toEqual({});

  await clerk.presses("按数据记分（不保存本页）");

  expect(await scores()).toEqual({ "2-2": "given 300", "3-3": "given 0" });
  expect(lineOf(await page(), "3-3").join()).toContain("理由：缴费率94.96%：实收949600元，应收1000000元。");
});

async function scores(): Promise<Record<string, string>> {
  const database = await connect(world);
  const rows = await database.query<{ criterion: string; state: string; hundredths: number }>(
    `select s.criterion, s.state, s.hundredths from score s join application a on a.id = s.case_id
     where a.compound_name = '${second.name}' order by 1`,
  );
  await database.close();
  return Object.fromEntries(rows.map(({ criterion, state, hundredths }) => [criterion, `${state} ${hundredths}`]));
}

step("不适用 needs its reason and a row under the ruling; 备注 its row; by words and on the card alike", async () => {
  expect(await says("4-2 不适用")).toContain("4-2记为不适用须说明理由，未保存");
  expect(await says("3-5 不适用 没有绿化")).toContain(
    "3-5不能记为不适用（口径R21），未保存；可以记为不适用的条目：4-2。",
  );
  expect(await says("备注：东门改造中")).toContain("备注请写明是哪一条，未保存");

  await clerk.submits({ "3-5": 4, reasons: "3-5 垃圾清运不及时 备注 东门改造中；3-6 备注 秋季补种" });

  expect(await page()).toContain("3-6尚未评分，备注未保存，请先填写分数。");
  expect(lineOf(await page(), "3-5（5分）")).toContain("理由：垃圾清运不及时；备注：东门改造中。");
  expect(await says("4-2 不适用 没有集中供热")).toContain("已记录：4-2不适用，计3分（理由：没有集中供热）。");
  expect(await scores()).toMatchObject({ "3-5": "given 400", "4-2": "notApplicable 300" });
});

step("a reason that stays is named, can be taken away, and is none of the words about the sheet", async () => {
  await says("3-7 4 路灯损坏");
  expect(await says("3-7 5 提交吧")).toContain("「提交吧」没有作为3-7的理由，未保存。");
  expect(await says("3-7 3")).toContain("已记录：3-7为3分（理由仍为：路灯损坏）。");
  expect(await says("3-7理由不要")).toContain("已记录：3-7为3分（理由已删除，原为“路灯损坏”）。");
  // Why points were taken off is no reason for full marks.
  await says("3-7 4 路灯损坏");
  expect(await says("3-7 5")).toContain("已记录：3-7为5分（理由已删除，原为“路灯损坏”）。");
  expect(lineOf(await page(), "3-7").join()).not.toContain("路灯损坏");
  expect(await says("4-2理由不要")).toContain("4-2记为不适用须说明理由，未保存");
  expect(await scores()).toMatchObject({ "3-7": "given 500", "4-2": "notApplicable 300" });
});

step("what is added to a reason stands behind it; 同上 and a date for a reason are asked about", async () => {
  await says("3-7 4 路灯损坏");
  expect(await says("3-7再补一句东门道闸坏了")).toContain(
    "已记录：3-7为4分（理由：路灯损坏；东门道闸坏了，原为“路灯损坏”）。",
  );
  expect(await says("3-8 3漏水 3-9 同上")).toContain("3-9写「同上」，按前一条的分数和理由读作如下，尚未保存。");
  expect(await says("3-8 3 8月28")).toContain("「8月28」没有作为3-8的理由，未保存。");
  expect(await says("撤销")).toContain("「撤销」不用于打分，分数未改动。");
  expect(Object.keys(await scores())).not.toContain("3-8");
  expect(await says("3-8 3 书记王丽 13711111111")).toContain("是否为3-8理由不明确，整条未保存");
  expect(Object.keys(await scores())).not.toContain("3-8");
  expect(await says("3-8 3 理由：书记王丽 13711111111")).toContain("已记录：3-8为3分（理由：书记王丽 13711111111）");
  await says("3-8理由不要");
  // 其余满分 leaves rows alone of which something was refused: they are said.
  await says("3-7 5；3-8 4；3-9 5");
});

step("values one after another keep their rows, and 同上 without a reason above is none", async () => {
  const before = await scores();
  const asked = answerIn(await clerk.says("1-3~1-5 2 2 2 宣传少"));
  expect(read(asked).split("\n")[1]).toBe(
    "「宣传少」是1-3、1-4、1-5中哪一条的理由不明确，未保存。请点击「记为「1-3 2 宣传少；1-4 2 宣传少；1-5 2 宣传少」」或「记为「1-3 2；1-4 2；1-5 2 宣传少」」，或改正后重新发送。",
  );
  expect(await scores()).toEqual(before);
  expect(Object.keys(typedBy(asked)).slice(0, 2)).toEqual([
    "记为「1-3 2 宣传少；1-4 2 宣传少；1-5 2 宣传少」",
    "记为「1-3 2；1-4 2；1-5 2 宣传少」",
  ]);
  const { news } = await world.as("keqiao-1").opensLink("记为「1-3 2；1-4 2；1-5 2 宣传少」");
  expect(read(answerIn(news))).toContain("已记录：1-3为2分，1-4为2分，1-5为2分（理由：宣传少）。");
  expect(await says("1-2 3 同上")).toContain("1-2没有可沿用的理由，理由未保存，请写明理由。\n已记录：1-2为3分。");
  expect(await says("1-3 2 开会少 1-4 2 同上")).toMatch(
    /已记录：1-3为2分（理由：开会少[^）]*），1-4为2分（理由：开会少[^）]*）/u,
  );
  await says("1-2满；1-3满；1-4满；1-5满");
});

step("points behind a part of another compound's name are for none of this sheet's rows", async () => {
  const before = await scores();
  const short = [...first.name].slice(0, 2).join("");
  const asked = answerIn(await clerk.says(`${short}1-1 3`));
  const again = `重新修改 ${first.name}`;
  expect(read(asked).split("\n")[1]).toBe(
    `内容写的是“${first.name}”，现在打分的是“${second.name}”，整条未保存。“${first.name}”的初评已提交定稿，确需修改的，请发送「${again}」并说明理由；确为“${second.name}”的，请删去名称后重新发送。`,
  );
  expect(typedBy(asked)).toEqual({ [again]: again });
  const unknown = answerIn(await clerk.says("江南1-1 3"));
  expect(read(unknown)).toContain("没有名为“江南”的已提交的小区，未保存。");
  expect(Object.values(typedBy(unknown)).join()).not.toContain("1-1 3");
  expect(await scores()).toEqual(before);
  const { news } = await world.as("keqiao-1").opensLink(again);
  expect(read(answerIn(news))).toContain("请说明理由，200字以内。");
  await says("取消");
  await says(`初评 ${second.name}`);
});

step(
  "a row about a body that another shares, scored otherwise there, is told; so are all reduced rows before 确认定稿",
  async () => {
    expect(await says("1-1 3；3-6 5 备注 秋季补种")).toContain("已记录：1-1为3分，3-6为5分（备注：秋季补种）。");
    await says("其余满分");
    expect(await says("2-4满 三 4 5 3")).toContain("第三部分有9个条目，收到3个分数，未保存。");
    const shown = await says("提交定稿");

    expect(shown).toContain("、3-1、3-2、3-3、");
    expect(shown).not.toContain("reasons");
    expect(shown).not.toContain("2-4 5/5分");

    expect(shown).toContain(`1-1　所属街道相同的“${first.name}”为${first.points[0]?.[0]}分，请核对`);
    expect(shown).toContain("1-1 3/4分　理由：未写理由");
    expect(shown).toContain("3-5 4/5分　理由：垃圾清运不及时；备注：东门改造中");
    expect(shown).toContain("4-2 不适用　理由：没有集中供热");

    expect(await says("撤")).toContain(`提交“${second.name}”的初评定稿未经确认，不予办理。`);
    expect(await says("我要交初评")).toContain("请点击或回复「提交定稿」");
    expect(await says("三杠一到三杠二满分三杠六给四分")).toContain("已记录：3-1为4分，3-2为5分，3-6为4分");
    await says("3-6 5");
    await says("提交定稿");
  },
);

step("the city prints the sheet once it is final, the district at any time", async () => {
  const before = await world.as("maxiaohan").says(`导出 附件2 ${second.name}`);
  const draft = await wordFile(await clerk.says(`导出 附件2 ${second.name}`));
  await says("确认定稿");
  const final = await wordFile(await world.as("maxiaohan").says(`导出 附件2 ${second.name}`));
  const foreign = await world.as("zhuji-1").says(`导出 附件2 ${second.name}`);

  expect(readAll(before).join()).toContain(`${second.name}的初评尚未提交定稿，定稿后方可导出。`);
  expect([draft?.name, final?.name]).toEqual([`初评表（${second.name}）.docx`, `初评表（${second.name}）.docx`]);
  const texts = final?.word.blocks.flatMap((block) =>
    block.kind === "table"
      ? block.rows.map((row) => row.flatMap(({ paragraphs }) => paragraphs).join(" "))
      : [block.text],
  );
  expect(texts?.find((text) => text.includes("供热"))).toContain("3 3 不适用：没有集中供热");
  expect(foreign.some(({ file }) => file)).toBe(false);
});

step(
  "the district opens its points again with a reason that stays on the card, until its list is reported",
  async () => {
    await says(`重新修改 ${second.name} 理由：1-1漏看一份台账`);
    await says(`初评 ${second.name}`);
    expect(await page()).toContain("重新修改，理由：1-1漏看一份台账。");

    expect(await says("1-1扣一分漏看台账")).toContain("「记为「1-1 3 漏看台账」」");
    expect(await says("对")).toContain("1-1为3分（理由：漏看台账");
    const ofTwo = await says(
      `转发：\n【${first.name}】4-5 1分（飞线3处）\n【${second.name}】3-8 更正 3分（便民服务点8月已设）`,
    );
    expect(ofTwo).toContain(first.name);
    expect(ofTwo).not.toContain("已记录");
    await says("1-1 4");
    await says("提交定稿");
    await says("确认定稿");
    await districtByWords(clerk).recommends([first.name, second.name], "两个小区均已核对");

    expect(await says(`重新修改 ${second.name} 理由：再看一次`)).toContain("分数未改动");
  },
);

step("the journal replayed gives the same sheets and points", async () => {
  const database = await connect(world);
  const { replayed, actual } = await database.replay();
  await database.close();

  expect([replayed.score_sheet, replayed.score]).toEqual([actual.score_sheet, actual.score]);
});
