/** A calendar day in Asia/Shanghai, `yyyy-MM-dd`. Compares and sorts as a string. */
export type CivilDate = `${number}-${number}-${number}`;

const OFFSET = "+08:00";
const DAY = 24 * 60 * 60 * 1000;
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export function isCivilDate(text: string): text is CivilDate {
  if (!PATTERN.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** @throws when the text is not a valid date */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`not a valid date: ${text}`);
  return text;
}

/** The day in Asia/Shanghai at this time. */
export const dayOf = (at: Date): CivilDate =>
  civilDate(new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10));

/** The given local time in Asia/Shanghai. @param time `HH:mm` */
export const momentOf = (day: CivilDate, time = "00:00"): Date => new Date(`${day}T${time}:00${OFFSET}`);

export const addDays = (day: CivilDate, days: number): CivilDate =>
  civilDate(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10));

/** Days between two dates; negative if `to` is before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: CivilDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** ISO 8601 with the offset of Asia/Shanghai, whole seconds: `2023-08-10T08:30:00+08:00`. */
export const shanghaiIso = (at: Date): string =>
  `${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}${OFFSET}`;
