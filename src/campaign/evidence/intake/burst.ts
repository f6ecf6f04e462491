import type { PersonalRef } from "../../../platform/journal/personal-value.ts";
import type { Kept } from "../../attachment/attach.ts";
import type { Like } from "../likeness.ts";

/** Files that somebody sends one after another; they are asked about once. */
export interface Burst {
  id: string;
  campaignId: string;
  person: string;
  /** Once it is known. */
  caseId: string | null;
  /**
   * `collecting`: more may come. `asking`: for the case or the row of files that wait. `filed`: everything is where it
   * belongs. `moving`: another row is asked for. `dropped`: files that waited are not filed, as the person said.
   * `withdrawn`, `gone`: nothing is left of it.
   */
  state: "collecting" | "asking" | "filed" | "moving" | "dropped" | "withdrawn" | "gone";
  /** Which of the rows the question shows, from 0. */
  page: number;
  /** While `moving`: the row whose files go elsewhere. */
  movingRow: string | null;
}

export interface BurstFile {
  id: bigint;
  burstId: string;
  /** Keeps the dropped file and its name. */
  draftId: string;
  receivedHash: string;
  /** Order of the messages. */
  message: bigint;
  /** Said with it. */
  row: string | null;
  label: PersonalRef | null;
  /**
   * `new`: as it came. `ready`: made into what is kept. `refused`: cannot be kept, see `refusal`. `filed`: an attachment.
   * `gone`: put somewhere else, or deleted after a day.
   */
  state: "new" | "ready" | "refused" | "filed" | "gone";
  kept: Kept | null;
  refusal: string | null;
  attachmentId: string | null;
  like: readonly Like[];
}

/** Said where a burst ended: no row holds beyond it, but a file that was sent before and came late still finds its own. */
export const NO_ROW = "";

/** A row that was said before, between or after the files. */
export interface RowSaid {
  /** {@link NO_ROW}: the end of a burst. */
  row: string;
  caseId: string | null;
  label: PersonalRef | null;
  /** The attachment that a file replaces. */
  replaces: string | null;
  message: bigint;
}

/** How long after its last file a burst ends. Machine time; an emulated clock may be moved on instead. */
export const BURST_MS = 15_000;
/** How long a row that was said waits for files. Machine time. */
export const ROW_SAID_MS = 10 * 60_000;

/** The row of a file: said with it, else said last before it, else first after it. */
export function rowFor(
  { row, label, message }: Pick<BurstFile, "row" | "label" | "message">,
  said: readonly RowSaid[],
): Omit<RowSaid, "message"> | undefined {
  const beside = said.find((one) => one.message === message);
  if (row !== null) return { row, label, caseId: beside?.caseId ?? null, replaces: null };
  const inOrder = [...said].sort((one, other) => Number(one.message - other.message));
  const before = inOrder.findLast((one) => one.message < message);
  const after = inOrder.find((one) => one.message > message);
  const found = before && before.row !== NO_ROW ? before : after;
  return found && found.row !== NO_ROW ? { ...found, label: label ?? found.label } : undefined;
}

/** Whether a row waits for files. @param said in their order */
export const isRowAwaited = (said: readonly RowSaid[]): boolean => (said.at(-1)?.row ?? NO_ROW) !== NO_ROW;
