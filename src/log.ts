import { once } from "node:events";
import pino, { type Logger } from "pino";
import type { Config } from "./config.ts";
import { StartTrouble } from "./shared/start-trouble.ts";

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

/**
 * The program's log, ready to be written to: a program that ends before it is could not end quietly.
 * @throws {StartTrouble} when its file cannot be written
 */
export async function openLog({ LOG_LEVEL, LOG_FILE }: Pick<Config, "LOG_LEVEL" | "LOG_FILE">): Promise<Logger> {
  const redact = { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" };
  const destination = pino.destination({ dest: LOG_FILE ?? 2, mkdir: true, sync: LOG_FILE === undefined });
  if (LOG_FILE !== undefined) {
    await once(destination, "ready").catch((cause: unknown) => {
      throw new StartTrouble(`日志文件 ${LOG_FILE} 无法写入，系统未启动。请检查 LOG_FILE。`, { cause });
    });
  }
  return pino({ level: LOG_LEVEL, redact, base: { pid: process.pid } }, destination);
}
