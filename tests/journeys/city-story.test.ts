import { afterAll, beforeAll, describe, expect } from "vitest";
import { openProbe } from "./case-probe.ts";
import { CITY, type CityStory, findingsOf, LEAD, OUTSIDE, playerOf, type Way } from "./city-story.ts";
import { expectedTotals, memberPoints, shownTotals } from "./city-story-outcome.ts";
import { begins, isSettled, visits } from "./city-story-play.ts";
import { connect } from "./database.ts";
import { asFile, workbookIn } from "./edited-workbook.ts";
import { answerIn, read } from "./reading.ts";
import { story } from "./story.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";

const [QUIET, LATE, SPLIT] = ["稽山花园", "瓜渚湖畔", "浣纱名苑"] as const;
const GONE = "曹娥江苑";
const PLAN: CityStory = {
  sites: [
    { name: QUIET, day: "09-28 暗访", members: ["team-1", "team-3"] },
    { name: LATE, day: "09-28", members: ["team-5", OUTSIDE.id] },
    { name: SPLIT, day: "10-07", members: ["team-4", "team-2"] },
  ],
  early: { site: QUIET, member: "team-3", instead: "team-2" },
  late: { site: LATE, member: "team-5", instead: "team-1" },
  split: SPLIT,
  silent: { member: "team-4", after: "10-08" },
};
const WAY: Way = "paper";

const step = story();
let world: World;
/** What was answered on the days of the visits. */
let said: Record<string, string>;
/** A workbook that was given out while its owner still verified the site. */
let stale: { name: string; content: Buffer };

beforeAll(async () => {
  world = await worldAt("9月28日");
});
afterAll(() => world.end());

const says = (userId: string, text: string): Promise<string> => playerOf(world).says(userId, text);

/** Says why, and no point of anybody is another one than before. */
async function isRefused(act: () => Promise<string>, why: string): Promise<void> {
  const before = await memberPoints(world);
  expect(await act()).toContain(why);
  expect(await memberPoints(world)).toBe(before);
}

const drops = async (userId: string, file: { name: string; content: Buffer }): Promise<string> =>
  read(answerIn(await world.as(userId).drops(file)));

describe("the team's days", () => {
  step("a district hears nothing of an unannounced visit; who keeps out is replaced", async () => {
    const { said } = await begins(world, PLAN);

    expect(said.arranged).toContain("暗访的事先不告知地区");
    expect(said.early).toContain("分派已结束");
    expect((await world.as("yuecheng-1").messages()).map(read).join()).not.toContain("现场核验　9月28日");
  });

  step(
    "each scores on the day of the visit, on the card, in a workbook, or on paper that the lead enters",
    async () => {
      await says("team-5", `无应回避情形 ${LATE}`);
      const { name, book } = await workbookIn(world, await world.as("team-5").says("导出 核验表"));
      stale = await asFile(name, book);

      said = (await visits(world, PLAN, WAY)).said;

      const final = Object.entries(said).filter(([what]) => !what.endsWith("missing"));
      expect(final.filter(([, text]) => !text.includes("已提交定稿"))).toEqual([]);
      expect((await world.as("yuecheng-1").messages()).map(read).join()).toContain(`${QUIET}（已核验）`);
    },
  );

  step("lines and pictures of days without signal are taken in as they were sent, and twice is once", async () => {
    const found = findingsOf(PLAN, "team-4", SPLIT).map(({ row }) => row);
    expect(said[`${SPLIT} missing`]).toContain(`还有${25 - found.length}条未打分`);
    const names = (await world.as("team-4").says(`核验照片 ${SPLIT}`)).flatMap(({ file }) => file?.fileName ?? []);
    expect(new Set(names.map((name) => name.split("_")[0]))).toEqual(new Set(found));
    expect(names).toHaveLength(found.length);
  });

  step("a late recusal sets points aside; a split is agreed on, looked at again, and agreed on anew", async () => {
    const { said } = await isSettled(world, PLAN, WAY);

    expect(said.accepted).toContain("分派已结束");
    expect(said.agreed).toContain("已记录");
    expect(said.reopened).toContain("已提交定稿1/2名");
    expect(said.reopened).not.toContain("合议分");
    expect(said.settled).toContain("复核结果已记录");
    expect(await says(CITY, `核验情况 ${LATE}`)).toContain("评选工作组成员5已回避，其分数留存，不计入");
  });

  step("the totals are what the members found; the journal replays to the same tables", async () => {
    expect(await shownTotals(world, PLAN)).toEqual(expectedTotals(PLAN));
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();
    expect(replayed).toEqual(actual);
    const agreed = (actual.agreed_points as { revoked_at: unknown }[]).map(({ revoked_at }) => revoked_at === null);
    expect(agreed.filter(Boolean)).toHaveLength(1);
    expect(agreed).toHaveLength(2);
    expect((actual.recheck as { settled_at: unknown }[]).map(({ settled_at }) => settled_at !== null)).toEqual([true]);
  });
});

describe("points are refused with the reason, and nothing is half done", () => {
  step("after 提交定稿, in words, in a workbook, and twice", async () => {
    await isRefused(() => says("team-2", `核验 ${SPLIT}`), "提交定稿，分数未改动");
    await isRefused(() => says("team-2", "3-5 1"), "未记录");
    await isRefused(() => says("team-2", `确认核验定稿 ${SPLIT}`), "提交定稿，分数未改动");
  });

  step("by who keeps out, who does not verify the site, who has left it, and who has left the team", async () => {
    await isRefused(() => says("team-3", `核验 ${QUIET}`), `您已回避“${QUIET}”，分数未记录`);
    await isRefused(() => drops("team-5", stale), `您已回避“${LATE}”，分数未记录`);
    await isRefused(() => says("team-5", `核验 ${LATE}`), `您已回避“${LATE}”，分数未记录`);
    await isRefused(() => says("team-5", `核验 ${QUIET}`), "没有分派您核验的小区");

    await says(CITY, `核验安排 10月9日 ${GONE} 成员 评选工作组成员3、评选工作组成员5`);
    for (const member of ["team-3", "team-5"]) await says(member, `无应回避情形 ${GONE}`);
    await says("team-3", `核验 ${GONE}`);
    await says("team-3", "3-5 3 东门有垃圾");
    await says(CITY, `核验安排 ${GONE} 成员 评选工作组成员5、评选工作组成员2`);
    await isRefused(() => says("team-3", "3-6 3"), "不再由您核验（已改由其他成员核验），分数未记录");

    await says("team-5", `核验 ${GONE}`);
    await says(CITY, "评选工作组 减少 评选工作组成员5");
    await says("approver", "批准评选工作组");
    for (const text of ["3-5 3", `核验 ${GONE}`]) await isRefused(() => says("team-5", text), "刚才发送的内容未作处理");
  });

  step("out of order: an earlier line that arrives later neither replaces a newer one nor is half taken", async () => {
    await says("team-2", `无应回避情形 ${GONE}`);
    await says("team-2", `核验 ${GONE}`);
    await says("team-2", "3-5 4 东门有垃圾");
    const { probe, close } = await openProbe(world);
    const arrivesLate = async (typed: string) =>
      (await probe({ person: "team-2", ask: { typed, sentAt: new Date("2023-10-08T16:00:00+08:00") } })).read;

    expect(await arrivesLate("3-5 1；3-6 2")).toContain("先发后到，整条未记录：3-5以您其后发送的为准");
    expect(await arrivesLate("3")).toContain("无法确定是哪一条的分数");
    expect(await arrivesLate("3-6 2")).toContain("已记录：3-6为2分");
    await close();
  });

  step("from two phones at once: one page, one press counts", async () => {
    const card = await world.as("team-2").latestCard(({ forms }) => forms.length > 0);
    const { outTrackId = "", version } = card ?? {};
    const submit = (points: number) =>
      world.call(`/users/team-2/submit`, { outTrackId, version, values: { "1-1": points, reasons: "" } });
    const pages = await Promise.all([submit(2), submit(2), submit(3)]);
    await world.idle();
    const told = pages.map((page) => (page as { toast?: string }).toast ?? "");
    expect(told.filter((toast) => toast.includes("1项未保存")).length).toBeGreaterThan(0);
    expect(read((await world.as("team-2").messages()).at(-1) as never)).toContain("1-1：您已在另一处改为");
    const database = await connect(world);
    const rows = await database.query<{ hundredths: number }>(
      "select hundredths from score where scorer = 'team-2' and criterion = '1-1' and case_id = (select id from application where compound_name = '曹娥江苑')",
    );
    await database.close();
    expect(rows).toHaveLength(1);

    for (const text of ["其余满分", "提交定稿"]) await says("team-2", text);
    const confirm = await world
      .as("team-2")
      .latestCard(({ actions }) => actions.some(({ label }) => label === "确认定稿"));
    const action = confirm?.actions.find(({ label }) => label === "确认定稿");
    const press = () =>
      world.call(`/users/team-2/press`, {
        ...{ outTrackId: confirm?.outTrackId, actionId: action?.actionId, version: confirm?.version },
      });
    await Promise.all([press(), press(), world.call("/users/team-2/say", { text: "确认定稿" })]);
    await world.idle();
    const after = await connect(world);
    const finals = await after.query<{ count: number }>(
      "select count(*)::int as count from journal_entry where action = 'verification.locked' and actor = 'team-2' and case_id = (select id from application where compound_name = '曹娥江苑')",
    );
    await after.close();
    expect(finals).toEqual([{ count: 1 }]);
  });

  step("for a withdrawn case, in words and in the workbook that was made before", async () => {
    await says(LEAD, `核验退回 ${GONE} 评选工作组成员2 理由：3-5事实不清`);
    const { name, book } = await workbookIn(world, await world.as("team-2").says("导出 核验表"));
    const made = await asFile(name, book);
    await says("team-2", `核验 ${GONE}`);
    await says("shangyu-1", `撤回 ${GONE}`);
    await says("shangyu-1", `确认撤回 ${GONE}`);

    await isRefused(() => says("team-2", "3-5 1"), "申报已撤回，不再核验，分数未记录");
    await isRefused(() => drops("team-2", made), "申报已撤回，不再核验，分数未记录");
  });
});
