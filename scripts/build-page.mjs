// Builds the emulator's page into dist/page. Runs after every install and by `npm run page`.
import { fileURLToPath } from "node:url";
import { build } from "vite";

await build({ root: fileURLToPath(new URL("../src/emulator/page", import.meta.url)), logLevel: "warn" });
