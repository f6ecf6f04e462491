import { writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../journeys/database.ts";
import type { Opened } from "../journeys/second-reader.ts";
import {
  CASE_STUDY,
  CLOSED,
  OPEN,
  PARTS,
  REPORTING,
  type Reporting,
  type SixReports,
  sixReports,
  wordsOf,
} from "../journeys/six-reports.ts";
import type { World } from "../journeys/world.ts";
import { worldAt } from "../journeys/world-at.ts";

const DISTRICTS = Object.keys(REPORTING) as Reporting[];

let world: World;
let reports: SixReports;
let answers: Record<Reporting, string>;
let summary: { said: string; file: Opened };
let zips: Opened[];

beforeAll(async () => {
  world = await worldAt("10月13日");
  reports = sixReports(world);
  answers = await reports.handIn();
  summary = await reports.summary();
  zips = await reports.zips();
  // To be looked at, where a folder is named for it.
  if (process.env.LOOK_AT) await writeFile(`${process.env.LOOK_AT}/活动总结.docx`, summary.file.bytes);
}, 1_200_000);
afterAll(() => world.end());

/** Text of a Word file, a paragraph a line. */
function paragraphs(bytes: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
  return xml.split("</w:p>").map((one) => one.replaceAll(/<[^>]+>/gu, ""));
}

describe("reports of six districts in six ways", () => {
  test("are all taken, each in its way: file, card, parts, two files, returned once, late", () => {
    expect(answers.越城区).toContain("越城区　工作报告已收到（第1版）");
    expect(answers.柯桥区).toBe("工作报告已收到（第1版）。");
    expect(answers.上虞区).toContain("上虞区　工作报告已收到（第1版）");
    expect(answers.诸暨市).toContain("诸暨市　工作报告已收到（第2版）");
    expect(answers.诸暨市).toContain("《诸暨市工作报告（下）.docx》与第1版合为一份报送，第1版留存。");
    expect(answers.嵊州市).toContain("嵊州市　工作报告已收到（第2版）");
    expect(answers.新昌县).toContain("**逾期**：已过10月20日，注明逾期");
    for (const district of DISTRICTS) expect(answers[district]).not.toContain("待补充");
  });

  test("come together in one summary: each district's words once under each part, in the districts' order", () => {
    const lines = paragraphs(summary.file.bytes);
    for (const part of PARTS) {
      const places = DISTRICTS.map((district) =>
        lines.flatMap((text, at) => (text.includes(wordsOf(district, part)) ? [at] : [])),
      );
      expect([part, ...places.map(({ length }) => length)]).toEqual([part, 1, 1, 1, 1, 1, 1]);
      expect(places.flat()).toEqual(places.flat().toSorted((one, other) => one - other));
    }
    const last = PARTS.map((part) => lines.findIndex((text) => text.includes(wordsOf("新昌县", part))));
    expect(last).toEqual(last.toSorted((one, other) => one - other));
    const text = lines.join("\n");
    expect(text).not.toContain("未写明");
    expect(text).not.toContain("未收到工作报告");
    expect(text.match(/第2版/gu)).toHaveLength(2);
    expect(text.match(/逾期/gu)).toHaveLength(1);
    expect(summary.said).toContain("收入工作报告6份");
  });

  test("stand beside 典型案例, the support that is open, and the figures", () => {
    const text = paragraphs(summary.file.bytes).join("\n");
    expect(text).toContain(CASE_STUDY);
    expect(text).toContain(`${OPEN.about}：${OPEN.content}`);
    expect(text).toContain(OPEN.answer);
    expect(text).not.toContain(CLOSED.content);
    expect(summary.said).toContain("未办结的支持事项1件");
  });

  test("come as one zip, with both files of the one that has two", () => {
    expect(zips).toHaveLength(1);
    expect(new Set(Object.keys(unzipSync(zips[0]?.bytes ?? new Uint8Array())))).toEqual(
      new Set([
        "01_越城区_第1次报送.docx",
        "02_柯桥区_第1次报送.docx",
        "03_上虞区_第1次报送.docx",
        "04_诸暨市_第2次报送.docx",
        "04_诸暨市_第2次报送_文件2.docx",
        "05_嵊州市_第2次报送.docx",
        "06_新昌县_第1次报送.docx",
      ]),
    );
  });

  test("leave tables that the journal gives back", async () => {
    const database = await connect(world);
    const { replayed, actual } = await database.replay();
    await database.close();
    expect(replayed).toEqual(actual);
  });
});

describe("a file that is no part of it", () => {
  const dropped = async (district: string, name: string, content: string): Promise<string> => {
    const person = world.as(`${district}-1`);
    await person.drops({ name, content });
    return (await person.says(`并入工作报告 ${name}`)).map(({ text, card }) => text ?? card?.text ?? "").join("\n");
  };

  test("of another district's name, or in it already, is not joined", async () => {
    expect(await dropped("zhuji", "新昌县工作报告.docx", "PK 报告")).toContain("未并入，原报告不变");
    const before = await world.as("maxiaohan").says("工作报告 诸暨市");
    expect(before.map(({ text, card }) => text ?? card?.text ?? "").join("\n")).toContain("第2版");
  });
});
