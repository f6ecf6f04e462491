import { type MessageLog, makeMessageLog } from "./message-log.ts";
import type { StoredMessage } from "./records.ts";
import type { World } from "./world.ts";

/** Indexes messages by list and id. It follows the world's changes, so loading a world fills it. */
export interface MessageIndex {
  /** The newest seq; it never decreases, even when the world is cleared. */
  seq(): number;
  since(box: string, after: number): readonly string[];
  idOfMsg(msgId: string): string | undefined;
  idsOfQuery(processQueryKey: string): readonly string[];
}

export function makeMessageIndex(world: World): MessageIndex {
  let seq = 0;
  const newest = new Map<string, number>();
  const lists = new Map<string, MessageLog>();
  const msgIds = new Map<string, string>();
  const queryKeys = new Map<string, string[]>();
  const remove = (id: string): void => {
    newest.delete(id);
    if (newest.size > 0) return;
    for (const index of [lists, msgIds, queryKeys]) index.clear();
  };
  const add = (message: StoredMessage): void => {
    const isKnown = newest.has(message.id);
    if (!isKnown) addKeys(message, { msgIds, queryKeys });
    newest.set(message.id, message.seq);
    const box = lists.get(message.box) ?? makeMessageLog((entry) => newest.get(entry.id) === entry.seq);
    lists.set(message.box, box);
    box.append({ seq: message.seq, id: message.id }, isKnown);
    seq = Math.max(seq, message.seq);
  };
  world.onChange(({ table, key }) => {
    if (table !== "messages") return;
    const message = world.messages.get(key);
    if (message === undefined) remove(key);
    else add(message);
  });
  return {
    seq: () => seq,
    since: (box, after) => lists.get(box)?.since(after) ?? [],
    idOfMsg: (msgId) => msgIds.get(msgId),
    idsOfQuery: (processQueryKey) => queryKeys.get(processQueryKey) ?? [],
  };
}

interface Keys {
  msgIds: Map<string, string>;
  queryKeys: Map<string, string[]>;
}

function addKeys({ id, msgId, processQueryKey }: StoredMessage, { msgIds, queryKeys }: Keys): void {
  if (msgId !== undefined) msgIds.set(msgId, id);
  if (processQueryKey === undefined) return;
  queryKeys.set(processQueryKey, [...(queryKeys.get(processQueryKey) ?? []), id]);
}
