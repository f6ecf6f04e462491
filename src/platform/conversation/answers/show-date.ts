import { isCivilDate } from "../../../shared/civil-date.ts";

/** 2023年10月20日; other texts unchanged. */
export function showDate(value: string): string {
  if (!isCivilDate(value)) return value;
  const [year, month, day] = value.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
