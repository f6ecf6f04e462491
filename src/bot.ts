import { readConfig } from "./config.ts";
import { catchTheRest } from "./platform/processes/last-resort.ts";
import { startEmbeddedServer } from "./platform/storage/embedded/embedded-server.ts";
import { StartError } from "./shared/start-error.ts";
import { stopWithNpm } from "./shared/stop-with-npm.ts";
import { stopWithParent } from "./shared/stop-with-parent.ts";

try {
  const config = readConfig(process.env);
  // The database server starts in its own process while this one still reads the rest of the program.
  const early = config.DATABASE_URL === undefined ? startEmbeddedServer(config.DATA_DIR) : undefined;
  early?.catch(() => undefined);
  const { runBot } = await import("./compose.ts");
  const bot = await runBot(config, { early });
  console.log(`机器人已就绪，服务地址 ${bot.url}`);
  console.log(JSON.stringify({ ready: "database", pid: bot.databasePid }));
  console.log(JSON.stringify({ ready: "bot", url: bot.url, pid: process.pid }));
  let stopping = false;
  const end = (status: number) => {
    if (stopping) return;
    stopping = true;
    void bot.stop().finally(() => process.exit(status));
  };
  const stop = () => end(0);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  catchTheRest(bot.log, end);
  stopWithParent(process.env, stop);
  stopWithNpm(process.env, "bot");
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
