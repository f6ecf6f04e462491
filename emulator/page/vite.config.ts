import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Old Chromium builds of the browsers in public offices set the target. Nothing is inlined: the page runs under a strict CSP. */
export default defineConfig({
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: fileURLToPath(new URL("../dist/page", import.meta.url)),
    emptyOutDir: true,
    target: "chrome87",
    cssTarget: "chrome87",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The reader of workbooks is large; it is fetched when the first one is opened.
    chunkSizeWarningLimit: 1_000,
  },
});
