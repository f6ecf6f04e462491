import { stagesWith } from "../definition/purposes.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { extend } from "../engine/feature.ts";
import { officialCardPart } from "../stage/extension-points.ts";
import { hasApplications } from "./offered.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applyingDistricts } from "./work-district.ts";

/** Adds 申报 to the district officials' card when a stage with applications opens. */
export const startButton = extend(officialCardPart, async (context, { stage, district }) => {
  const { definition } = context.campaign;
  if (!hasApplications(definition) || !stagesWith(definition, "application").some(({ id }) => id === stage)) {
    return undefined;
  }
  if (!applyingDistricts(context).includes(district) || (await isAcceptanceOver(context))) return undefined;
  const label = phrases.start();
  return { actions: [{ id: "application.start", label, typed: label, look: "primary" as const, subject: district }] };
});
