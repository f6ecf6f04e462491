import { createEmulator } from "dingtalk-emulator";
import { crowd } from "./crowd.ts";

/** The large organisation as a program of its own, so that its memory is its own. Nothing of it lasts. */
const emulator = await createEmulator({ port: 0, seed: crowd, now: new Date("2023-08-10T09:00:00+08:00") });
process.once("SIGTERM", () => void emulator.close().then(() => process.exit(0)));
console.log(JSON.stringify({ ready: "emulator", url: emulator.url }));
