import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";

/** What must never stand in a log, wherever a caller puts it. */
const SECRETS = [
  "clientSecret",
  "accessToken",
  "token",
  "ticket",
  "authorization",
  "mobile",
  "sessionWebhook",
  "text",
  "body",
];

export function makeLog({ LOG_LEVEL, LOG_FILE }: Pick<Config, "LOG_LEVEL" | "LOG_FILE">): Logger {
  const redact = { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" };
  const destination = pino.destination({ dest: LOG_FILE ?? 2, mkdir: true, sync: LOG_FILE === undefined });
  return pino({ level: LOG_LEVEL, redact, base: { pid: process.pid } }, destination);
}
