import { describe, expect, test } from "vitest";
import { fontOfCharacter, withRareCharacters } from "../../../../src/platform/documents/word/rare-characters.ts";

describe("a character is written in a font that has it", () => {
  test.each([
    ["花", "仿宋_GB2312", "仿宋_GB2312"],
    ["漷", "仿宋_GB2312", "仿宋"],
    ["堃", "楷体_GB2312", "楷体"],
    ["祎", "方正小标宋简体", "华文中宋"],
    ["堃", "黑体", "黑体"],
    ["䶮", "仿宋_GB2312", "宋体"],
    ["𬭎", "仿宋_GB2312", "宋体-ExtB"],
    ["，", "仿宋_GB2312", "仿宋_GB2312"],
    ["8", "仿宋_GB2312", "仿宋_GB2312"],
  ])("%s of a text in %s: %s", (character, font, expected) => {
    expect(fontOfCharacter(character, font)).toBe(expected);
  });
});

describe("a run with rare characters", () => {
  const properties = '<w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/><w:sz w:val="32"/></w:rPr>';

  test("is divided, and keeps its other properties", () => {
    expect(withRareCharacters(`<w:r>${properties}<w:t>镜漷园</w:t></w:r>`, "仿宋_GB2312")).toBe(
      [
        `<w:r>${properties}<w:t xml:space="preserve">镜</w:t></w:r>`,
        `<w:r>${properties.replace("楷体_GB2312", "楷体")}<w:t xml:space="preserve">漷</w:t></w:r>`,
        `<w:r>${properties}<w:t xml:space="preserve">园</w:t></w:r>`,
      ].join(""),
    );
  });

  test("without a font of its own gets one", () => {
    expect(withRareCharacters("<w:r><w:t>漷</w:t></w:r>", "仿宋_GB2312")).toBe(
      '<w:r><w:rPr><w:rFonts w:eastAsia="仿宋" w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">漷</w:t></w:r>',
    );
  });

  test("without any stays as it is", () => {
    const run = `<w:r>${properties}<w:t>镜湖 春天</w:t></w:r>`;
    expect(withRareCharacters(run, "仿宋_GB2312")).toBe(run);
  });
});
