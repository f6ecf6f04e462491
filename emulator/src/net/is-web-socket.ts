import type { IncomingMessage } from "node:http";

/** Only streams upgrade; a client that merely offers HTTP/2 is answered as it asked. */
export const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === "websocket";
