/** Parts of a day and time in the platform's formats. */
const PART = /yyyy|MM|dd|HH|mm|ss/g;
const LENGTHS: Record<string, number> = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Reformats a moment such as `2023-10-20 09:30`, for example to `yyyy年MM月dd日`; text that does not match its format is
 * unchanged.
 */
export function reformat(text: string, from: string, to: string): string {
  const parts = from.match(PART) ?? [];
  const pattern = escaped(from).replaceAll(PART, (part) => `(\\d{${LENGTHS[part]}})`);
  const found = new RegExp(`^${pattern}`).exec(text);
  if (!found) return text;
  const values: Record<string, string> = { ss: "00", mm: "00", HH: "00" };
  parts.forEach((part, at) => {
    values[part] = found[at + 1] ?? "";
  });
  return to.replaceAll(PART, (part) => values[part] ?? part);
}

/** Default formats. The one for times is assumed. */
export const MOMENT_FORMATS: Record<string, string> = {
  DATE: "yyyy-MM-dd",
  DATETIME: "yyyy-MM-dd HH:mm",
  TIME: "HH:mm",
};
