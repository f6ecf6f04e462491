import type WebSocket from "ws";

export interface KeepAlive {
  intervalMs: number;
  /** Pings in a row without any sign of life before the connection counts as dead. */
  misses: number;
}

/** Notices a half-open connection within 45 s; a busy event loop delays pings and never counts twice. */
export const usualKeepAlive: KeepAlive = { intervalMs: 15_000, misses: 2 };

/** Pings while the socket is open and cuts it when nothing answers. Stops by itself when the socket closes. */
export function keepAlive(socket: WebSocket, { intervalMs, misses }: KeepAlive): void {
  let unanswered = 0;
  const sign = () => {
    unanswered = 0;
  };
  socket.on("pong", sign);
  socket.on("message", sign);
  const timer = setInterval(() => {
    if (unanswered >= misses) return socket.terminate();
    unanswered += 1;
    socket.ping();
  }, intervalMs);
  socket.once("close", () => clearInterval(timer));
}
