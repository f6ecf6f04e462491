import file from "./board.json" with { type: "json" };
import type { Shown } from "./sample.ts";
import { boardSamples } from "./samples/board.ts";

/** Every template of this folder, with what the gallery shows of it. */
export const templates: readonly Shown[] = [{ name: "通用卡片（board）", file, samples: boardSamples }];
