import type { StaffId } from "../../shared/brand.ts";
import type { Receipt } from "./store.ts";

const HOUR_MS = 3_600_000;
/** Read state is asked for once after two hours, and once before the platform forgets it, after 24. */
export const ASKED_AFTER_MS: readonly number[] = [2 * HOUR_MS, 23 * HOUR_MS];
/** Direct messages cost a call each: of more receivers than that nobody is asked. */
export const MOST_ASKED = 500;
const KNOWN_FOR_MS = 24 * HOUR_MS;

/** The platform still tells who has read it. */
export const isKnownAt = ({ sentAt }: Pick<Receipt, "sentAt">, now: Date): boolean =>
  now.getTime() - sentAt.getTime() < KNOWN_FOR_MS;

/** 已读18/25, and who has not. */
export interface ReadCount {
  read: number;
  of: number;
  unread: readonly StaffId[];
  /** False: nobody was asked about it yet. */
  isAsked: boolean;
}

export function readCount(receipts: readonly Receipt[]): ReadCount {
  const unread = receipts.filter(({ readAt }) => readAt === undefined).map(({ person }) => person);
  return {
    ...{ read: receipts.length - unread.length, of: receipts.length, unread },
    isAsked: receipts.some(({ askedAt }) => askedAt !== undefined),
  };
}
