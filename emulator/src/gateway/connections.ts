import { createHash, randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { TicketClaims } from "./tickets.ts";

export interface Connection {
  connectionId: string;
  clientId: string;
  appId: string;
  /** Its ticket was asked for under DingTalk's own name, through the proxy. */
  byName: boolean;
  /** `<type> <topic>` */
  topics: ReadonlySet<string>;
  socket: WebSocket;
  /** What carries it. */
  wire: Duplex;
  /** A disconnect was announced: nothing is pushed to it any more. */
  disconnecting: boolean;
  /** Looks open, but transports nothing in either direction. */
  halfOpen: boolean;
}

/** The open streams of all apps. */
export interface Connections {
  add(admission: TicketClaims, socket: WebSocket, wire: Duplex): Connection;
  remove(connection: Connection): void;
  /** One of the app's connections that subscribed to the topic, at random, as the platform picks. */
  pick(clientId: string, topic: string): Connection | undefined;
  /** Connections that take pushes; one that is disconnecting does not count. */
  count(clientId: string): number;
  all(): Connection[];
}

/** @param onChange called when a connection is added or removed */
export function makeConnections({ random, onChange }: { random: () => number; onChange: () => void }): Connections {
  const byClient = new Map<string, Set<Connection>>();
  return {
    add: ({ clientId, subscriptions, byName }, socket, wire) => {
      const connection: Connection = {
        connectionId: randomUUID(),
        clientId,
        appId: appIdOf(clientId),
        byName,
        topics: new Set(subscriptions.map(({ type, topic }) => `${type} ${topic}`)),
        socket,
        wire,
        disconnecting: false,
        halfOpen: false,
      };
      byClient.set(clientId, (byClient.get(clientId) ?? new Set()).add(connection));
      onChange();
      return connection;
    },
    remove: (connection) => {
      byClient.get(connection.clientId)?.delete(connection);
      onChange();
    },
    pick: (clientId, topic) => {
      const fit = [...(byClient.get(clientId) ?? [])].filter((one) => !one.disconnecting && one.topics.has(topic));
      return fit[Math.floor(random() * fit.length)];
    },
    count: (clientId) => [...(byClient.get(clientId) ?? [])].filter(({ disconnecting }) => !disconnecting).length,
    all: () => [...byClient.values()].flatMap((set) => [...set]),
  };
}

/** The app's unified id: a UUID that is the same for the same ClientID. */
export function appIdOf(clientId: string): string {
  const hex = createHash("sha256").update(clientId).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
