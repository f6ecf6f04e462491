/** Fonts that hold the characters of GB 2312 only, and what stands in for them (GBK). */
const STAND_IN: Readonly<Record<string, string>> = {
  仿宋_GB2312: "仿宋",
  楷体_GB2312: "楷体",
  方正小标宋简体: "华文中宋",
};
/** For characters that GBK does not have either: GB 18030 on the basic plane, and beyond it. */
const BASIC_PLANE = "宋体";
const BEYOND = "宋体-ExtB";

const RUN = /<w:r(?: [^>]*)?>(<w:rPr>[\s\S]*?<\/w:rPr>)?((?:(?!<\/?w:r[ >])[\s\S])*?)<\/w:r>/gu;
const TEXT = /^<w:t(?: [^>]*)?>([^<]*)<\/w:t>$/u;
const EAST_ASIA = /w:eastAsia="([^"]*)"/u;
/** Han characters, wherever in Unicode. */
const HAN = /\p{Script=Han}/u;

/** The Han characters of GB 2312: its rows 16 to 87. */
const gb2312 = new Set<string>();
{
  const decoder = new TextDecoder("gbk");
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let place = 0xa1; place <= 0xfe; place += 1) gb2312.add(decoder.decode(Uint8Array.of(row, place)));
  }
}

/** GBK has the first block of Han characters of Unicode, as it was in 1993. */
const isInGbk = (character: string): boolean => character >= "\u4e00" && character <= "\u9fa5";

/** The font in which a character of a text in `font` is written. */
export function fontOfCharacter(character: string, font: string): string {
  if (!HAN.test(character) || gb2312.has(character)) return font;
  if (isInGbk(character)) return STAND_IN[font] ?? font;
  return character.length > 1 ? BEYOND : BASIC_PLANE;
}

/**
 * Runs with characters that their font lacks are divided, and those characters set in a font that has them: names of
 * places and people hold 漷, 堃 or 䶮.
 *
 * @param usual the font of runs that name none
 */
export const withRareCharacters = (xml: string, usual: string): string =>
  xml.replaceAll(RUN, (run, properties: string = "", content: string) => {
    const text = TEXT.exec(content)?.[1];
    if (text === undefined) return run;
    const font = EAST_ASIA.exec(properties)?.[1] ?? usual;
    const parts = partsOf(text, font);
    if (parts.every((part) => part.font === font)) return run;
    return parts
      .map((part) => {
        const own = part.font === font ? properties : withFont(properties, part.font);
        return `<w:r>${own}<w:t xml:space="preserve">${part.text}</w:t></w:r>`;
      })
      .join("");
  });

function partsOf(text: string, font: string): { text: string; font: string }[] {
  const parts: { text: string; font: string }[] = [];
  for (const character of text) {
    const own = fontOfCharacter(character, font);
    const last = parts.at(-1);
    if (last?.font === own) last.text += character;
    else parts.push({ text: character, font: own });
  }
  return parts;
}

function withFont(properties: string, font: string): string {
  if (EAST_ASIA.test(properties)) return properties.replace(EAST_ASIA, `w:eastAsia="${font}"`);
  const named = `<w:rFonts w:eastAsia="${font}" w:hint="eastAsia"/>`;
  return properties === "" ? `<w:rPr>${named}</w:rPr>` : properties.replace("<w:rPr>", `<w:rPr>${named}`);
}
