import { setTimeout as wait } from "node:timers/promises";
import type { Frame } from "dingtalk-payloads";
import type { Log } from "../../../shared/log.ts";
import { StreamClient } from "./client.ts";
import type { Reply } from "./dispatch.ts";
import type { EndpointSettings } from "./endpoint.ts";
import { type KeepAlive, keepAlive } from "./keep-alive.ts";

export interface ConnectionDeps {
  settings: EndpointSettings;
  keepAlive: KeepAlive;
  log: Log;
  dispatch: (frame: Frame, reply: Reply) => Promise<void>;
}

/** `leaving`: the platform announced that it will close the connection; `closed`: the socket was closed. */
export type ConnectionEnd = "leaving" | "closed";

export interface Connection {
  /** Resolves when a new connection is needed. */
  readonly end: Promise<ConnectionEnd>;
  /** Ignores new frames, waits for responses in progress, and closes. */
  close(): Promise<void>;
}

const DRAIN_MS = 8_000;
const CLOSE_MS = 1_000;
const DISCONNECT = "disconnect";

/** @throws when connecting fails; see {@link openEndpoint} */
export async function openConnection(deps: ConnectionDeps, signal: AbortSignal): Promise<Connection> {
  const end = Promise.withResolvers<ConnectionEnd>();
  const inProgress = new Set<Promise<void>>();
  let open = true;
  const onFrame = (frame: Frame) => {
    if (frame.type === "SYSTEM") {
      if (frame.headers.topic === DISCONNECT) end.resolve("leaving");
      return;
    }
    if (!open) return;
    const work = deps.dispatch(frame, (messageId, data) => client.reply(messageId, data));
    inProgress.add(work);
    void work.finally(() => inProgress.delete(work));
  };
  const client = new StreamClient({ settings: deps.settings, log: deps.log, signal, onFrame });
  const socket = await client.open();
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  void closed.then(() => end.resolve("closed"));
  keepAlive(socket, deps.keepAlive);

  return {
    end: end.promise,
    async close() {
      open = false;
      await Promise.race([Promise.allSettled(inProgress), wait(DRAIN_MS, undefined, { ref: false })]);
      socket.close();
      await Promise.race([closed, wait(CLOSE_MS, undefined, { ref: false })]);
      socket.terminate();
    },
  };
}
