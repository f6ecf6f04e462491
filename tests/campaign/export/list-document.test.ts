import { describe, expect, test } from "vitest";
import { listSections } from "../../../src/campaign/export/list-document.ts";
import type { ListSheet } from "../../../src/campaign/export/list-workbook.ts";
import { readWord } from "../../../src/platform/documents/word/read-word.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";

const HEADERS = [
  "序号",
  "地区",
  "项目名称",
  "物业服务企业名称",
  "所属街道",
  "所属社区",
  "评价分数",
  "交付率或入住率（%）",
];

const sheetOf = (count: number): ListSheet => ({
  title: "2023年度绍兴市“美好家园”小区推荐名单",
  mark: "附件4",
  columns: HEADERS.map((header, at) => ({ header, width: at === 0 ? 7 : 22, kind: "text" as const })),
  rows: Array.from({ length: count }, (_, at) => [
    at + 1,
    "柯桥区",
    `小区${at + 1}`,
    "物业公司",
    "街道",
    "社区",
    97,
    96.5,
  ]),
  filled: count,
  rateNotes: [],
  reports: [
    { district: "柯桥区", version: 2, on: "2023年9月28日", number: "40817-22615" },
    { district: "诸暨市", version: 1, on: "2023年9月27日", number: "12345-67897" },
  ],
  onBehalf: ["代填：柯桥区的推荐名单（马小涵代填，柯桥区经办人1负责）。"],
  journal: "操作留痕：第4711条，校验值0123456789abcdef",
  part: undefined,
});

const pagesOf = async (count: number) => {
  const sections = listSections(sheetOf(count), 10);
  const { blocks } = readWord(await writeWord({ author: "局", at: new Date("2023-09-28T00:00:00Z"), sections }));
  return blocks.flatMap((block) =>
    block.kind === "table" ? [block.rows.map((row) => row.map(({ paragraphs }) => paragraphs.join("")))] : [],
  );
};

describe("附件4 in Word", () => {
  test.each([
    [10, [11]],
    [11, [11, 2]],
    [20, [11, 11]],
  ])("of %i rows has ten a page, each with the plan's eight columns above it", async (count, rows) => {
    const pages = await pagesOf(count);

    expect(pages.map(({ length }) => length)).toEqual(rows);
    expect(pages.map(([header]) => header)).toEqual(rows.map(() => HEADERS));
  });

  test("prints whole numbers whole, and others as they are", async () => {
    expect((await pagesOf(10))[0]?.[1]).toEqual(["1", "柯桥区", "小区1", "物业公司", "街道", "社区", "97", "96.5"]);
  });

  test("has in the footer of every page the check number of each list, its QR code, what was entered on behalf, and the head of the journal", () => {
    const footers = listSections(sheetOf(11), 10).map(({ footer }) => footer);
    const footer = {
      lines: [
        "校验号：40817-22615（柯桥区第2次报送，2023年9月28日）、12345-67897（诸暨市第1次报送，2023年9月27日）",
        "代填：柯桥区的推荐名单（马小涵代填，柯桥区经办人1负责）。",
        "操作留痕：第4711条，校验值0123456789abcdef",
      ],
      picture: "{{二维码}}",
      numbered: true,
    };

    expect(footers).toEqual([footer, footer]);
  });

  test("has the plan's mark at the top left of every page, and 续 behind the title from the second on", () => {
    const heads = listSections(sheetOf(11), 10).map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).slice(0, 2),
    );

    expect(heads).toEqual([
      ["附件4", "2023年度绍兴市“美好家园”小区推荐名单"],
      ["附件4", "2023年度绍兴市“美好家园”小区推荐名单（续）"],
    ]);
  });
});
