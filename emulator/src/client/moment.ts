const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const WITH_OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

/**
 * The moment as the control interface takes it. A wall clock is read in Asia/Shanghai.
 * @throws Error with a sentence when the text is no moment
 */
export function readMoment(text: string): string {
  const [, day, hour = "", minute, second = "00"] = WALL_CLOCK.exec(text.trim()) ?? [];
  const iso = day === undefined ? text.trim() : `${day}T${hour.padStart(2, "0")}:${minute}:${second}+08:00`;
  if (!WITH_OFFSET.test(iso) || Number.isNaN(Date.parse(iso)) || !sameDay(iso)) {
    throw new Error(`「${text}」不是时间，请写成2023-08-21 09:00。`);
  }
  return iso;
}

/** `Date` accepts 2月30日 as 3月2日. */
function sameDay(iso: string): boolean {
  const day = iso.slice(0, 10);
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
