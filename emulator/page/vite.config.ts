import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** The target is set by old Chromium builds in public offices. Nothing is inlined: the page has a strict CSP. */
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
    // The workbook reader is large; it is fetched when the first workbook is opened.
    chunkSizeWarningLimit: 1_000,
  },
});
