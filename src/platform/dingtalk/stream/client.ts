import { type Frame, frameSchema, fromJson } from "dingtalk-payloads";
import { DWClient } from "dingtalk-stream";
import WebSocket from "ws";
import type { Log } from "../../../shared/log.ts";
import { type EndpointSettings, openEndpoint } from "./endpoint.ts";

const HANDSHAKE_TIMEOUT_MS = 10_000;
const ACK_CODE = 200;
/** Of a frame; what people send is far smaller, files are fetched. */
const MAX_FRAME_BYTES = 4 * 1024 * 1024;

export interface ClientDeps {
  settings: EndpointSettings;
  log: Log;
  /** Aborts a connection attempt. */
  signal: AbortSignal;
  onFrame: (frame: Frame) => void;
}

/**
 * The platform's client, for one connection. Its reconnect and heartbeat stay off because both leak and cause storms.
 * Its gateway call has neither timeout nor configurable address, an unreadable frame would end the process, and its
 * event listener cannot wait for storage; these are replaced here. Handshake, pings and framing are the client's.
 */
export class StreamClient extends DWClient {
  readonly #deps: ClientDeps;

  constructor(deps: ClientDeps) {
    const { clientId, clientSecret, subscriptions } = deps.settings;
    const config = { clientId, clientSecret, autoReconnect: false, keepAlive: false, debug: false, subscriptions };
    super(config);
    this.#deps = deps;
    Reflect.set(this, "sslopts", {
      ...{ rejectUnauthorized: true, handshakeTimeout: HANDSHAKE_TIMEOUT_MS, maxPayload: MAX_FRAME_BYTES },
    });
  }

  override async getEndpoint(): Promise<this> {
    const { endpoint, ticket } = await openEndpoint(this.#deps.settings, this.#deps.signal);
    Reflect.set(this, "dw_url", `${endpoint}?ticket=${encodeURIComponent(ticket)}`);
    return this;
  }

  /** Unlike the client's `connect`, rejects on failure. */
  async open(): Promise<WebSocket> {
    await this.getEndpoint();
    this.#deps.signal.throwIfAborted();
    const opening = this._connect();
    opening.catch(() => {});
    const socket = this.#socket();
    const abort = () => socket.terminate();
    this.#deps.signal.addEventListener("abort", abort, { once: true });
    try {
      await opening;
    } finally {
      this.#deps.signal.removeEventListener("abort", abort);
    }
    return socket;
  }

  /** The client answers system frames; the dispatcher answers events and callbacks once they are stored. */
  override onDownStream(data: unknown): void {
    const frame = frameSchema.safeParse(fromJson(String(data)));
    if (!frame.success) {
      this.#deps.log.warn({ bytes: String(data).length }, "dropping an unreadable frame");
      return;
    }
    if (frame.data.type === "SYSTEM") super.onDownStream(String(data));
    this.#deps.onFrame(frame.data);
  }

  /** Responds to a frame like the client's `send`. @returns whether it was written to an open connection */
  reply(messageId: string, data: unknown): Promise<boolean> {
    const socket = this.#socket();
    if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(false);
    const headers = { contentType: "application/json", messageId };
    const ack = JSON.stringify({ code: ACK_CODE, headers, message: "OK", data: JSON.stringify(data) });
    return new Promise((resolve) => socket.send(ack, (error) => resolve(!error)));
  }

  #socket(): WebSocket {
    const socket: unknown = Reflect.get(this, "socket");
    if (!(socket instanceof WebSocket)) throw new Error("the stream client has no socket");
    return socket;
  }
}
