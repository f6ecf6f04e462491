import { readWhole } from "./numerals.ts";

const OF_ADDRESS = /地址$/u;
const LONG_NUMBER = /\d{7}/u;
const DISTRICT = /省|市|区|县|街道|镇|乡/u;
const ROAD = /路|街|弄|巷|道|村/u;
const NUMBER_FIRST = /^第?[\d幺一二三四五六七八九十百千零〇]/u;
/** As far as the street, and as far as the number. */
const TO_ROAD = /^.*(?:省|市|区|县|街道|镇|乡)(?=.)/u;
const TO_NUMBER = /^.*[路街弄巷道村](?=[\d一二三四五六七八九十百千零〇]+号?)/u;

/** 八号 for 曹娥街道江西路七号 is 曹娥街道江西路八号. Undefined for a whole address, 新址1号, and for other fields. */
export function completedAddress(label: string, before: string, after: string): string | undefined {
  // 嘉兴路3号 电话13712340000 is more than an address.
  if (!OF_ADDRESS.test(label) || LONG_NUMBER.test(after) || DISTRICT.test(after.replace(/小区/gu, "")))
    return undefined;
  if (!ROAD.test(after) && !NUMBER_FIRST.test(after)) return undefined;
  const kept = (ROAD.test(after) ? TO_ROAD : TO_NUMBER).exec(before)?.[0];
  return kept === undefined ? undefined : `${kept}${after}`;
}

/** 湖西路幺二八号, 三零二室: digits one by one, as nobody writes them, are 128号 and 302室. */
export const withHouseNumber = (address: string): string =>
  address.replaceAll(
    /(?<![十百千])(?=[一二三四五六七八九零〇]*幺|[一二三四五六七八九零〇]{3})[幺一二三四五六七八九零〇]{2,5}(?=[号弄幢栋室])/gu,
    (digits) => String(readWhole(digits.replaceAll("幺", "一")) ?? digits),
  );
