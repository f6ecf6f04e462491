import type { Connection } from "./connections.ts";
import { makeFrame } from "./frame.ts";

const CLOSE_DELAY_MS = 10_000;

/** Announces the end as the platform does, falls silent and closes ten seconds later. Source: sample 12. */
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
 * Nothing passes any more, not even answers to pings, yet the socket stays open until the other side hangs up. What it
 * writes is read on, heard by nobody: an end behind unread bytes would never be noticed.
 */
export function makeHalfOpen(connection: Connection): void {
  connection.halfOpen = true;
  connection.wire.removeAllListeners("data");
  connection.wire.resume();
}
