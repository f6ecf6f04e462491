/** A calendar day in Asia/Shanghai, `yyyy-MM-dd`. Compares and sorts as a string. */
export type CivilDate = `${number}-${number}-${number}`;

const OFFSET = "+08:00";
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Days and their names: one card asks for the same ones thousands of times. */
const starts = new Map<string, number>();
const names = new Map<number, CivilDate>();

/** Midnight UTC of the day in milliseconds; undefined for what is no day. */
function startOf(text: string): number | undefined {
  const known = starts.get(text);
  if (known !== undefined) return known;
  if (!PATTERN.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text)) return undefined;
  starts.set(text, at.getTime());
  return at.getTime();
}

/** @throws for what is no time; years have four digits here */
function nameAt(ms: number): CivilDate {
  const count = Math.floor(ms / DAY);
  const name = names.get(count) ?? (new Date(ms).toISOString().slice(0, 10) as CivilDate);
  names.set(count, name);
  return name;
}

export const isCivilDate = (text: string): text is CivilDate => startOf(text) !== undefined;

/** @throws when the text is not a valid date */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`not a valid date: ${text}`);
  return text;
}

/** The day in Asia/Shanghai at this time. */
export const dayOf = (at: Date): CivilDate => nameAt(at.getTime() + SHANGHAI_OFFSET_MS);

/** The given local time in Asia/Shanghai. @param time `HH:mm` */
export const momentOf = (day: CivilDate, time = "00:00"): Date =>
  new Date(utcOf(day) - SHANGHAI_OFFSET_MS + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE);

export const addDays = (day: CivilDate, days: number): CivilDate => nameAt(utcOf(day) + days * DAY);

/** Days between two dates; negative if `to` is before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => Math.round((utcOf(to) - utcOf(from)) / DAY);

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: CivilDate): number => new Date(utcOf(day)).getUTCDay() || 7;

const utcOf = (day: CivilDate): number => startOf(day) ?? Number.NaN;

/** ISO 8601 with the offset of Asia/Shanghai, whole seconds: `2023-08-10T08:30:00+08:00`. */
export const shanghaiIso = (at: Date): string =>
  `${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}${OFFSET}`;
