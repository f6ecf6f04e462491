import type { DistrictPart } from "../stage/district-part.ts";
import { applicationPhrases as phrases } from "./phrases.ts";

/** Stages in which districts apply: the plan's own, and the one after it, in which what is late still comes in. */
const STAGES: readonly string[] = ["implementation", "verification"];

/** 申报 on the card that a district's officials get when a stage opens. */
export const applicationPart: DistrictPart = {
  async draw(_turn, { stage, district }) {
    if (!STAGES.includes(stage)) return { actions: [] };
    const label = phrases.start();
    return { actions: [{ id: "application.start", label, typed: label, look: "primary", subject: district }] };
  },
};
