import { runEmulator } from "../src/emulator/main.ts";

await runEmulator();
