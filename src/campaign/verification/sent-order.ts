import type { SheetName } from "./member-sheet.ts";

/** A message of a member who has a sheet in hand. Without signal, messages and pictures arrive late and not in order. */
export interface SentMessage {
  /** Its place among all messages, as people sent them. */
  order: bigint;
  /** The sheet in hand before it. */
  sheet: SheetName;
  /** The row that was asked then; undefined if every row had points. */
  at?: string | undefined;
  /** Rows that it names. */
  rows: readonly string[];
  /** Another site than the one in hand that it names at its head: the rows are that one's. */
  elsewhere?: SheetName | undefined;
}

/** The sheet in hand, and the row that is asked. */
export type InHand = Pick<SentMessage, "sheet" | "at">;

const isSame = (one: SheetName, other: SheetName): boolean =>
  one.caseId === other.caseId && one.memberId === other.memberId;

/** Where a picture without words goes. */
export interface PicturePlace {
  sheet: SheetName;
  row: string | undefined;
  /** Messages that were sent after it have been worked on already. */
  overtaken: boolean;
}

/**
 * A picture goes to the row that the message with it or before it names; where that names none or several, to the one that
 * was asked when the picture was sent.
 * @param now undefined if no sheet is in hand any more
 */
export function placeOfPicture(
  sent: readonly SentMessage[],
  order: bigint,
  now: InHand | undefined,
): PicturePlace | undefined {
  const before = latest(sent.filter((one) => one.order <= order));
  const after = earliest(sent.filter((one) => one.order > order));
  const then = after ?? now;
  if (before?.elsewhere) {
    const [only, more] = before.rows;
    return { sheet: before.elsewhere, row: more === undefined ? only : undefined, overtaken: true };
  }
  if (!then) return undefined;
  const [named, another] = before && isSame(before.sheet, then.sheet) ? before.rows : [];
  return {
    sheet: then.sheet,
    row: another === undefined ? (named ?? then.at) : then.at,
    overtaken: after !== undefined,
  };
}

/** A message that arrives after others which were sent later about the same sheet; undefined if none were. */
export function overtakenBy(
  sent: readonly SentMessage[],
  { order, sheet, rows }: SentMessage,
): { rows: readonly string[] } | undefined {
  const later = sent.filter((one) => one.order > order && !one.elsewhere && isSame(one.sheet, sheet));
  if (later.length === 0) return undefined;
  const named = new Set(later.flatMap((one) => one.rows));
  return { rows: rows.filter((row) => named.has(row)) };
}

const latest = (of: readonly SentMessage[]): SentMessage | undefined =>
  of.reduce<SentMessage | undefined>((most, one) => (most && most.order > one.order ? most : one), undefined);
const earliest = (of: readonly SentMessage[]): SentMessage | undefined =>
  of.reduce<SentMessage | undefined>((least, one) => (least && least.order < one.order ? least : one), undefined);
