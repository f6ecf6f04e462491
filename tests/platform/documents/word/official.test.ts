import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import type { WordSpec } from "../../../../src/platform/documents/word/word-spec.ts";
import { writeWord } from "../../../../src/platform/documents/word/write-word.ts";

const spec: WordSpec = {
  author: "市住房和城乡建设局",
  at: new Date("2023-09-20T09:00:00+08:00"),
  isOfficial: true,
  sections: [
    {
      start: "nextPage",
      paper: "portrait",
      blocks: [
        { kind: "paragraph", text: "关于开展核验的通知", look: "title" },
        { kind: "paragraph", text: "一、安排", look: "heading" },
        { kind: "paragraph", text: "（一）时间", look: "subheading" },
        { kind: "paragraph", text: "请做好准备。", look: "body" },
        { kind: "paragraph", text: "附件：名单", look: "plain", indent: { first: 2, rest: 5 }, keepsWithNext: true },
        { kind: "paragraph", text: "2023年10月20日", look: "plain", align: "right", indent: { right: 4 } },
      ],
    },
  ],
};

const partOf = async (name: string): Promise<string> => {
  const zip = await JSZip.loadAsync(await writeWord(spec));
  return (await zip.file(name)?.async("string")) ?? "";
};

/** Size in half points, font, and what a paragraph says of its lines. */
async function paragraphOf(text: string): Promise<string> {
  const document = await partOf("word/document.xml");
  return document.split("<w:p>").find((one) => one.includes(text)) ?? "";
}

describe("an official document (GB/T 9704-2012)", () => {
  test("is A4 with 天头 37 mm, 订口 28 mm and a type area of 156 × 225 mm", async () => {
    const document = await partOf("word/document.xml");
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(document).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  });

  test("has a grid of 22 lines of 28 characters", async () => {
    expect(await partOf("word/document.xml")).toContain(
      '<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-848"/>',
    );
    expect(await partOf("word/styles.xml")).toContain('<w:sz w:val="32"/>');
    // 225 mm are 12756 twips.
    expect(Math.floor(12_756 / 579.8)).toBe(22);
    // 156 mm are 8844 twips; a character of 三号 has 320, set 5 closer.
    expect(Math.floor(8844 / (320 - 5))).toBe(28);
  });

  test.each([
    ["关于开展核验的通知", "方正小标宋简体", 44],
    ["一、安排", "黑体", 32],
    ["（一）时间", "楷体_GB2312", 32],
    ["请做好准备。", "仿宋_GB2312", 32],
  ])("sets %s in %s", async (text, font, halfPoints) => {
    const paragraph = await paragraphOf(text);
    expect(paragraph).toContain(`w:eastAsia="${font}"`);
    expect(paragraph).toContain(`<w:sz w:val="${halfPoints}"/>`);
    expect(paragraph).toContain('w:line="580" w:lineRule="exact"');
  });

  test("begins paragraphs two characters in, hangs annexes, and ends the date four from the right", async () => {
    expect(await paragraphOf("请做好准备。")).toContain('<w:ind w:firstLine="632"/>');
    expect(await paragraphOf("附件：名单")).toContain('<w:ind w:left="1579" w:hanging="948"/>');
    expect(await paragraphOf("2023年10月20日")).toContain('<w:ind w:right="1263"/>');
  });

  test("keeps together what must not stand alone on a page", async () => {
    expect(await paragraphOf("附件：名单")).toContain("<w:keepNext/>");
    expect(await paragraphOf("请做好准备。")).not.toContain("keepNext");
  });

  test("numbers its pages 「— 1 —」 in 四号 宋体, on the outer side", async () => {
    const footers = await Promise.all(["word/footer1.xml", "word/footer2.xml"].map(partOf));
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1])).toEqual(["right", "left"]);
    for (const footer of footers) {
      expect(footer).toContain('w:eastAsia="宋体"');
      expect(footer).toContain('<w:sz w:val="28"/>');
      expect(footer.match(/<w:t[^>]*>([^<]*)<\/w:t>/g)?.map((one) => one.replace(/<[^>]*>/g, ""))).toEqual([
        "— ",
        " —",
      ]);
    }
    expect(await partOf("word/settings.xml")).toContain("<w:evenAndOddHeaders/>");
  });

  test("names what may stand in for a font that is missing", async () => {
    expect(await partOf("word/fontTable.xml")).toContain(
      '<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,小标宋,华文中宋,宋体"/>',
    );
  });
});
