import type { News } from "dingtalk-emulator/client/person.ts";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Compound, compounds } from "../../demo/compounds.ts";
import { districtByWords } from "../../demo/district-by-words.ts";
import { type PersistentPerson, persistent } from "../../demo/persistent.ts";
import { exclusionPhrases } from "../../src/campaign/application/exclusion/phrases.ts";
import { latenessPhrases } from "../../src/campaign/application/lateness/phrases.ts";
import { applicationPhrases } from "../../src/campaign/application/phrases.ts";
import { withdrawalPhrases } from "../../src/campaign/application/withdrawal/phrases.ts";
import { noticePhrases } from "../../src/campaign/form-paper/notice/phrases.ts";
import { rulingPhrases } from "../../src/campaign/ruling/phrases.ts";
import { meaningOf, playersIn } from "./campaign-state.ts";
import { databaseOf } from "./database.ts";
import { cardTexts, readAll, refusal } from "./reading.ts";
import { story } from "./story.ts";
import { sheetsIn } from "./table-state.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const ACCIDENT = "近两年内重大安全责任事故";

const step = story();
let world: World;
beforeAll(async () => {
  world = await worldAt("8月21日");
});
afterAll(() => world.end());

const person = (userId: string): PersistentPerson => persistent(playersIn(world), userId);
const says = async (userId: string, text: string): Promise<string> =>
  readAll(await person(userId).says(text)).join("\n");
/** The organizer records an answer; where its reading is echoed first, it is kept as read. */
async function answers(text: string): Promise<void> {
  if ((await says("maxiaohan", text)).includes(rulingPhrases.keepLabel()))
    await says("maxiaohan", rulingPhrases.keepLabel());
}
const newestCard = async (userId: string): Promise<string> => cardTexts(await world.as(userId).messages()).at(-1) ?? "";
const everything = async (userId: string): Promise<string> => readAll(await world.as(userId).messages()).join("\n");

function compound(district: string, which = 0): Compound {
  const found = compounds.filter((one) => one.district === district)[which];
  if (!found) throw new Error(`the demonstration has no such compound of ${district}`);
  return found;
}

async function declares(userId: string, one: Compound, answer: string): Promise<void> {
  await districtByWords(person(userId)).applies({ ...one, answers: { ...one.answers, [ACCIDENT]: answer } });
}

/** Another process holds the person's lane until the bot has reached the next morning. */
async function heardLastEvening(text: string): Promise<News> {
  const database = await databaseOf(world);
  const advance = await database.inTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('xinchang-1', 1))`;
    await world.call("/users/xinchang-1/say", { text });
    const waiting = "select 1 from inbox_event where lane = 'xinchang-1' and state = 'new'";
    await expect.poll(() => database.query(waiting, [])).toHaveLength(1);
    // The emulator's clock waits for the bot to be idle; the bot's own is moved first.
    const under = movesBot("2023-09-21T09:00:00+08:00");
    const fired = "select 1 from due_moment where fired_at > '2023-09-21T00:00:00+08:00' limit 1";
    await expect.poll(() => database.query(fired, []), { timeout: 30_000 }).toHaveLength(1);
    return { under };
  });
  await advance.under;
  await world.advanceTo("2023-09-21T09:00:00+08:00");
  await database.close();
  return [];
}

async function movesBot(now: string): Promise<void> {
  const [, url] = /"ready":"bot","url":"([^"]+)"/.exec(world.output()) ?? [];
  const headers = { "content-type": "application/json" };
  await fetch(`${url}/_clock/now`, { method: "POST", headers, body: JSON.stringify({ now }) });
}

interface Row {
  compound_name: string;
  state: string;
  declaration: string;
  exclusion: string | null;
  settled: string | null;
  revision: number;
}
async function row({ name }: Compound): Promise<Row | undefined> {
  const { actual } = await meaningOf(world);
  return (actual.application as Row[]).findLast(({ compound_name }) => compound_name === name);
}

describe("撤回", () => {
  const one = compound("keqiao");

  step("shows first what it affects; nothing is withdrawn", async () => {
    await districtByWords(person("keqiao-1")).applies(one);
    await districtByWords(person("keqiao-1")).reviews(one);

    await says("keqiao-1", `撤回 ${one.name}`);

    const card = await newestCard("keqiao-1");
    expect(card).toContain(withdrawalPhrases.affects.finalized());
    expect(card).toContain("9月20日24时前可发送「恢复申报");
    expect((await row(one))?.state).toBe("submitted");
  });

  step("is not taken without what it affects having been shown", async () => {
    const [other] = [compound("keqiao", 1)];
    await districtByWords(person("keqiao-1")).applies(other);

    expect(await says("keqiao-1", `确认撤回 ${other.name}`)).toBe(refusal(withdrawalPhrases.whichToConfirm()));
    expect((await row(other))?.state).toBe("submitted");
  });

  step("is done by 确认撤回, once", async () => {
    const answer = await says("keqiao-1", "确认撤回");

    expect(answer).toContain(withdrawalPhrases.withdrawnLead());
    expect((await row(one))?.state).toBe("withdrawn");
    expect(await says("keqiao-1", `撤回 ${one.name}`)).toContain(applicationPhrases.withdrawnAlready());
    expect(await says("keqiao-1", `告知单 ${one.name}`)).toBe(refusal(noticePhrases.withdrawn(one.name)));
    const cards = cardTexts(await world.as("keqiao-1").messages());
    const review = cards.findLast((text) => text.startsWith(`初评：${one.name}`)) ?? "";
    expect(review).toContain("该申报已撤回，不再参加评选，评分保留。");
    expect(review).not.toContain("[推荐]");
    await says("keqiao-1", `要求 ${one.name}`);
    expect(cardTexts(await world.as("keqiao-1").messages()).at(-1)).toContain(`附件1要求：${one.name} 申报已撤回`);
  });

  step("is taken back by one word, with answers and points", async () => {
    const before = await row(one);
    const points = (await sheetsIn(world))[one.name];

    expect(await says("keqiao-2", `恢复申报 ${one.name}`)).toContain(withdrawalPhrases.restored(one.name));

    expect(await row(one)).toEqual({ ...before, state: "submitted", withdrawn_at: null, withdrawn_by: null });
    expect((await sheetsIn(world))[one.name]).toEqual(points);
    expect(await says("keqiao-2", `恢复申报 ${one.name}`)).toBe(refusal(withdrawalPhrases.notWithdrawn(one.name)));
  });
});

describe("accidents of L117", () => {
  const old = compound("yuecheng");
  const recent = compound("yuecheng", 1);

  step("one before the two years is settled, with its computation", async () => {
    await declares("yuecheng-1", old, "有 2019年5月1日 人员伤亡事故");

    expect(await row(old)).toMatchObject({ state: "submitted", declaration: "declared", exclusion: null });
    expect((await row(old))?.settled).toContain(
      "发生于2019年5月1日，早于2021年8月21日（自首次提交之日2023年8月21日往前推算，口径R6）",
    );
  });

  step("what excludes goes on to exclude when it is submitted again five days later", async () => {
    await declares("yuecheng-1", recent, "有 2021年8月25日 人员伤亡事故");
    expect((await row(recent))?.state).toBe("excluded");
    await world.advanceTo("2023-08-26T10:00:00+08:00");

    await says("yuecheng-1", `修改申报 ${recent.name}`);
    await says("yuecheng-1", "提交");

    expect(await row(recent)).toMatchObject({ state: "excluded", revision: 2 });
  });

  step("changed to 无 it stays, and the city is told at once", async () => {
    await says("yuecheng-1", `修改申报 ${recent.name}`);
    await says("yuecheng-1", `改 ${ACCIDENT}`);
    await says("yuecheng-1", "无");
    await says("yuecheng-1", "提交");

    expect(await row(recent)).toMatchObject({ state: "excluded", revision: 3 });
    expect(await everything("maxiaohan")).toContain("认定仍然有效，变更已记录。");
  });

  step("only the approver lifts it, and only with a document", async () => {
    expect(await says("yuecheng-1", `解除不得参与 ${recent.name} 经8月25日局长办公会研究同意`)).toContain("不在");
    expect(await says("approver", `解除不得参与 ${recent.name} 情况属实`)).toBe(
      refusal(exclusionPhrases.noAuthority(recent.name)),
    );
    expect((await row(recent))?.state).toBe("excluded");

    await says("approver", `解除不得参与 ${recent.name} 经8月25日局长办公会研究同意，〔2023〕12号`);

    expect(await row(recent)).toMatchObject({ state: "submitted", exclusion: null });
    expect(await everything("yuecheng-1")).toContain(`已解除“${recent.name}”不得参与的认定`);
  });

  step("a longer window judges everybody anew, and tells the district and the city", async () => {
    await answers("口径 R6 近五年");
    expect(await newestCard("approver")).toContain(exclusionPhrases.wouldExclude("越城区", old.name));
    await says("approver", "确认口径 R6");

    expect((await row(old))?.state).toBe("excluded");
    expect((await row(recent))?.state).toBe("submitted");
    expect(await everything("yuecheng-1")).toContain(exclusionPhrases.excludedTitle());
    expect(await everything("maxiaohan")).toContain(exclusionPhrases.excludedTitle());
  });

  step("a shorter one frees nobody by itself: who could be lifted is named", async () => {
    await answers("口径 R6 近两年");
    await says("approver", "确认口径 R6");

    expect((await row(old))?.state).toBe("excluded");
    expect(await everything("approver")).toContain(exclusionPhrases.freeTitle("R6"));
  });
});

describe("逾期, where 9月20日 closes applications", () => {
  const late = compound("xinchang");

  step("what was said on the last evening and is worked on after midnight is in time", async () => {
    const inTime = compound("xinchang", 1);
    await answers("口径 R13 是");
    await says("approver", "确认口径 R13");
    await world.advanceTo("2023-09-20T23:59:00+08:00");
    const official = person("xinchang-1");
    const slow = {
      ...official,
      says: (text: string) => (text === "提交" ? heardLastEvening(text) : official.says(text)),
    };

    await districtByWords(slow).applies({ ...inTime, answers: { ...inTime.answers, [ACCIDENT]: "没有" } });

    expect((await row(inTime))?.state).toBe("submitted");
    expect(await newestCard("xinchang-1")).not.toContain(latenessPhrases.typedHint());
    expect(await everything("maxiaohan")).not.toContain("该申报在截止日后提交");
  });

  step("the reason is asked before it is submitted, and the city sees it", async () => {
    await world.advanceTo("2023-09-21T10:00:00+08:00");
    await districtByWords(person("xinchang-1")).applies(late);
    expect(await row(late)).toBeUndefined();
    expect(await newestCard("xinchang-1")).toContain(latenessPhrases.typedHint());

    await says("xinchang-1", "逾期原因 材料补齐较晚");

    expect((await row(late))?.state).toBe("submitted");
    expect(await everything("maxiaohan")).toContain("该申报在截止日后提交，原因：材料补齐较晚。");
  });

  step("the journal gives back the same tables", async () => {
    const { replayed, actual } = await meaningOf(world);

    expect(replayed).toEqual(actual);
  });
});
