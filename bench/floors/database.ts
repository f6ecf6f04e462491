import { randomUUID } from "node:crypto";
import pg from "pg";
import { median } from "../percentiles.ts";
import { ALL_IN_ONE, CHANGE_STATE, CREATE, DROP, INSERT_EVENT, INSERT_OUTBOUND, MANY_IN_ONE } from "./sql.ts";

/** Events a second that one way of storing them reaches, over the rounds. */
export interface DatabaseFloor {
  name: string;
  connections: number;
  perSecond: number;
}

interface Way {
  name: string;
  connections: number;
  /** Stores some events, each with its dedupe row, its change of state and its outbound row. @returns how many */
  store(client: pg.Client): Promise<number>;
}

const BODY = "x".repeat(1_200);
const PEOPLE = 1_000;
const GROUP = 64;
/** Each connection writes rows of its own people, so that groups never wait for each other in a ring. */
const somebody = (): number => Math.floor(Math.random() * PEOPLE);

async function fiveStatements(client: pg.Client): Promise<number> {
  const person = somebody();
  await client.query("begin");
  await client.query({ name: "event", text: INSERT_EVENT, values: [randomUUID(), BODY] });
  await client.query({ name: "state", text: CHANGE_STATE, values: [person] });
  await client.query({ name: "outbound", text: INSERT_OUTBOUND, values: [person, BODY] });
  await client.query("commit");
  return 1;
}

async function oneStatement(client: pg.Client): Promise<number> {
  await client.query({ name: "one", text: ALL_IN_ONE, values: [randomUUID(), BODY, somebody()] });
  return 1;
}

const groupOf =
  (connection: number) =>
  async (client: pg.Client): Promise<number> => {
    const keys = Array.from({ length: GROUP }, () => randomUUID());
    const persons = keys.map((_, index) => connection * (PEOPLE / 2) + ((somebody() + index) % (PEOPLE / 2)));
    const values = [keys, keys.map(() => BODY), persons];
    await client.query({ name: "many", text: MANY_IN_ONE, values });
    return GROUP;
  };

const ways: readonly Way[] = [
  { name: "transaction of 5 statements", connections: 1, store: fiveStatements },
  { name: "transaction of 5 statements", connections: 16, store: fiveStatements },
  { name: "one statement", connections: 1, store: oneStatement },
  { name: "one statement", connections: 16, store: oneStatement },
];

/** Raw `pg` on the bot's own server; every figure the median of interleaved rounds. */
export async function databaseFloors(url: string, { rounds, roundMs }: { rounds: number; roundMs: number }) {
  const clients = await Promise.all(Array.from({ length: 16 }, () => connect(url)));
  await clients[0]?.query(CREATE);
  const figures = new Map<string, { floor: DatabaseFloor; seen: number[] }>();
  const note = (name: string, connections: number, perSecond: number) => {
    const key = `${name} ${connections}`;
    const known = figures.get(key) ?? { floor: { name, connections, perSecond: 0 }, seen: [] };
    known.seen.push(perSecond);
    figures.set(key, known);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) {
      const stores = clients.slice(0, way.connections).map((client) => () => way.store(client));
      note(way.name, way.connections, await rateOf(stores, roundMs));
    }
    const groups = clients.slice(0, 2).map((client, index) => () => groupOf(index)(client));
    note(`${GROUP} events a statement`, 2, await rateOf(groups, roundMs));
  }
  await clients[0]?.query(DROP);
  await Promise.all(clients.map((client) => client.end()));
  return [...figures.values()].map(({ floor, seen }): DatabaseFloor => ({ ...floor, perSecond: median(seen) }));
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function rateOf(stores: readonly (() => Promise<number>)[], roundMs: number): Promise<number> {
  const beganAt = performance.now();
  const until = beganAt + roundMs;
  const stored = await Promise.all(
    stores.map(async (store) => {
      let count = 0;
      while (performance.now() < until) count += await store();
      return count;
    }),
  );
  const total = stored.reduce((sum, count) => sum + count, 0);
  return (total * 1_000) / (performance.now() - beganAt);
}
