import type { StoredMessage } from "./records.ts";
import type { World } from "./world.ts";

interface LogEntry {
  seq: number;
  id: string;
}

interface Box {
  log: LogEntry[];
  /** How many entries of the log tell of a message's earlier state. */
  stale: number;
}

/** Messages by where they lie, each box in the order of the messages' last change. */
export interface MessageBoxes {
  /** Adds a message; its id and seq are given here. */
  add(draft: Omit<StoredMessage, "id" | "seq">): StoredMessage;
  /** Changes a message and moves it to the newest seq. Unknown ids are ignored: the world may have been reset. */
  change(id: string, patch: Partial<StoredMessage>): void;
  /** Messages of the box changed after `after`, ascending. */
  since(box: string, after: number): StoredMessage[];
  byMsgId(msgId: string): StoredMessage | undefined;
  byProcessQueryKey(key: string): readonly StoredMessage[];
  /** The newest seq given out. */
  seq(): number;
}

export function makeMessageBoxes(world: World): MessageBoxes {
  const index = makeIndex(world);
  return {
    add: (draft) => {
      const seq = index.nextSeq();
      const message: StoredMessage = { ...draft, id: `m${seq}`, seq };
      world.messages.put(message.id, message);
      return message;
    },
    change: (id, patch) => {
      const before = world.messages.get(id);
      if (before !== undefined) world.messages.put(id, { ...before, ...patch, seq: index.nextSeq() });
    },
    since: (box, after) => index.since(box, after),
    byMsgId: (msgId) => world.messages.get(index.msgIds.get(msgId) ?? ""),
    byProcessQueryKey: (key) =>
      (index.queryKeys.get(key) ?? []).map((id) => world.messages.get(id)).filter((message) => message !== undefined),
    seq: () => index.seq(),
  };
}

/** Rebuilt from the world's changes, so that loading an old world needs nothing of its own. */
function makeIndex(world: World) {
  let seq = 0;
  const boxes = new Map<string, Box>();
  const newest = new Map<string, number>();
  const msgIds = new Map<string, string>();
  const queryKeys = new Map<string, string[]>();
  const isLive = (entry: LogEntry): boolean => newest.get(entry.id) === entry.seq;
  const forget = (id: string): void => {
    newest.delete(id);
    if (newest.size > 0) return;
    for (const index of [boxes, msgIds, queryKeys]) index.clear();
  };
  const append = (message: StoredMessage): void => {
    const box = boxes.get(message.box) ?? { log: [], stale: 0 };
    boxes.set(message.box, box);
    if (newest.has(message.id)) box.stale += 1;
    newest.set(message.id, message.seq);
    box.log.push({ seq: message.seq, id: message.id });
    if (box.stale < 64 || box.stale * 2 < box.log.length) return;
    box.log = box.log.filter(isLive);
    box.stale = 0;
  };
  const learnKeys = (message: StoredMessage): void => {
    if (newest.has(message.id)) return;
    if (message.msgId !== undefined) msgIds.set(message.msgId, message.id);
    if (message.processQueryKey === undefined) return;
    queryKeys.set(message.processQueryKey, [...(queryKeys.get(message.processQueryKey) ?? []), message.id]);
  };
  world.onChange((change) => {
    if (change.table !== "messages") return;
    const message = world.messages.get(change.key);
    if (message === undefined) return forget(change.key);
    seq = Math.max(seq, message.seq);
    learnKeys(message);
    append(message);
  });
  return {
    msgIds,
    queryKeys,
    seq: () => seq,
    nextSeq: () => seq + 1,
    since: (name: string, after: number): StoredMessage[] => {
      const log = boxes.get(name)?.log ?? [];
      return log
        .slice(firstAfter(log, after))
        .filter(isLive)
        .map((entry) => world.messages.get(entry.id))
        .filter((message) => message !== undefined);
    },
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
