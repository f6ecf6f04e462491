import { RefusalError } from "../../shared/refusal-error.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { CommandListing } from "./command-listing.ts";
import { dispatchPhrases } from "./dispatch/phrases.ts";

/** What only looks; the others do something or begin to, and have no place in a closed campaign. */
export const isReading = ({ effect, capability }: Pick<CommandListing, "effect" | "capability">): boolean =>
  effect === "read" && (capability.endsWith(".see") || capability === "export.make");

/** @throws {RefusalError} when the campaign is closed: it is only read */
export function requireOpen({ definition, closedAt }: RunningCampaign): void {
  if (closedAt === undefined) return;
  throw new RefusalError("campaign.closed", dispatchPhrases.closed(definition.campaign.title, closedAt));
}
