export interface LogEntry {
  seq: number;
  id: string;
}

/** The changes of one message list, ascending by seq. Of each message only the newest entry counts. */
export interface MessageLog {
  append(entry: LogEntry, isRepeat: boolean): void;
  /** ids of the messages changed after this seq */
  since(after: number): string[];
}

const MIN_STALE = 64;

/** @param isNewest whether an entry is the newest of its message */
export function makeMessageLog(isNewest: (entry: LogEntry) => boolean): MessageLog {
  let log: LogEntry[] = [];
  let stale = 0;
  return {
    append: (entry, isRepeat) => {
      log.push(entry);
      if (isRepeat) stale += 1;
      if (stale < MIN_STALE || stale * 2 < log.length) return;
      log = log.filter(isNewest);
      stale = 0;
    },
    since: (after) =>
      log
        .slice(firstAfter(log, after))
        .filter(isNewest)
        .map(({ id }) => id),
  };
}

/** The first position in an ascending log whose seq is greater. */
function firstAfter(log: readonly LogEntry[], after: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((log[middle]?.seq ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
