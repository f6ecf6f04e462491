import type { NoticeTask } from "../world/records.ts";

const MOST_A_DAY = 500;

export type Forbidden = NoticeTask["forbidden"][number];

/**
 * Why this person gets nothing of a notice although the call succeeds: the same content again, or 500 that day.
 * @param today the app's earlier notices of the same day
 */
export function forbiddenFor(userId: string, digest: string, today: readonly NoticeTask[]): Forbidden | undefined {
  const received = today.filter(({ sent }) => sent.some((one) => one.userId === userId));
  if (received.some((task) => task.digest === digest)) return { code: "143106", count: 1, userid: userId };
  if (received.length >= MOST_A_DAY) return { code: "143105", count: MOST_A_DAY, userid: userId };
  return undefined;
}
