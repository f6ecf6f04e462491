import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actWords } from "../../../src/campaign/archive/contents/acts.ts";
import { paperName } from "../../../src/campaign/archive/contents/case-pieces.ts";
import { changeLines, makeTotals } from "../../../src/campaign/archive/contents/changes.ts";
import { verdictOn } from "../../../src/campaign/archive/contents/comparison.ts";
import { lineOf } from "../../../src/campaign/archive/contents/journal-files.ts";
import { type KnownRow, whyOf } from "../../../src/campaign/archive/contents/lost-points.ts";
import { refsIn, shownRefs, withoutHashes, withoutNumbers } from "../../../src/campaign/archive/contents/mask.ts";
import { escaped, link } from "../../../src/campaign/archive/contents/page.ts";
import { contentPhrases } from "../../../src/campaign/archive/contents/phrases.ts";
import { named, unusedName } from "../../../src/campaign/archive/contents/piece.ts";
import type { PointsChange } from "../../../src/campaign/archive/contents/points-change.ts";
import { TABLES } from "../../../src/campaign/archive/contents/table-words.ts";
import { writeArchive } from "../../../src/campaign/archive/folder.ts";
import { readKeep } from "../../../src/campaign/archive/rules.ts";
import { makeRegistry } from "../../../src/campaign/engine/registry.ts";
import { features } from "../../../src/campaign/features.ts";
import type { Criterion } from "../../../src/campaign/scoring/rubric.ts";
import { isDiskFull } from "../../../src/platform/storage/files.ts";

const ref = (personal: string) => ({ personal, hash: "a".repeat(64) });

test("保管期限 is read from words and figures, and nothing else is one", () => {
  expect(["永久", " 永久保存", "30年", "３０年", "三十年", "十年", "保管期限：10年"].map(readKeep)).toEqual([
    ...["permanent", "permanent", "30", "30", "30", "10", "10"],
  ]);
  expect(["", "20年", "30", "永久吧", "年"].map(readKeep)).toEqual(Array.from({ length: 5 }));
});

describe("利用本", () => {
  const answers = { compoundPhone: ref("phone"), statement: ref("statement"), rate: "95" };

  test("shows of a form what is about the case and nothing about persons", () => {
    expect(shownRefs("application", { answers }, new Set(["compoundPhone"])).map((one) => one.personal)).toEqual([
      "statement",
    ]);
  });

  test("shows reasons of points; of who objected, and of a table that nobody thought of, nothing", () => {
    const row = { reason: ref("reason"), objector: ref("objector"), words: ref("words") };

    expect(shownRefs("score", row, new Set()).map(({ personal }) => personal)).toEqual(["reason"]);
    expect(shownRefs("objection", row, new Set())).toEqual([]);
    expect(shownRefs("some_new_table", row, new Set())).toEqual([]);
  });

  test("finds references however deep, and leaves masked ones without their hash", () => {
    const items = { items: [{ reason: ref("one") }, { reason: ref("other") }] };

    expect(refsIn(items).map(({ personal }) => personal)).toEqual(["one", "other"]);
    expect(withoutHashes(items, new Set(["one"]))).toEqual({
      items: [{ reason: ref("one") }, { reason: { personal: "masked" } }],
    });
  });

  test("covers numbers of persons in free texts, and no other figures", () => {
    expect(withoutNumbers("请联系13812345678，身份证33060219800101123X")).toBe(
      "请联系138****5678，身份证330602********123X",
    );
    expect(withoutNumbers("8308.5平方米，电话85082235")).toBe("8308.5平方米，电话85082235");
  });

  test("withholds the sealed text that would give a masked value away; 存档本 has it", () => {
    const text = JSON.stringify([1, [{ after: { signer: ref("signer") } }]]);
    const row = { number: "7", entry: "9", hash: "b".repeat(64), campaign: "c", text };
    const seal = { number: 7, entry: "9", hash: "b".repeat(64) };
    const shown: ReadonlySet<string> = new Set();

    expect(lineOf(row, { campaignId: "c", edition: "full", shown })).toEqual({ ...seal, text });
    expect(lineOf(row, { campaignId: "other", edition: "full", shown })).toEqual({ ...seal, withheld: "other" });
    expect(lineOf(row, { campaignId: "c", edition: "use", shown })).toEqual({ ...seal, withheld: "masked" });
    expect(lineOf(row, { campaignId: "c", edition: "use", shown: new Set(["signer"]) })).toEqual({ ...seal, text });
  });

  test("finds a reference in the reason of an entry, where it stands as text, and takes other texts as they are", () => {
    const text = JSON.stringify([1, "selection.returned", [], JSON.stringify({ number: 3, ...ref("why") })]);
    const row = { number: "7", entry: "9", hash: "b".repeat(64), campaign: "c", text };

    expect(lineOf(row, { campaignId: "c", edition: "use", shown: new Set() })).toEqual({
      ...{ number: 7, entry: "9", hash: "b".repeat(64), withheld: "masked" },
    });
    expect(refsIn(['{"personal" 不是引用', '{"personal":"x"}', "{}"])).toEqual([]);
  });
});

test("a stamped paper agrees with the version in force, or not, or there is none, or it has no check number", () => {
  expect([
    verdictOn({ system: 2, papers: [2] }),
    verdictOn({ system: 2, papers: [1, 2] }),
    verdictOn({ system: 2, papers: [1] }),
    verdictOn({ system: 2, papers: [] }),
    verdictOn({ system: undefined, papers: [3] }),
  ]).toEqual(["same", "same", "differs", "noPaper", "notCompared"]);
});

test("a row of the trail says which points were given and why, and what they come to by then", () => {
  const scored = (criterion: string, hundredths: number, before: number | null = null) => ({
    table: "score",
    key: {},
    before:
      before === null
        ? null
        : { ledger: "district", scorer: "district", criterion, state: "given", hundredths: before },
    after: {
      ...{
        ledger: "district",
        scorer: "district",
        criterion,
        state: "given",
        hundredths,
        reason: ref(`r${hundredths}`),
      },
    },
  });
  const total = makeTotals();
  const at = { ledger: "district", scorer: "district", state: "given" };

  expect(changeLines(scored("3-5", 350), new Map([["r350", "楼道堆物两处"]]))).toEqual([
    "初评　3-5：3.5分　理由：楼道堆物两处",
  ]);
  expect(total({ ...at, criterion: "3-5", hundredths: 350 })).toBe(350);
  expect(total({ ...at, criterion: "3-6", hundredths: 200 })).toBe(550);
  expect(total({ ...at, criterion: "3-5", hundredths: 400 })).toBe(600);
  expect(total({ ...at, criterion: "3-6", hundredths: null })).toBe(400);
  const member = { ledger: "city", scorer: "team-1" };
  expect(total({ ...member, state: "given", criterion: "3-6", hundredths: 100 })).toBe(100);
  // What is as the district gave it counts what the district gave.
  expect(total({ ...member, state: "asDistrict", criterion: "3-5", hundredths: 0 })).toBe(500);
});

describe("why points were lost", () => {
  const row = { id: "3-3", maxPoints: 3, knockOut: false } as Criterion;
  const given = (hundredths: number | null, more: Partial<PointsChange> = {}): PointsChange => ({
    ...{ ledger: "district", scorer: "district", criterion: "3-3", hundredths, state: "given", ...more },
  });
  const byFigures = { points: 0, ground: "收缴率为94%" };
  const why = (change: PointsChange, known: KnownRow | undefined = { row }, reason?: string) =>
    whyOf(change, { known, reason });

  test("is what the scorer wrote; else the figure that gives the same; else that nothing was written", () => {
    expect(why(given(200), { row }, "两处破损")).toBe("理由：两处破损");
    expect(why(given(0), { row, byFigures })).toBe("评分人未填写理由；归档时的数据：收缴率为94%，按此应为0分");
    // A figure that gives something else explains nothing.
    expect(why(given(100), { row, byFigures })).toBe("评分人未填写理由");
    expect(why(given(299))).toBe("评分人未填写理由");
  });

  test("is not asked of the maximum, of what was taken away, of the district's own, and of a row that nobody knows", () => {
    expect([
      why(given(300)),
      why(given(null)),
      why(given(0, { state: "asDistrict" })),
      whyOf(given(0), { known: undefined, reason: undefined }),
    ]).toEqual(Array.from({ length: 4 }));
    expect(why(given(300), { row }, "做得好")).toBe("理由：做得好");
    // The clause stands with the points.
    expect(why(given(0, { state: "requirementNotMet", clause: "7-3" }))).toBeUndefined();
    expect(contentPhrases.given(given(0, { state: "requirementNotMet", clause: "7-3" }), row)).toBe(
      "初评　3-3：0分（满分3分）（不符合）　不符合要求7-3",
    );
  });
});

test("papers are named by what they are, their district and version", () => {
  const definition = { campaign: { districts: [{ id: "keqiao", name: "柯桥区" }] } } as never;

  expect(
    [
      "archive-notice:1",
      "form:2",
      "list:keqiao@1",
      "visit:3",
      "visit-row:3-5",
      "summary:final",
      "ruling:R14@2",
      "x",
    ].map((place) => paperName(place, definition)),
  ).toEqual([
    ...["上级通知", "申报表盖章件_第2版", "推荐名单盖章件_柯桥区_第1版", "现场核验记录表_第3版", "核验照片_3-5"],
    ...["活动总结定稿", "口径的依据文件_R14_第2版", "其他归入的材料"],
  ]);
});

test("every recorded table, and everything that is done, has words in the archive", () => {
  const { tables } = makeRegistry(features({ readUsage: () => Promise.reject(new Error("not asked")) })).journal;
  expect(tables.filter(({ name, machinery }) => !machinery && !(name in TABLES)).map(({ name }) => name)).toEqual([]);

  const files = readdirSync("src/campaign", { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".ts"));
  const actions = files.flatMap((one) =>
    [...readFileSync(join("src/campaign", one), "utf8").matchAll(/\baction: "([a-z-]+\.[a-z-]+)"/g)].map(
      ([, action = ""]) => action,
    ),
  );
  const commands = new Set(
    features({ readUsage: () => Promise.reject(new Error("not asked")) }).flatMap(({ commands: all = [] }) =>
      all.map(({ id }) => id),
    ),
  );
  const wordless = [...new Set(actions)].filter((action) => actWords(action) === "其他操作" && !commands.has(action));
  expect(wordless).toEqual([]);
});

test("names and pages take whatever people typed", () => {
  expect(named("../a/b:c")).toBe("__a_b_c");
  // What is cut is the stem; marks that turn the direction of writing are not there to hide an ending.
  const long = "楼".repeat(80);
  expect(["3-5_楼道.jpg", `${long}.docx`, long].map(named)).toEqual([
    ...["3-5_楼道.jpg", `${"楼".repeat(55)}.docx`, "楼".repeat(60)],
  ]);
  expect(named("报告\u202Egpj.exe\u0000")).toBe("报告gpj.exe");
  expect(unusedName(new Set(["甲/1.jpg", "甲/1_2.jpg"]), "甲/1.jpg")).toBe("甲/1_3.jpg");
  expect(escaped('<script>"&')).toBe("&lt;script&gt;&quot;&amp;");
  expect(link("03 申报/甲.html", "甲", "03 申报/目录.html")).toContain('href="../03%20%E7%94%B3%E6%8A%A5/');
});

describe("writing on the disk", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "jiayuan-archives-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function* full(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("begun");
    throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("whole");
  }

  test("a full disk leaves no half file, and what a killed process left goes with the next attempt", async () => {
    const error = await writeArchive(folder, "卷宗.zip", full()).catch((one: unknown) => one);
    expect([isDiskFull(error), await readdir(folder)]).toEqual([true, []]);

    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(folder, ".卷宗.zip.4711.part"), "half");
    const { size } = await writeArchive(folder, "卷宗.zip", whole());
    expect([size, await readdir(folder)]).toEqual([5, ["卷宗.zip"]]);
  });
});
