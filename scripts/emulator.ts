import { quickStart } from "../src/shared/quick-start.ts";
import { stopWithNpm } from "../src/shared/stop-with-npm.ts";

quickStart();
stopWithNpm(process.env, "emulator");
const { runEmulator } = await import("dingtalk-emulator/main.ts");
await runEmulator();
