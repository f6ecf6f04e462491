/** Number of a part or of a row, in digits or Chinese numerals. */
export const NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
/** Points as they are spoken: 四分, 3分半. */
export const SAID_POINTS = "(?:\\d+(?:\\.\\d+)?|[零〇一二三四五六七八九十两]+)分半?";
/** Between a row and its points: 得, 改为, 也是, 只能给. */
export const GIVES =
  "(?:(?:不对|错了)[，,\\s]*)?(?:我们|同样|照样|只能|可以|最多|这[条项]|[我也还就只])*(?:得|给|打|评|改为|改成|改到|改|应该是|应该给|应该|应当是|应当|应为|该给|算|计|为|是)?[了到]?";
export const REST_WORDS = "(?:其余|其他|其它|剩下|剩余)";
