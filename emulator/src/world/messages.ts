import { makeMessageIndex } from "./message-index.ts";
import type { StoredMessage } from "./records.ts";
import type { World } from "./world.ts";

/** Messages by list, each list in the order of the messages' last change. */
export interface MessageStore {
  /** Adds a message and assigns its id and seq. */
  add(draft: Omit<StoredMessage, "id" | "seq">): StoredMessage;
  /** Changes a message and moves it to the newest seq. Unknown ids are ignored: the world may have been reset. */
  update(id: string, patch: Partial<StoredMessage>): void;
  /** Messages of the list changed after `after`, ascending. */
  since(box: string, after: number): StoredMessage[];
  byMsgId(msgId: string): StoredMessage | undefined;
  byProcessQueryKey(key: string): readonly StoredMessage[];
  /** The newest seq. */
  seq(): number;
}

export function makeMessageStore(world: World): MessageStore {
  const index = makeMessageIndex(world);
  return {
    add: (draft) => {
      const seq = index.seq() + 1;
      const message: StoredMessage = { ...draft, id: `m${seq}`, seq };
      world.messages.put(message.id, message);
      return message;
    },
    update: (id, patch) => {
      const before = world.messages.get(id);
      if (before !== undefined) world.messages.put(id, { ...before, ...patch, seq: index.seq() + 1 });
    },
    since: (box, after) =>
      index
        .since(box, after)
        .map((id) => world.messages.get(id))
        .filter((message) => message !== undefined),
    byMsgId: (msgId) => world.messages.get(index.idOfMsg(msgId) ?? ""),
    byProcessQueryKey: (key) =>
      index
        .idsOfQuery(key)
        .map((id) => world.messages.get(id))
        .filter((message) => message !== undefined),
    seq: () => index.seq(),
  };
}

/** Marks pending messages of an earlier run or a restored state as lost: no acknowledgement will arrive for them. */
export function markPendingLost({ world, messages }: { world: World; messages: MessageStore }): void {
  for (const message of [...world.messages.values()]) {
    if (message.delivery === "pending") messages.update(message.id, { delivery: "lost" });
  }
}
