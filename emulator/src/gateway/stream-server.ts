import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { Faults } from "../instruments/faults.ts";
import { isDingTalk, isLoopback } from "../net/hosts.ts";
import type { Connections } from "./connections.ts";
import { makeFrame } from "./frame.ts";
import type { Pusher } from "./pusher.ts";
import type { Tickets } from "./tickets.ts";

interface Deps {
  faults: Faults;
  server: Server;
  tickets: Tickets;
  connections: Connections;
  pusher: Pusher;
}

const PING_EVERY_MS = 30_000;
const HANDSHAKE_FAULTS = ["refuse", "drop", "cut", "hang", "status"];
const MAX_FRAME_BYTES = 1024 * 1024;

/** Accepts `GET /connect?ticket=…` as a stream. @returns a function that stops it */
export function serveStreams({ server, faults, tickets, connections, pusher }: Deps): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  const hanging = new Set<Duplex>();
  server.on("upgrade", (request, socket, head) => {
    const fault = faults.consume({ direction: "fromBot", method: "GET", apis: ["/connect"] }, HANDSHAKE_FAULTS)?.action;
    // A hanging handshake ends only by the client's own timeout.
    if (fault === "hang") return void hanging.add(socket);
    if (fault !== undefined) return fault.startsWith("status") ? refuse(socket, 503) : void socket.destroy();
    const ticket = isForeignPage(request) ? undefined : ticketIn(request);
    const admission = ticket === undefined ? undefined : tickets.redeem(ticket);
    if (admission === undefined) return refuse(socket, 401);
    sockets.handleUpgrade(request, socket, head, (stream) => {
      const connection = connections.add(admission, stream, socket);
      stream.on("message", (data) => pusher.receive(connection, data.toString()));
      // An error is always followed by close, which is handled.
      stream.on("error", () => {});
      stream.on("close", () => connections.remove(connection));
    });
  });
  const ping = setInterval(() => pingAll(connections), PING_EVERY_MS).unref();
  return () => {
    clearInterval(ping);
    for (const { socket } of connections.all()) socket.terminate();
    for (const socket of hanging) socket.destroy();
    sockets.close();
  };
}

/** Clients may send any address; one that cannot be parsed has no ticket. */
function ticketIn({ url = "" }: IncomingMessage): string | undefined {
  const address = URL.parse(url, "http://emulator");
  return address?.pathname === "/connect" ? (address.searchParams.get("ticket") ?? "") : undefined;
}

/**
 * A page of another server in a local browser; `null` is a sandboxed frame. Programs send no origin, or that of the
 * address they open.
 */
function isForeignPage({ headers: { origin } }: IncomingMessage): boolean {
  if (origin === "null") return true;
  const page = origin === undefined ? null : URL.parse(origin);
  return page !== null && /^https?:$/.test(page.protocol) && !isLoopback(page.host) && !isDingTalk(page.host);
}

/** The status for a bad ticket is not documented; 401 is assumed. */
function refuse(socket: Duplex, status: 401 | 503): void {
  socket.on("error", () => {});
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function pingAll(connections: Connections): void {
  for (const connection of connections.all()) {
    if (connection.disconnecting || connection.halfOpen) continue;
    const data = JSON.stringify({ opaque: `${Date.now().toString(16)}-${connection.connectionId.slice(0, 4)}` });
    connection.socket.send(JSON.stringify(makeFrame(connection, { type: "SYSTEM", topic: "ping", data })));
  }
}
