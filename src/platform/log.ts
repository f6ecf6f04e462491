import { once } from "node:events";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import pino, { type Logger } from "pino";
import type { Config } from "../config.ts";
import { StartTrouble } from "../shared/start-trouble.ts";

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
  const base = { level: LOG_LEVEL, redact, base: { pid: process.pid } };
  if (LOG_FILE === undefined) return pino(base, pino.destination({ dest: 2, sync: true }));
  await tryToWrite(LOG_FILE);
  const destination = pino.destination({ dest: LOG_FILE, sync: false });
  await once(destination, "ready");
  return pino(base, destination);
}

async function tryToWrite(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    const opened = await open(file, "a");
    await opened.close();
  } catch (cause) {
    throw new StartTrouble(`日志文件 ${file} 无法写入，系统未启动。请检查 LOG_FILE。`, { cause });
  }
}
