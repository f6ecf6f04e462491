import { once } from "node:events";
import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import pino, { type Logger } from "pino";
import type { Config } from "../config.ts";
import { StartError } from "../shared/start-error.ts";

/** Fields that are redacted, at the top level and one level below. */
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
 * Opens the log and waits until it is ready: ending the process earlier would raise an error.
 * @throws {StartError} when the file cannot be written
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
    throw new StartError(`日志文件 ${file} 无法写入，系统未启动。请检查 LOG_FILE。`, { cause });
  }
}
