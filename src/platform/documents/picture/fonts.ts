import { fileURLToPath } from "node:url";
import { GlobalFonts } from "@napi-rs/canvas";

/** Name under which the fonts below are known to the canvas, so that no font of the machine is needed. */
export const FONT = "Jiayuan Sans";

const FILES = ["NotoSansHans-Regular.otf", "NotoSansHans-Bold.otf"];

/** Makes the fonts known, once for all threads of the process. */
export function registerFonts(): void {
  if (GlobalFonts.has(FONT)) return;
  const folder = new URL("../fonts/", import.meta.resolve("@embedpdf/fonts-sc"));
  for (const file of FILES) {
    const path = fileURLToPath(new URL(file, folder));
    if (!GlobalFonts.registerFromPath(path, FONT)) throw new Error(`the font ${path} cannot be read`);
  }
}
