import pg from "pg";
import { type Spread, spreadOf } from "../percentiles.ts";
import { CREATE, DROP, INSERT_EVENT } from "./sql.ts";

const TIMES = 500;
const BODY = "x".repeat(1_000);

/** Milliseconds of one row stored and committed, one after the other, on one connection of `pg`. */
export async function commitTimes(databaseUrl: string): Promise<Spread> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(CREATE);
  const times: number[] = [];
  for (let at = 0; at < TIMES; at++) {
    const began = performance.now();
    await client.query({ name: "floor", text: INSERT_EVENT, values: [`event ${at}`, BODY] });
    times.push(performance.now() - began);
  }
  await client.query(DROP);
  await client.end();
  return spreadOf(times);
}
