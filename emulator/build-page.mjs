// Builds the page into dist/page, and beside it the gallery of a bot's card templates where the project has one.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const gallery = folder("../cards/gallery");

await build({ root: folder("page"), logLevel: "warn" });
if (existsSync(gallery)) {
  await build({
    root: gallery,
    configFile: folder("page/vite.config.ts"),
    publicDir: false,
    logLevel: "warn",
    build: { emptyOutDir: false, rollupOptions: { input: `${gallery}/gallery.html` } },
  });
}
