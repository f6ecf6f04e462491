import { expect, test } from "vitest";
import { isPassing } from "../../../src/platform/processes/last-resort.ts";

const withCode = (code: string): Error => Object.assign(new Error("failed"), { code });

test.each([
  ["a connection that was cut", withCode("ECONNRESET")],
  ["a database that was shut down", withCode("57P01")],
  ["a connection that PostgreSQL lost", withCode("08006")],
  ["a transaction whose connection is gone", withCode("P2028")],
  ["a full disk", withCode("ENOSPC")],
  ["a connection that ended by itself", new Error("Connection terminated unexpectedly")],
  ["one behind another", new Error("rollback failed", { cause: withCode("EPIPE") })],
])("after %s the process goes on", (_, error) => {
  expect(isPassing(error)).toBe(true);
});

test.each([
  ["a mistake of ours", new TypeError("undefined is not a function")],
  ["a violated constraint", withCode("23505")],
  ["a code that only begins like one", withCode("P20281")],
  ["words that only contain one", new Error("the Connection terminated")],
  ["what is no error", "Connection terminated"],
])("after %s it does not", (_, error) => {
  expect(isPassing(error)).toBe(false);
});
