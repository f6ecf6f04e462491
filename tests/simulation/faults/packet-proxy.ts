import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** `before`: the packet does not reach the database. `after`: the database has answered it, and the answer goes nowhere. */
export type Side = "before" | "after";

export interface PacketProxy {
  port: number;
  /** Counts what the program sends from now on, and strikes at the packet of this number, from 1. */
  strikeAt(number: number, side: Side, strike: () => void): void;
  /** Ends the counting. How many packets came, and whether the number was reached. */
  end(): Promise<{ packets: number; struck: boolean }>;
  close(): Promise<void>;
}

interface Aim {
  number: number;
  side: Side;
  strike(): void;
  packets: number;
  /** Settled once it has struck. */
  struck: PromiseWithResolvers<void>;
}

/** Stands between a program and a database on this machine. A packet is what arrives of a connection at once. */
export async function openPacketProxy(databasePort: number): Promise<PacketProxy> {
  const open = new Set<Socket>();
  let aim: Aim | undefined;

  const server = createServer({ noDelay: true }, (program) => {
    const database = connect({ port: databasePort, host: "127.0.0.1", noDelay: true });
    let held: Aim | undefined;
    const strike = (at: Aim) => {
      // Once: the sockets' ends come here too.
      held = undefined;
      at.strike();
      at.struck.resolve();
      program.destroy();
      database.destroy();
    };
    program.on("data", (packet) => {
      if (held) return;
      const at = aim;
      if (at) at.packets += 1;
      if (at === undefined || at.packets !== at.number) return void database.write(packet);
      if (at.side === "before") return strike(at);
      held = at;
      database.write(packet);
    });
    database.on("data", (packet) => {
      if (held) strike(held);
      else program.write(packet);
    });
    for (const [socket, other] of [
      [program, database],
      [database, program],
    ] as const) {
      open.add(socket);
      // Cut off by a kill: the other end learns it by the close that follows.
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
        // A packet to which nothing is answered, such as a farewell.
        if (held) strike(held);
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the proxy has no port");

  return {
    port: address.port,
    strikeAt(number, side, strike) {
      aim = { number, side, strike, packets: 0, struck: Promise.withResolvers() };
    },
    async end() {
      const at = aim;
      aim = undefined;
      if (!at) throw new Error("nothing was counted");
      const struck = at.packets >= at.number;
      if (struck) await at.struck.promise;
      return { packets: at.packets, struck };
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
