import type WebSocket from "ws";

export interface KeepAlive {
  intervalMs: number;
  /** Unanswered pings before the connection counts as dead. */
  maxMissed: number;
}

/** Detects a half-open connection within 45 s. A busy event loop delays pings, but none is counted twice. */
export const defaultKeepAlive: KeepAlive = { intervalMs: 15_000, maxMissed: 2 };

/** Pings the socket until it closes, and terminates it when nothing answers. */
export function keepAlive(socket: WebSocket, { intervalMs, maxMissed }: KeepAlive): void {
  let unanswered = 0;
  const reset = () => {
    unanswered = 0;
  };
  socket.on("pong", reset);
  socket.on("message", reset);
  const timer = setInterval(() => {
    if (unanswered >= maxMissed) return socket.terminate();
    unanswered += 1;
    socket.ping();
  }, intervalMs);
  socket.once("close", () => clearInterval(timer));
}
