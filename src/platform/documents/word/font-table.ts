/** What stands in for a font where it is not installed, nearest first. */
const OTHERS: Readonly<Record<string, string>> = {
  方正小标宋简体: "方正小标宋_GBK,小标宋,华文中宋,宋体",
  仿宋_GB2312: "仿宋,华文仿宋",
  楷体_GB2312: "楷体,华文楷体",
  黑体: "华文黑体",
};

/** The table of fonts with what may stand in for each. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(OTHERS)
  .map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  )
  .join("")}</w:fonts>`;
