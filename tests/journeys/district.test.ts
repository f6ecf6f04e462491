import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { meaningOf, playersIn } from "./campaign-state.ts";
import { startWorld, type World } from "./world.ts";

let world: World;
let official: PersistentPerson;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(async () => {
  await world.call("/reset", {});
  await world.advanceTo("2023-08-21T09:00:00+08:00");
  official = persistent(playersIn(world), "keqiao-1");
});
afterAll(() => world.end());

const [compound = never()] = compounds.filter(({ district }) => district === "keqiao");
function never(): never {
  throw new Error("the demonstration has no compound in keqiao");
}

const last = (messages: readonly { text?: string; card?: { text: string } }[]): string => {
  const message = messages.at(-1);
  return message?.card?.text ?? message?.text ?? "";
};

/** Answers the form until the field is asked. */
async function asked(label: string): Promise<void> {
  let text = last(await official.says("申报"));
  for (let turn = 0; turn < 30 && !text.includes(`【${label}】`); turn++) {
    const open = /【([^】]+)】/.exec(text)?.[1] ?? "";
    text = last(await official.says(compound.answers[open] ?? "跳过"));
  }
}

const applicationsNow = async () => (await meaningOf(world)).actual.application;

describe("answers that cannot stand are named, and nothing else is lost", () => {
  test.each([
    ["小区名称", "😀", "内容里没有文字，未保存。请用文字填写，例如：锦绣花园。"],
    [
      "申报单位负责人电话",
      "1380000000a",
      "请填写11位手机号码，或7至12位办公电话（外地请加区号），例如：13812345678、0571-87654321。",
    ],
    ["交付率或入住率", "101%", "请填写0至100之间的数，最多两位小数，例如：92.5。"],
    ["交付率或入住率", "-1", "请填写0至100之间的数，最多两位小数，例如：92.5。"],
  ])("%s: %s", async (label, typed, sentence) => {
    await asked(label);

    const answer = last(await official.says(typed));

    expect(answer).toContain(sentence);
    expect(answer).toContain(`【${label}】`);
  });

  test("申报材料 beyond 800字 is refused with its count, and taken as 附页 when asked", async () => {
    await asked("申报材料");

    const refused = last(await official.says("好".repeat(801)));
    const taken = last(await official.says("附页"));

    expect(refused).toContain("共801字，超过800字，尚未保存。超出部分另附页的，请回复「附页」；否则请精简后重新发送。");
    expect(taken).toContain("已记录　申报材料：共801字");
  });

  test("申报材料 may come as a file", async () => {
    await asked("申报材料");

    const answer = last(await official.drops({ name: "申报材料.docx", content: "content" }));

    expect(answer).toContain("已记录　申报材料");
    expect(answer).toContain("【项目名称】");
  });

  test("an extra field on a card page is named, the good ones are saved", async () => {
    await official.says("申报");
    const card = await official.latestCard(({ forms }) => forms.length > 0);
    const params = {
      action: "application.save-page",
      subject: await draftOf(),
      v: "1",
      form: { compoundName: "锦绣花园", bogus: "x" },
    };

    await world.call("/users/keqiao-1/callback", { outTrackId: card?.outTrackId, actionIds: ["form"], params });
    await world.idle();

    const face = await official.latestCard(({ forms }) => forms.length > 0);
    expect(face?.text).toContain("bogus");
    expect(face?.text).toContain("锦绣花园申报表 填写中，已填1/23项");
  });
});

async function draftOf(): Promise<string> {
  const { connect } = await import("./database.ts");
  const database = await connect(world);
  const [draft] = await database.query<{ id: string }>("select id from draft");
  await database.close();
  return draft?.id ?? "";
}

describe("the declaration of L117", () => {
  test("an accident inside the two years excludes the compound, citing the line", async () => {
    await asked("近两年内重大安全责任事故");
    await official.says("有 2022年5月1日 人员伤亡事故");
    await official.says("跳过");
    const answer = last(await official.says("提交"));

    expect(answer).toContain("实施方案第117行，不得参与本次评选（口径R6）");
    expect((await applicationsNow()).map((row) => (row as { state: string }).state)).toEqual(["excluded"]);
    expect(last(await official.says(`初评 ${compound.name}`))).toContain("不能初评");
  });

  test("one before the two years does not", async () => {
    await asked("近两年内重大安全责任事故");
    await official.says("有 2021年8月20日 人员伤亡事故");
    await official.says("跳过");
    await official.says("提交");

    expect((await applicationsNow()).map((row) => (row as { state: string }).state)).toEqual(["submitted"]);
  });
});

describe("points", () => {
  beforeEach(() => districtByWords(official).applies(compound));

  test("out of range, between the steps and half of an all-or-nothing row are refused with the rule; the rest is saved", async () => {
    await official.says(`初评 ${compound.name}`);

    expect(last(await official.says("1-1 5"))).toContain("1-1");
    expect(last(await official.says("1-1 2.5"))).toContain("整数");
    expect(last(await official.says("二 6 2 6 5"))).toContain(
      "2-2达到得3分，达不到得0分，不能给中间分（口径R4），未保存。",
    );
    expect(last(await official.says(`未答 ${compound.name}`))).toContain("还有22条未答");
  });

  test("a locked score is not changed", async () => {
    await districtByWords(official).reviews(compound);

    const answer = last(await official.says("1-1 3"));

    expect(answer).toContain(`“${compound.name}”的初评已锁定，分数未改动。`);
    const points = (await meaningOf(world)).actual.preliminary_point as { criterion: string; hundredths: number }[];
    expect(points.find(({ criterion }) => criterion === "1-1")?.hundredths).toBe(400);
  });

  test("an official of another district cannot score it", async () => {
    const other = persistent(playersIn(world), "zhuji-1");

    expect(last(await other.says(`初评 ${compound.name}`))).toContain("本地区还没有申报");
  });
});

test("withdrawn, the application takes no further part and stays on record", async () => {
  await districtByWords(official).applies(compound);

  const answer = last(await official.says(`撤回 ${compound.name}`));

  expect(answer).toContain("该申报已撤回，不再参加评选，已填内容仍然保留。");
  expect(last(await official.says(`撤回 ${compound.name}`))).toContain("该申报已撤回，未作任何改动。");
  expect((await applicationsNow()).map((row) => (row as { state: string }).state)).toEqual(["withdrawn"]);
});
