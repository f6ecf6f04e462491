import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";

/** Name under which the fonts below are known to the canvas, so that no font of the machine is needed. */
export const FONT = "Jiayuan Sans";

const FILES = ["NotoSansHans-Regular.otf", "NotoSansHans-Bold.otf"];

const BUNDLED = () => new URL("../fonts/", import.meta.resolve("@embedpdf/fonts-sc"));

/**
 * Makes the fonts known, once for all threads of the process.
 * @throws if one is missing: then nothing is drawn, and the words have to do
 */
export function registerFonts(folder = BUNDLED(), name = FONT): void {
  if (GlobalFonts.has(name)) return;
  for (const file of FILES) {
    const path = fileURLToPath(new URL(file, folder));
    if (!GlobalFonts.registerFromPath(path, name)) throw new Error(`the font ${path} cannot be read`);
  }
}
