// The bot as `npm run bot` starts it, with the limit of its own calls raised: node bench/bot.ts <calls a second>

import { runBot } from "../src/compose.ts";
import { readConfig } from "../src/config.ts";

const bot = await runBot(readConfig(process.env), { callsPerSecond: Number(process.argv[2]) });
console.log(JSON.stringify({ ready: "bot", url: bot.url, pid: process.pid }));
process.once("SIGTERM", () => void bot.stop().finally(() => process.exit(0)));
