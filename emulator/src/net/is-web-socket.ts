import type { IncomingMessage } from "node:http";

/** Only WebSocket upgrades are accepted; a client that offers HTTP/2 is answered over HTTP/1.1. */
export const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === "websocket";
