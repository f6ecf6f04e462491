import type { Feature } from "../engine/feature.ts";
import { summaryCommands, summaryPlace } from "./commands.ts";

/** 全市总结: a draft of all that was reported, and the finished paper. */
export const citySummaryFeature: Feature = { commands: summaryCommands, extensions: [summaryPlace] };
