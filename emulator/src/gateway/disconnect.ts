import type { Connection } from "./connections.ts";
import { makeFrame } from "./frame.ts";

const CLOSE_DELAY_MS = 10_000;

/** Sends a disconnect frame like the platform, stops pushing and closes ten seconds later. Source: sample 12. */
export function sendDisconnect(connection: Connection): void {
  connection.disconnecting = true;
  const frame = makeFrame(connection, {
    type: "SYSTEM",
    topic: "disconnect",
    data: JSON.stringify({ reason: "connection is expired" }),
  });
  const { appId: _appId, connectionId: _connectionId, ...headers } = frame.headers;
  connection.socket.send(JSON.stringify({ ...frame, headers }));
  setTimeout(() => connection.socket.close(), CLOSE_DELAY_MS).unref();
}

/**
 * Stops all traffic, even answers to pings, but leaves the socket open until the peer closes it. Incoming data is
 * read and discarded: a close behind unread bytes would never be noticed.
 */
export function makeHalfOpen(connection: Connection): void {
  connection.halfOpen = true;
  connection.wire.removeAllListeners("data");
  connection.wire.resume();
}
