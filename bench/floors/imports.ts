// The bot's modules loaded from their sources and nothing of them run, in a process of its own: node <the bot's flags> bench/floors/imports.ts
import { quickStart } from "../../src/shared/quick-start.ts";

quickStart("bot");
await import("../../src/compose.ts");
console.log('{"ready":"imports"}');
