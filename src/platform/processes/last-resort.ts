import type { Log } from "../../shared/log.ts";

/** Of Node's sockets, of PostgreSQL (classes 08 and 57P) and of Prisma: a connection is gone, or came too late. */
const GONE = /^(?:E(?:CONNRESET|CONNREFUSED|PIPE|TIMEDOUT|NOSPC)|08\w{3}|57P\d{2}|P1001|P1002|P1017|P2024|P2028)$/;
const GONE_IN_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error is one of a connection or a full disk, after which the process can go on. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return GONE.test(code) || GONE_IN_WORDS.test(error.message) || (error.cause !== undefined && isPassing(error.cause));
}

/**
 * Handles what nobody caught. What was under way when a connection went stands in the database and is tried again, so
 * the process goes on. After any other error its state is unknown: it stops in order with status 1, to be started anew.
 */
export function catchTheRest(log: Log, stop: (status: number) => void): void {
  process.on("uncaughtException", (error: unknown) => {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isPassing(error)) return log.warn({ cause }, "a connection failed where nobody waited for it");
    log.error({ cause }, "unexpected error, stopping");
    return stop(1);
  });
}
