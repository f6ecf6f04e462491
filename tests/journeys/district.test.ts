import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { applicationPhrases } from "../../src/campaign/application/phrases.ts";
import { retryPhrases } from "../../src/platform/conversation/phrases.ts";
import { meaningOf, playersIn } from "./campaign-state.ts";
import { connect } from "./database.ts";
import { answerIn } from "./reading.ts";
import { sheetsIn } from "./table-state.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;

beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

/** Somebody who has nothing begun; each test has one to itself, and with the number 1 a district to itself. */
const officer = (userId: string): PersistentPerson => persistent(playersIn(world), userId);

const compoundOf = (district: string, which = 0): Compound =>
  compounds.filter((compound) => compound.district === district)[which] ?? never();
const compound = compoundOf("keqiao");
function never(): never {
  throw new Error("the demonstration has no such compound");
}

/** The answer in full, with its links. */
const last = (messages: readonly Message[]): string => {
  const { card, text } = answerIn(messages);
  return card?.text ?? text ?? "";
};

/** Answers the form until the field is asked. */
async function asked(official: PersistentPerson, { answers }: Compound, label: string): Promise<void> {
  let text = last(await official.says("申报"));
  for (let turn = 0; turn < 30 && !text.includes(`【${label}】`); turn++) {
    const open = /【([^】]+)】/.exec(text)?.[1] ?? "";
    text = last(await official.says(answers[open] ?? "跳过"));
  }
}

const statesOf = async ({ name }: Compound): Promise<string[]> =>
  ((await meaningOf(world)).actual.application as { compound_name: string; state: string }[])
    .filter((row) => row.compound_name === name)
    .map(({ state }) => state);

describe("answers that cannot stand are named, and nothing else is lost", () => {
  test.each([
    ["yuecheng-2", "小区名称", "😀", "「😀」中没有文字，未记入“小区名称”，请用文字填写。"],
    [
      "keqiao-2",
      "申报单位负责人电话",
      "1380000000a",
      "请填写11位手机号码，或7至12位办公电话（外地请加区号），例如：13812345678、0571-87654321。",
    ],
    ["shangyu-2", "交付率或入住率", "101%", "请填写0至100之间的数，最多两位小数，例如：92.5。"],
    ["zhuji-2", "交付率或入住率", "-1", "请填写0至100之间的数，最多两位小数，例如：92.5。"],
  ])("of %s, %s: %s", async (userId, label, typed, sentence) => {
    const official = officer(userId);
    await asked(official, compound, label);

    const answer = last(await official.says(typed));

    expect(answer).toContain(sentence);
    expect(answer).toContain(`【${label}】`);
  });

  test("申报材料 beyond 800字 is refused with its count, and taken as 附页 when asked", async () => {
    const official = officer("shengzhou-2");
    await asked(official, compound, "申报材料");

    const refused = last(await official.says("好".repeat(801)));
    const taken = last(await official.says("附页"));

    expect(refused).toContain(retryPhrases.attachedPage(801, 800));
    expect(taken).toContain("已记录　申报材料：共801字");
  });

  test("申报材料 may come as a file", async () => {
    const official = officer("xinchang-2");
    await asked(official, compound, "申报材料");

    const answer = last(await official.drops({ name: "申报材料.docx", content: "content" }));

    expect(answer).toContain("已记录　申报材料");
    expect(answer).toContain("【项目名称】");
  });

  test("an extra field on a card page is named, the good ones are saved", async () => {
    const official = officer("shengzhou-1");
    await official.says("申报");
    const card = await official.latestCard(({ forms }) => forms.length > 0);
    const params = {
      action: "application.save-page",
      subject: await draftOf("shengzhou-1"),
      v: "1",
      form: { compoundName: "锦绣花园", bogus: "x" },
    };

    await world.call("/users/shengzhou-1/callback", { outTrackId: card?.outTrackId, actionIds: ["form"], params });
    await world.idle();

    const face = await official.latestCard(({ forms }) => forms.length > 0);
    expect(face?.text).toContain("bogus");
    expect(face?.text).toContain("锦绣花园申报表 填写中，已填1/23项");
  });
});

async function draftOf(userId: string): Promise<string> {
  const database = await connect(world);
  const [draft] = await database.query<{ id: string }>(`select id from draft where started_by = '${userId}'`);
  await database.close();
  return draft?.id ?? "";
}

describe("the declaration of L117", () => {
  test("an accident inside the two years excludes the compound, citing the line", async () => {
    const official = officer("yuecheng-1");
    const declared = compoundOf("yuecheng");
    await asked(official, declared, "近两年内重大安全责任事故");
    await official.says("有 2022年5月1日 人员伤亡事故");
    await official.says("跳过");
    const answer = last(await official.says("提交"));

    expect(answer).toContain(
      "填报的重大安全责任事故发生在2021年8月21日以后，依据实施方案附件2，不得参与本次评选（口径R6）。",
    );
    expect(await statesOf(declared)).toEqual(["excluded"]);
    expect(last(await official.says(`初评 ${declared.name}`))).toContain("不能初评");
  });

  test("one before the two years does not", async () => {
    const official = officer("yuecheng-1");
    const declared = compoundOf("yuecheng", 1);
    await asked(official, declared, "近两年内重大安全责任事故");
    await official.says("有 2021年8月20日 人员伤亡事故");
    await official.says("跳过");
    await official.says("提交");

    expect(await statesOf(declared)).toEqual(["submitted"]);
  });
});

describe("points", () => {
  const applied = async (district: string) => {
    const official = officer(`${district}-1`);
    const compound = compoundOf(district);
    await districtByWords(official).applies(compound);
    return { official, compound };
  };

  test("out of range, between the steps and half of an all-or-nothing row are refused with the rule; the rest is offered", async () => {
    const { official, compound } = await applied("keqiao");
    await official.says(`初评 ${compound.name}`);

    expect(last(await official.says("1-1 5"))).toContain("1-1");
    expect(last(await official.says("1-1 2.5"))).toContain("1-1应以1分为一档（口径R3），未保存。");
    expect(last(await official.says("二 6 2 6 5"))).toContain(
      "2-2达到得3分，达不到得0分，不能给中间分（口径R4），未保存。其余3项可以记录：2-1 6；2-3 6；2-4 5。",
    );
    // Also after something else was asked in between.
    await official.says("进度");
    await official.says("记录其余3项");
    expect(last(await official.says(`未评分条目 ${compound.name}`))).toContain("还有22条未评分");
  });

  test("a locked score is not changed", async () => {
    const { official, compound } = await applied("shangyu");
    await districtByWords(official).reviews(compound);

    const answer = last(await official.says("1-1 3"));

    expect(answer).toContain(`“${compound.name}”的初评已提交定稿，分数未改动。`);
    expect((await sheetsIn(world))[compound.name]).toMatchObject({
      locked: true,
      points: { "1-1": { hundredths: 400 } },
    });
  });

  test("an official of another district cannot score it", async () => {
    const { compound } = await applied("zhuji");

    const answer = last(await officer("shengzhou-1").says(`初评 ${compound.name}`));

    expect(answer).toContain(applicationPhrases.noSuchName(compound.name, { nearest: [], total: 0 }));
    expect((await sheetsIn(world))[compound.name]).toBeUndefined();
  });
});
