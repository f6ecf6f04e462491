const OF_ADDRESS = /地址$/u;
const DISTRICT = /省|市|区|县|街道|镇|乡/u;
const ROAD = /路|街|弄|巷|道|村/u;
/** As far as the street, and as far as the number. */
const TO_ROAD = /^.*(?:省|市|区|县|街道|镇|乡)(?=.)/u;
const TO_NUMBER = /^.*[路街弄巷道村](?=[\d一二三四五六七八九十百千零〇]+号?)/u;

/** 八号 for 曹娥街道江西路七号 is 曹娥街道江西路八号. Undefined for a whole address, and for other fields. */
export function completedAddress(label: string, before: string, after: string): string | undefined {
  if (!OF_ADDRESS.test(label) || DISTRICT.test(after.replace(/小区/gu, ""))) return undefined;
  const kept = (ROAD.test(after) ? TO_ROAD : TO_NUMBER).exec(before)?.[0];
  return kept === undefined ? undefined : `${kept}${after}`;
}
