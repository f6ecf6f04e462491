import type { CardReading } from "dingtalk-emulator/contract/card.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { applicationPhrases } from "../../src/campaign/application/phrases.ts";
import { dispatchPhrases } from "../../src/campaign/engine/dispatch/phrases.ts";
import { THEN } from "../../src/platform/conversation/page-turn.ts";
import { meaningOf, playersIn } from "./campaign-state.ts";
import { answerIn } from "./reading.ts";
import { sheetsIn } from "./table-state.ts";
import type { Message, World } from "./world.ts";
import { worldAt } from "./world-at.ts";

let world: World;
let first: PersistentPerson;
let second: PersistentPerson;

beforeAll(async () => {
  world = await worldAt("8月21日");
  first = persistent(playersIn(world), "keqiao-1");
  second = persistent(playersIn(world), "keqiao-2");
});
afterAll(() => world.end());

const [compound = never(), another = never()] = compounds.filter(({ district }) => district === "keqiao");
function never(): never {
  throw new Error("the demonstration has no such compound");
}

const last = (messages: readonly Message[]): string => {
  const { card, text } = answerIn(messages);
  return card?.text ?? text ?? "";
};

const withForm = ({ forms }: CardReading): boolean => forms.length > 0;

/** The newest card with a form, as the person has it now. */
async function formCard(person: PersistentPerson): Promise<CardReading> {
  const card = await person.latestCard(withForm);
  if (!card) throw new Error("no card with a form");
  return card;
}

/** Fills in the card as the person had it before them. */
async function submitOn(
  { userId }: PersistentPerson,
  { outTrackId, version }: CardReading,
  values: Record<string, unknown>,
): Promise<void> {
  const answer = await world.call<{ accepted: boolean }>(`/users/${userId}/submit`, { outTrackId, version, values });
  expect(answer.accepted).toBe(true);
  await world.idle();
}

const addressOf = async ({ name }: Compound): Promise<unknown> => {
  const rows = (await meaningOf(world)).actual.application as { compound_name: string; answers: unknown }[];
  const row = rows.find((one) => one.compound_name === name);
  return (row?.answers as Record<string, unknown> | undefined)?.compoundAddress;
};

const stored = async (person: PersistentPerson): Promise<string> => (await person.latestCard())?.text ?? "";

describe("two people on one application", () => {
  test("a change that a colleague began is taken up with what was changed, and both changes are handed in", async () => {
    await districtByWords(first).applies(compound);
    await first.says(`修改申报 ${compound.name}`);
    await first.says("改 小区地址 滨河路3号");
    await second.says(`修改申报 ${compound.name}`);

    expect(await stored(second)).toContain("改为“滨河路3号”");

    await second.says("改 所属社区 滨河社区");
    const asked = last(await first.says("提交"));
    expect(asked).toContain("将“所属社区”由");
    expect(asked).toContain("改为“滨河社区”");
    expect(last(await first.says("提交"))).toContain("已提交");
    expect(await addressOf(compound)).toBe("滨河路3号");
    expect((await first.latestCard())?.text).not.toContain("已填");
  });

  test("left by 保存退出, a change is taken up the next day where it was", async () => {
    await first.says(`修改申报 ${compound.name}`);
    await first.says("改 小区地址 滨河路5号");
    await first.says("保存退出");
    await world.advanceTo("2023-08-22T09:00:00+08:00");
    await first.says(`修改申报 ${compound.name}`);

    expect(await stored(first)).toContain("滨河路5号");
    expect(last(await first.says("提交"))).toContain("已提交");
    expect(await addressOf(compound)).toBe("滨河路5号");
  });
});

describe("a form on a card", () => {
  test("is left half filled: what is good is kept, what is not is named with what was written", async () => {
    await first.says("申报");
    await submitOn(first, await formCard(first), {
      compoundName: another.name,
      compoundAddress: "！！",
      [THEN]: "leave",
    });

    const left = await stored(first);
    expect(left).toContain("已填1/23项");
    expect(left).toContain("以下1项未保存，请改正：");
    expect(left).toContain("（您填写的是“！！”）");
  });

  test("申报 for another compound asks first; both forms stand side by side", async () => {
    const asked = last(await first.says("申报"));
    expect(asked).toContain(applicationPhrases.unfinishedItem(another.name, { done: 1, all: 23, by: "柯桥区经办人1" }));

    await first.says("另填一份");
    await first.says("第三花园");
    await first.says("保存退出");
    await first.says(`继续填写 ${another.name}`);

    expect(await stored(first)).toContain(`${another.name}申报表`);
    expect(last(await first.says("继续填写 第三花园"))).toContain("第三花园");
  });

  test("取消 says that it stops, and what is kept", async () => {
    expect(last(await first.says("取消"))).toContain("已填内容均已保存，发送「继续填写」可接着填。");
  });

  test("the same field changed by two is asked about, never overwritten in silence", async () => {
    await first.says(`继续填写 ${another.name}`);
    await second.says(`继续填写 ${another.name}`);
    await first.says("改 小区地址");
    await second.says("改 小区地址");
    await world.advanceTo("2023-08-22T10:00:00+08:00");
    const [ofFirst, ofSecond] = [await formCard(first), await formCard(second)];

    await submitOn(first, ofFirst, { compoundAddress: "甲路1号" });
    await submitOn(second, ofSecond, { compoundAddress: "乙路2号", applicantHead: "示例负责人" });

    const asked = await formCard(second);
    expect(asked.text).toContain("“小区地址”：柯桥区经办人1已改为“甲路1号”，您填写的是“乙路2号”。");
    expect(asked.actions).toEqual([]);
    await submitOn(second, asked, { compoundAddress: "mine" });
    await first.says(`改 小区地址`);
    expect(await stored(first)).toContain("乙路2号");
  });
});

describe("one person with two devices", () => {
  test("a page of before does not overwrite what was changed elsewhere since", async () => {
    await first.says(`继续填写 ${another.name}`);
    await first.says("改 小区地址");
    await world.advanceTo("2023-08-22T11:00:00+08:00");
    const before = await formCard(first);
    await first.says("改 小区地址 丙路3号");
    await submitOn(first, before, { compoundAddress: "丁路4号" });

    const told = await stored(first);
    expect(told).toContain("小区地址：您已在另一处改为“丙路3号”，本页所填的未保存；确需修改的，请重新填写。");
    expect(told).toContain("（您填写的是“丁路4号”）");
  });
});

describe("two people on one score sheet", () => {
  test("points given by both at once are asked about; the others stand", async () => {
    await first.says(`初评 ${compound.name}`);
    await second.says(`初评 ${compound.name}`);
    const [ofFirst, ofSecond] = [await formCard(first), await formCard(second)];
    expect(ofFirst.text).toContain("第1页，共4页");

    await submitOn(first, ofFirst, { "1-1": 4, "1-2": 3, reasons: "1-2 会议记录不全" });
    await submitOn(second, ofSecond, { "1-1": 2, "1-3": 4 });

    expect((await formCard(second)).text).toContain("“1-1”：柯桥区经办人1已改为“4分”，您填写的是“2分”。");
    await second.says("以同事为准");
    const sheet = (await sheetsIn(world))[compound.name];
    expect(sheet?.points).toMatchObject({
      "1-1": { hundredths: 400 },
      "1-2": { hundredths: 300 },
      "1-3": { hundredths: 400 },
    });
  });

  test("a page of before does not overwrite points given elsewhere since", async () => {
    const before = await formCard(first);
    expect(before.text).toContain("第2页，共4页");
    await first.says("2-1 1 制度未上墙");
    await submitOn(first, before, { "2-1": 2 });

    expect(await stored(first)).toContain("2-1：您已在另一处改为“1分”，本页所填的未保存");
    expect((await sheetsIn(world))[compound.name]?.points["2-1"]).toMatchObject({ hundredths: 100 });
  });

  test("a press that is answered below says so on the card itself", async () => {
    const said = dispatchPhrases.sentBelow(new Date(await world.emulator.clock.now()));
    const { accepted, toast } = await world.as("keqiao-1").presses("查看依据");

    expect({ accepted, toast }).toEqual({ accepted: true, toast: said });
    const pressed = await first.latestCard(({ actions }) => actions.some(({ label }) => label === "查看依据"));
    expect(pressed?.text).toContain(`提示：${said}`);
  });

  test("其余满分 never fills a row that was just refused", async () => {
    const refused = last(await second.says("2-2 1"));
    expect(refused).toContain("2-2达到得3分，达不到得0分");

    const rest = last(await second.says("其余满分"));

    expect(rest).toContain("刚才未能保存的条目不随“其余满分”给分，请逐条回复：2-2。");
    expect((await sheetsIn(world))[compound.name]?.points["2-2"]).toBeUndefined();
    await second.says("2-2 0");
  });

  test("提交定稿 shows what it affects, and a colleague's change first", async () => {
    expect(last(await second.says("提交定稿"))).toContain("即将提交");
    expect(last(await first.says("1-4 4"))).toContain("您填写的是“4分”");
    await first.says("以我为准");

    const asked = last(await second.says("确认定稿"));

    expect(asked).toContain("将“1-4”由“5分”改为“4分”");
    expect((await sheetsIn(world))[compound.name]?.locked).toBe(false);
    expect(last(await second.says("确认定稿"))).toContain("已提交定稿");
    expect((await sheetsIn(world))[compound.name]?.locked).toBe(true);
    const form = await first.latestCard(({ text }) => text.startsWith(`柯桥区　${compound.name}`));
    expect(form?.text).toContain(applicationPhrases.next.reviewed());
    expect(form?.actions.map(({ label }) => label)).not.toContain("初评");
  });
});
