import type { Timeline } from "dingtalk-emulator/contract/control.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cost } from "../../src/campaign/administration/usage/costs.ts";
import { eraseFrom } from "../../src/campaign/archive/proof/erase.ts";
import { comparePaper } from "../../src/campaign/archive/proof/paper.ts";
import { openSource } from "../../src/campaign/archive/proof/source.ts";
import { personalHash } from "../../src/platform/journal/personal-value.ts";
import { pdfOf } from "../platform/documents/support/scan.ts";
import {
  archivesOf,
  check,
  comparedByProgram,
  feetOf,
  flipByte,
  holding,
  numbersIn,
  pagesOf,
  personalNumbers,
  tracesOf,
  verifyByProgram,
} from "./archive-checks.ts";
import { cardsSeen, meaningOf } from "./campaign-state.ts";
import { databaseOf } from "./database.ts";
import { readAll } from "./reading.ts";
import { reckonedUsage } from "./reckoned-usage.ts";
import type { World } from "./world.ts";
import { worldAt } from "./world-at.ts";
import { type Outcome, outcomeOf } from "./year.ts";

let world: World;
let played: Outcome;

beforeAll(async () => {
  world = await worldAt("10月21日");
  played = await outcomeOf(world);
});
afterAll(() => world.end());

const cells = (sheets: unknown) =>
  (sheets as { rows: unknown[][] }[])[0]?.rows.filter((row) => row.some((cell) => cell !== null)) ?? [];

describe("the campaign of 2023, some districts typing and some pressing, from the first form to the last report", () => {
  test("附件4 of the city has the plan's title, its eight columns and the twelve compounds", () => {
    const rows = cells(played.annex);

    expect(rows.slice(0, 2).map(([cell]) => cell)).toEqual(["附件4", "2023年度绍兴市“美好家园”小区推荐名单"]);
    expect(rows[2]).toEqual([
      "序号",
      "地区",
      "项目名称",
      "物业服务企业名称",
      "所属街道",
      "所属社区",
      "评价分数",
      "交付率或入住率（%）",
    ]);
    expect(rows.slice(3, 15).map((row) => [row[0], row[1], row[2], row[6], row[7]])).toEqual([
      [1, "越城区", "鉴湖雅苑", 97, 91],
      [2, "越城区", "稽山花园", 100, 90.5],
      [3, "柯桥区", "柯岩新村", 95, 92],
      [4, "柯桥区", "瓜渚湖畔", 99, 91.5],
      [5, "上虞区", "舜耕花园", 96, 93],
      [6, "上虞区", "曹娥江苑", 98, 92.5],
      [7, "诸暨市", "暨阳新村", 94, 94],
      [8, "诸暨市", "浣纱名苑", 100, 93.5],
      [9, "嵊州市", "越剧新苑", 98, 90],
      [10, "嵊州市", "剡溪花园", 97, 94.5],
      [11, "新昌县", "鼓山新村", 99, 91],
      [12, "新昌县", "南岩雅居", 95, 90.5],
    ]);
  });

  test("the ranking keeps equal ranks: two first, two third, and the total is the sum of its sections", () => {
    const table = cells(played.ranking).filter((row) => typeof row[0] === "number" || /^\d+$/.test(String(row[0])));

    expect(table.map((row) => [Number(row[0]), row[2], row[7]])).toEqual([
      [1, "稽山花园", 100],
      [1, "浣纱名苑", 100],
      [3, "瓜渚湖畔", 99],
      [3, "鼓山新村", 99],
      [5, "曹娥江苑", 98],
      [5, "越剧新苑", 98],
      [7, "鉴湖雅苑", 97],
      [7, "剡溪花园", 97],
      [9, "舜耕花园", 96],
      [10, "柯岩新村", 95],
      [10, "南岩雅居", 95],
      [12, "暨阳新村", 94],
    ]);
    expect(table.map((row) => Number(row[3]) + Number(row[4]) + Number(row[5]) + Number(row[6]))).toEqual(
      table.map((row) => row[7]),
    );
  });

  test("ten compounds are published once, to the campaign group", async () => {
    const group = await world.groupId("美好家园活动群");
    const texts = (await world.as("maxiaohan").messages(group)).map(({ card }) => card?.text ?? "");
    const lists = texts.filter((text) => text.includes("已公布") && /^\d+ \| /m.test(text));

    expect(lists).toHaveLength(1);
    expect(lists[0]?.match(/^\d+ \| /gm)).toHaveLength(10);
    expect(lists[0]).not.toContain("暨阳新村");
  });

  test("after that the page offers no first steps any more", async () => {
    const { points, tour } = await world.call<Timeline>("/page/timeline");

    expect(points.length).toBeGreaterThan(0);
    expect(tour).toEqual([]);
  });

  test("what each clerk got unasked is what was written by hand: openings, reminders until it was in, the outcome; at most twelve", async () => {
    // What they did themselves, and what it was answered with, was at 10:00.
    const unasked = async (userId: string) =>
      (await world.as(userId).messages())
        .filter(({ from, at }) => from !== userId && (at.slice(11, 16) !== "10:00" || at.startsWith("2023-10-13")))
        .map(({ at }) => at.slice(5, 16))
        .sort((one, other) => (one < other ? -1 : 1));
    const openings = ["08-10T08:30", "08-21T08:30", "09-21T08:30", "10-16T08:30"];
    // The lists were sent on 26 September, the reports on 18 October.
    const reminders = ["09-19T09:00", "09-25T09:00", "10-11T09:00", "10-17T09:00"];
    const inTime = [...openings, ...reminders, "10-13T10:00"].sort();

    for (const district of ["yuecheng", "keqiao", "shangyu", "zhuji", "xinchang"]) {
      expect(await unasked(`${district}-1`)).toEqual(inTime);
    }
    expect(await unasked("shengzhou-1")).toEqual([...inTime, "10-20T09:00"]);
    expect(inTime.length + 1).toBeLessThanOrEqual(12);
  });

  test("the progress summary comes on Mondays at 09:00 once something is owed, except where a stage opens; none in the week of the holiday, without scores", async () => {
    const group = await world.groupId("美好家园活动群");
    const summaries = (await world.as("maxiaohan").messages(group)).filter(({ text = "" }) =>
      text.includes("办理进度汇总"),
    );

    expect(summaries.map(({ at }) => at.slice(5, 16))).toEqual([
      "08-28T09:00",
      "09-04T09:00",
      "09-11T09:00",
      "09-18T09:00",
      "09-25T09:00",
      "10-09T09:00",
    ]);
    expect(summaries.filter(({ text = "" }) => text.includes("分数") || text.includes("总分"))).toEqual([]);
  });

  test("the journal replayed into an empty database gives the same tables", async () => {
    const { replayed, actual } = await meaningOf(world);

    expect(replayed).toEqual(actual);
  });

  test("no card was sent twice, and the busiest month stays under half of 5000 calls and 3000 pushes", async () => {
    const cards = await cardsSeen(world);
    const { months } = await world.call<{ months: Record<string, { apiCalls: number; pushes: number }> }>("/usage");
    console.log(
      "usage by month:",
      JSON.stringify(
        Object.fromEntries(
          Object.entries(months).map(([month, { apiCalls, pushes }]) => [month, { apiCalls, pushes }]),
        ),
      ),
    );

    expect(cards).toHaveLength(new Set(cards).size);
    expect(Object.values(months).filter(({ apiCalls, pushes }) => apiCalls >= 2500 || pushes >= 1500)).toEqual([]);
  });

  test("it took the pushes that npm run quota reckons, within a tenth, and no more calls: fewer, as whole weeks were leapt over", async () => {
    const reckoned = reckonedUsage();
    const { apiCalls, pushes } = await world.call<Cost>("/usage");

    expect(Math.abs(reckoned.pushes / pushes - 1)).toBeLessThanOrEqual(0.1);
    expect([apiCalls / reckoned.apiCalls > 0.75, apiCalls / reckoned.apiCalls < 1.1]).toEqual([true, true]);
  });
});

/** What stands at the foot of a printed list, by the names of the files. */
const KINDS = [
  ...["口径汇总表", "初评评分表", "推荐名单", "排名汇总", "回执", "工作报告汇总", "推荐函", "评审底稿", "择优说明"],
  "公布",
];

describe("closed, the campaign becomes an archive that proves itself", () => {
  const says = async (userId: string, text: string) => readAll(await world.as(userId).says(text)).join("\n");
  let archives: { name: string; path: string }[];

  test("while it goes on, 归档 shows what is there and what is missing, and asks for its end", async () => {
    const shown = await says("maxiaohan", "归档");

    expect(shown).toContain("### 归档　内容预览");
    expect(shown).toContain("申报材料：12个小区");
    // How much others are doing is nobody's before the end.
    expect(shown).not.toContain("操作留痕");
    expect(shown).toContain("上级通知未归入");
    expect(shown).toContain("请先办结并发送「结束活动」");
    expect(await says("maxiaohan", "提请归档 永久")).toContain("活动尚未结束，未提请归档");
  });

  test("every kind of list can be printed once more before the end", async () => {
    await says("keqiao-1", "今天天气怎么样呀");
    await world.as("maxiaohan").drops([{ name: "通知.pdf", content: "%PDF-1.4\n%%EOF\n" }]);
    expect(await says("maxiaohan", "归入卷宗 上级通知")).toContain("已作为上级通知归入");
    for (const words of ["导出 推荐函 柯桥区", "评审底稿", "择优说明", "公布文本"]) await says("maxiaohan", words);
  });

  test("a stamped list and a stamped form are filed before the end", async () => {
    await says("keqiao-1", "名单盖章件 审签人王建国 9月27日");
    await says("keqiao-1", "名单盖章件");
    await world.as("keqiao-1").drops({ name: "附件4.pdf", content: pdfOf("附件4盖章件") });
    expect(await says("keqiao-1", "现行")).toContain("盖章件已归档，共1份。");
    await world.as("keqiao-1").drops({ name: "申报表.pdf", content: pdfOf("申报表盖章件") });
    await says("keqiao-1", "申报表盖章件 申报表.pdf");
    expect(await says("keqiao-1", "柯岩新村")).toContain("盖章件为第1次提交的申报表，即现行的一次。");
  });

  test("ended, it is asked for with 保管期限, confirmed by the approver, made and sent", async () => {
    await says("maxiaohan", "结束活动");
    await says("maxiaohan", "确认结束活动");
    expect(await says("maxiaohan", "提请归档")).toContain("请写明保管期限，未提请");
    expect(await says("maxiaohan", "提请归档 永久")).toContain("已报审批领导同意，保管期限永久。");
    expect(await says("maxiaohan", "提请归档 30年")).toContain("第1次归档已报审批人，尚未答复，未重复提请");
    expect(await says("keqiao-1", "同意归档")).not.toContain("已同意");
    await says("maxiaohan", "恢复活动");
    expect(await says("approver", "同意归档")).toContain("活动已恢复办理，未同意归档。请待活动再次结束后答复。");
    await says("maxiaohan", "结束活动");
    await says("maxiaohan", "确认结束活动");

    // The bot is not idle before both are made: on a busy machine that takes more than one wait.
    await world
      .as("approver")
      .says("同意归档 制成后告知13812345678")
      .catch(() => undefined);
    const received = () => archivesOf(world, "maxiaohan");
    await expect.poll(async () => (await received()).length, { timeout: 170_000, interval: 2_000 }).toBe(2);
    archives = await received();
    expect(readAll(await world.as("approver").messages()).join("\n")).toContain("已同意第1次归档，开始制作。");
    expect(archives.map(({ name }) => name.replace(/^.*_(?=存|利)/u, ""))).toEqual(["存档本.zip", "利用本.zip"]);
    expect(await says("maxiaohan", "归档")).toContain("第1次归档已于");
  });

  test("both editions are intact by themselves; the masked one holds nobody's number", async () => {
    const [full, use] = await Promise.all(archives.map(({ path }) => check(path)));

    expect(full).toMatchObject({ intact: true, findings: [], repacked: [], manifest: { edition: "full", number: 1 } });
    expect(full?.chain.withheld).toEqual({ other: 0, masked: 0 });
    expect(use).toMatchObject({ intact: true, findings: [], repacked: [], manifest: { edition: "use" } });
    expect(use?.chain.head).toBe(full?.chain.head);
    const numbers = await personalNumbers(archives[0]?.path ?? "");
    expect(numbers.length).toBeGreaterThan(12);
    expect(await holding(archives[1]?.path ?? "", numbers)).toEqual([]);
    // A text with a number is shown with the number covered, and nothing is there from which its digits could be guessed.
    const [path = "", masked = ""] = archives.map((one) => one.path);
    const traces = await tracesOf(path, "制成后告知13812345678");
    expect(traces).toHaveLength(3);
    expect(await holding(masked, ["制成后告知138****5678", ...traces])).toEqual(["制成后告知138****5678"]);
    // Papers as they came are in the complete one only.
    const notice = "01 依据/上级通知/上级通知_01.pdf";
    const holdsNotice = [full, use].map((one) => one?.manifest.entries.some((entry) => entry.path === notice));
    expect(holdsNotice).toEqual([true, false]);
    expect(await holding(masked, ["01 依据/上级通知：扫描件和收到的文件未收入利用本，见存档本"])).toHaveLength(1);
    const erasable = full?.manifest.entries.filter((one) => one.erasable && one.path.endsWith(".html")) ?? [];
    expect(new Set(erasable.map((one) => one.path.split("/").at(-1)))).toEqual(
      new Set(["经过.html", "决定与批准.html", "批准时所见.html"]),
    );
    // Of what was not understood its number only.
    const asked = await holding(archives[1]?.path ?? "", ["没有识别的语句", "天气怎么样", "怎样查阅"]);
    expect(new Set(asked)).toEqual(new Set(["怎样查阅", "没有识别的语句"]));
  });

  test("the stamped copies are in 存档本 under their names, and agree with the system; 利用本 names them as left out", async () => {
    const [full, use] = await Promise.all(archives.map(({ path }) => pagesOf(path)));
    const { manifest } = await check(archives[0]?.path ?? "");
    const paths = manifest.entries.map(({ path }) => path);
    const compared = full?.get("04 推荐名单/纸质件与系统核对.html") ?? "";

    expect(paths).toContain("04 推荐名单/柯桥区/推荐名单盖章件_柯桥区_第1版_01.pdf");
    // Applied for at the same moment as others, it has any of their numbers.
    const [folder = ""] = paths.flatMap((one) => /^03 申报与评分\/柯桥区\/\d{3} 柯岩新村/u.exec(one) ?? []);
    expect(paths).toContain(`${folder}/纸质件/申报表盖章件_第1版_01.pdf`);
    expect(compared).toContain("柯桥区推荐名单|第1版|第1版|一致|");
    expect(compared).toContain("柯桥区柯岩新村申报表|第1版|第1版|一致|");
    expect(compared).toContain("越城区推荐名单|第1版|未归入|无盖章件，未比对|");
    expect(full?.get("index.html")).toContain("归入的盖章件均与系统版本一致。");
    expect(use?.get("index.html")).toContain("04 推荐名单/柯桥区：扫描件和收到的文件未收入利用本，见存档本");
  });

  test("an auditor who has nothing but 利用本 finds why points were lost, what was approved, and which is which", async () => {
    const pages = await pagesOf(archives[1]?.path ?? "");
    const of = (name: string) => pages.get(name) ?? "";
    const [folder = ""] = [...pages.keys()].flatMap((one) => /^03 申报与评分\/柯桥区\/\d{3} 柯岩新村/u.exec(one) ?? []);
    const lost = "初评　3-5：3分（满分5分）　评分人未填写理由";

    expect(of(`${folder}/经过.html`)).toContain(lost);
    expect(of(`${folder}/情况.html`).split("失分各条及理由　初评")[1]).toContain(lost);
    expect(of(`${folder}/情况.html`).match(/一事一链/gu)).toHaveLength(1);
    // One sign covers what 利用本 does not show.
    expect(of(`${folder}/情况.html`)).toContain("申报单位负责人电话|***|");
    // Every line says what the points came to by then.
    const trail = of(`${folder}/经过.html`)
      .split("\n")
      .filter((line) => line.endsWith("||"));
    expect(trail.length).toBeGreaterThan(5);
    expect(trail.filter((line) => !/(?:合计95分|合计\d+分|尚未评分)\|\|$/u.test(line))).toEqual([]);
    expect(trail.at(-1)).toContain("初评合计95分");

    // The card as the approver had it, while the list is published by now.
    const seen = of("05 办理与决定/批准时所见.html");
    const [, approval = ""] = seen.split("审批领导　批准择优");
    expect(approval).toContain("市级名单（第1版）　待批准");
    expect(approval).toContain("入选10个");
    expect(approval.split("审批领导　同意归档")[0]).not.toContain("已公布");
    expect(seen).toContain("审批领导　确认口径");
    expect(of("05 办理与决定/决定与批准.html").match(/查看\|$/gmu)?.length).toBeGreaterThanOrEqual(4);

    expect(of("index.html")).toMatch(/文件夹编号\d{3}；柯桥区附件4序号1，汇总的附件4序号3/u);
    expect(of("index.html")).toContain("08 其他材料|公示证明、口径依据等其他归入的材料|无此类内容，未设文件夹|");
    expect(of("核验说明.html")).toContain("不列内容，不是缺失");
    expect(of("核验说明.html")).toContain("两种时间");
    expect(of("09 数据/数据说明.html")).toContain("ruling_answer.json|口径的各次答复|");
  });

  test("what stands at the foot of a printed list is found in the archive by its number", async () => {
    const [, use = ""] = archives.map(({ path }) => path);
    const listed = (await pagesOf(use)).get("09 数据/操作留痕目录_00001.html") ?? "";
    const feet = await feetOf(use, world, "maxiaohan");
    const lists = feet.filter(({ name }) => name.includes("推荐名单"));

    expect(lists.length).toBeGreaterThan(5);
    for (const { number, digits } of feet) {
      const line = listed.split("\n").find((one) => one.startsWith(`${number}|`)) ?? "";
      expect(line.split("|")[4]).toBe(digits);
    }
    for (const { number } of lists) {
      const line = listed.split("\n").find((one) => one.startsWith(`${number}|`)) ?? "";
      expect(line.split("|").slice(1, 4).join("|")).toMatch(/^2023年9月26日（周二）10:00\|.+经办人1\|报送推荐名单$/u);
    }
    const { number = 0, digits = "" } = lists[0] ?? {};
    expect(await comparedByProgram(use, number, digits)).toMatch(/报送推荐名单|操作留痕目录/u);
  });

  test("the foot of every printed list is in the archive; one digit more or less is not", async () => {
    const [full, use] = archives.map(({ path }) => path);
    const feet = await feetOf(full ?? "", world, "maxiaohan");
    const kinds = new Set(feet.map(({ name }) => KINDS.find((kind) => name.includes(kind)) ?? name));
    const verdicts = new Map<string, string>();
    for (const { number, digits } of feet)
      for (const path of [full ?? "", use ?? ""]) {
        const source = await openSource([path]);
        verdicts.set(`${number} ${digits}`, (await comparePaper(source, { number, digits })).verdict);
        await source.close();
      }

    expect([...kinds].sort()).toEqual([...KINDS].sort());
    expect(new Set(verdicts.values())).toEqual(new Set(["same"]));
    const { number = 0, digits = "" } = feet[0] ?? {};
    expect(await comparedByProgram(use ?? "", number, digits)).toContain(`打印件与卷宗一致：第${number}条`);
    expect(await comparedByProgram(use ?? "", number + 1, digits)).toContain("打印件与卷宗不一致");
  });

  test("an erased value, a flipped byte and a program without database name what happened", async () => {
    const path = archives[0]?.path ?? "";
    const { manifest } = await check(path);
    const personal = manifest.entries.find(({ path: one }) => one.startsWith("personal/"))?.path ?? "";
    expect((await verifyByProgram(path)).status).toBe(0);

    await eraseFrom(path, [personal]);
    expect(await check(path)).toMatchObject({ intact: true, findings: [{ kind: "erased", path: personal }] });

    // Within the content of the first file.
    await flipByte(path, 80);
    const { said, status } = await verifyByProgram(path);
    expect([status, said.includes("内容有改动：01 依据/")]).toEqual([1, true]);
  });

  test("到期清理 follows the ruling on keeping: previewed, confirmed by another, done once", async () => {
    const preview = await says("maxiaohan", "到期清理");
    expect(preview).toContain("按建议保存6个月，至2024年4月");
    expect(preview).toContain("清除后系统中不能恢复，操作留痕中只留编号和校验值；此前制成的存档本和备份中仍有");
    expect(preview).not.toContain("由早期版本登记");
    // As a version without salts stored it. The archive holds numbers of drafts too, which come in any order among them.
    const database = await databaseOf(world);
    const [{ answers } = { answers: "" }] = await database.query<{ answers: string }>(
      "select string_agg(answers::text, ' ') as answers from application_revision",
      [],
    );
    const numbers = await numbersIn(archives[0]?.path ?? "");
    const number = numbers.find(({ id }) => answers.includes(id)) ?? { id: "", value: "" };
    await database.query("update personal_value set hash = $2 where id = $1", [
      number.id,
      personalHash(number.id, { value: number.value }),
    ]);
    await database.close();
    expect(await says("maxiaohan", "到期清理")).toContain("其中1条由早期版本登记，校验值未加随机值");
    expect(await says("maxiaohan", "个人信息清单")).toContain("活动结束后6个月（建议）");
    expect(await says("keqiao-1", "提请清理")).not.toContain("已报");
    expect(await says("approver", "同意清理")).toContain("没有待同意的清理");

    expect(await says("maxiaohan", "提请清理")).toContain("已报审批领导同意");
    expect(await says("maxiaohan", "提请清理")).toContain("第1次清理已报审批人，尚未答复");
    expect(await says("maxiaohan", "同意清理")).not.toContain("已办理");
    await says("maxiaohan", "恢复活动");
    expect(await says("approver", "同意清理")).toContain("结束并归档之后方可清除个人信息。未清除任何内容。");
    await says("maxiaohan", "结束活动");
    await says("maxiaohan", "确认结束活动");
    expect(await says("approver", "同意清理")).toContain("第1次清理已办理，内容已清除");
    expect(await says("approver", "同意清理")).toContain("没有待同意的清理，未作任何改动");
    expect(await says("maxiaohan", "到期清理")).toContain("没有需要清除的内容");
  });
});
