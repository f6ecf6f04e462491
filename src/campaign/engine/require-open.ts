import { RefusalError } from "../../shared/refusal-error.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { CommandListing } from "./command-listing.ts";
import { dispatchPhrases } from "./dispatch/phrases.ts";

/** Commands allowed in a closed campaign. A `read` effect alone is not enough: it can start a dialogue. */
export const isReading = ({ effect, capability }: Pick<CommandListing, "effect" | "capability">): boolean =>
  effect === "read" && (capability.endsWith(".see") || capability === "export.make");

/** @throws {RefusalError} if the campaign is closed, i.e. read-only */
export function requireOpen({ definition, closedAt }: RunningCampaign): void {
  if (closedAt === undefined) return;
  throw new RefusalError("campaign.closed", dispatchPhrases.closed(definition.campaign.title, closedAt));
}
