import { join } from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { readEmulatorConfig } from "./config.ts";
import { createEmulator, type Emulator } from "./create-emulator.ts";
import type { Log } from "./instruments/log.ts";
import { FolderInUseError } from "./storage/folder-lock.ts";
import { readSeed, SeedError } from "./world/seed.ts";

const SEED_FILE = join(import.meta.dirname, "seed.json");

/** Runs the emulator until it receives a signal. Every reason not to start is one sentence and exit code 1. */
export async function runEmulator(): Promise<void> {
  try {
    const config = readEmulatorConfig();
    const emulator = await createEmulator({
      ...config,
      seed: readSeed(config.seedFile ?? SEED_FILE),
      log: makeLog(),
    });
    stopOnSignal(emulator.close);
    console.log(`本地钉钉模拟器已启动（非钉钉官方）：${emulator.url}`);
    console.log(readyLine(emulator));
  } catch (error) {
    console.error(`模拟器未能启动：${errorMessage(error)}`);
    process.exitCode = 1;
  }
}

/** To stderr, so that stdout stays with people and the ready line. */
const makeLog = (): Log => pino({ name: "emulator", level: "warn" }, pino.destination(2));

function stopOnSignal(close: () => Promise<void>): void {
  const stop = (): void => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

const errorCode = z.object({ code: z.string() });

function errorMessage(error: unknown): string {
  if (error instanceof z.ZodError) return `设置有误。${z.prettifyError(error)}`;
  if (error instanceof SeedError) return `EMULATOR_SEED 指定的文件 ${error.file} 不可用：${error.message}`;
  if (error instanceof FolderInUseError)
    return "数据目录正被另一个模拟器使用，请先停止它，或用 DATA_DIR 指定另一个目录。";
  const message = error instanceof Error ? error.message : String(error);
  switch (errorCode.safeParse(error).data?.code) {
    case "EADDRINUSE":
      return "端口已被占用，请用 EMULATOR_PORT 指定另一个端口。";
    case "EACCES":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return `数据目录不可写，请用 DATA_DIR 指定另一个目录（${message}）。`;
    default:
      return message;
  }
}

/** What programs that start the emulator wait for, and read its addresses from. */
export const readyLine = ({ url, env, proxy }: Emulator): string =>
  JSON.stringify({ ready: "emulator", url, pid: process.pid, env, proxy: proxy?.url, caFile: proxy?.caFile });
