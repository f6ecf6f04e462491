import { runEmulator } from "dingtalk-emulator/main.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

stopWithNpm(process.env, "emulator");
await runEmulator();
