// Builds the emulator's page and the gallery of card templates into dist/page. Runs after every install and by
// `npm run page`.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const page = folder("../src/emulator/page");
const gallery = folder("../cards/gallery");

await build({ root: page, logLevel: "warn" });
await build({
  root: gallery,
  configFile: `${page}/vite.config.ts`,
  publicDir: false,
  logLevel: "warn",
  build: { emptyOutDir: false, rollupOptions: { input: `${gallery}/gallery.html` } },
});
