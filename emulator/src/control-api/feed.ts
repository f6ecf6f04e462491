import type { ServerResponse } from "node:http";
import type { FeedEvent } from "../contract/control.ts";
import type { MessageStore } from "../world/messages.ts";
import type { TableName } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** Publishes events to open pages as server-sent events. */
export interface Feed {
  publish(event: FeedEvent): void;
  subscribe(response: ServerResponse): void;
  close(): void;
}

const BATCH_MS = 20;

/** Tables whose changes make the page fetch the state; of messages only removals. */
const STATE_TABLES: readonly TableName[] = ["messages", "users", "groups", "apps", "templates"];

/** Changes within a few milliseconds are published together. */
export function makeFeed(world: World, messages: () => MessageStore): Feed {
  const listeners = new Set<ServerResponse>();
  const changed = new Set<string>();
  let stateChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const publish = (event: FeedEvent): void => {
    for (const response of listeners) response.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const publishBatch = (): void => {
    timer = undefined;
    if (changed.size > 0) publish({ kind: "changed", seq: messages().seq(), conversationIds: [...changed] });
    if (stateChanged) publish({ kind: "state" });
    changed.clear();
    stateChanged = false;
  };
  world.onChange(({ table, key }) => {
    if (listeners.size === 0) return;
    const message = table === "messages" ? world.messages.get(key) : undefined;
    if (message !== undefined) changed.add(message.conversationId);
    else if (STATE_TABLES.includes(table)) stateChanged = true;
    else return;
    if (timer === undefined) timer = setTimeout(publishBatch, BATCH_MS).unref();
  });
  return {
    publish,
    subscribe: (response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": connected\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
    },
    close: () => {
      for (const response of listeners) response.end();
    },
  };
}
