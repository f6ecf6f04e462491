// The bot's program read and nothing of it run, in a process of its own: node <the bot's flags> bench/floors/imports.ts
import { quickStart } from "../../src/shared/quick-start.ts";

quickStart();
await import("../../src/compose.ts");
console.log('{"ready":"imports"}');
