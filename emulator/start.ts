import { runEmulator } from "./src/main.ts";

await runEmulator();
