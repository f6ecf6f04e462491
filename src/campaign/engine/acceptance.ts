import { RefusalError } from "../../shared/refusal-error.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { CommandListing } from "./command-listing.ts";
import type { Context } from "./context.ts";
import { dispatchPhrases } from "./dispatch/phrases.ts";
import { event } from "./events.ts";
import { extensionPoint } from "./extension-point.ts";
import { isReading, requireOpen } from "./require-open.ts";

/** The city's list is published: what leads to a place on it is not accepted any more. Extended by the part that publishes. */
export const acceptanceOver = extensionPoint<Record<string, never>, true>("engine.acceptance-over");

/** The list is published, and nothing on it has fallen out. Extended by the part that publishes. */
export const listSettled = extensionPoint<Record<string, never>, true>("engine.list-settled");

/** The city's list is published. */
export const acceptanceEnded = event<Record<string, never>>("stage.acceptance-ended");

/** The campaign was closed, or reopened. */
export const campaignClosed = event<Record<string, never>>("stage.campaign-closed");

/** 恢复活动. The context that raises it still has the campaign as it was closed. */
export const campaignReopened = event<Record<string, never>>("stage.campaign-reopened");

export const isAcceptanceOver = async (context: Context): Promise<boolean> =>
  (await context.contributions(acceptanceOver, {})).length > 0;

type Accepted = Pick<CommandListing, "effect" | "capability" | "whenClosed" | "until">;

export const isListSettled = async (context: Context): Promise<boolean> =>
  (await context.contributions(listSettled, {})).length > 0;

/** Which commands are accepted in the campaign's present state. */
export async function acceptedNow(context: Context): Promise<(command: Accepted) => boolean> {
  const { closedAt } = context.campaign;
  const isOver = await isAcceptanceOver(context);
  const isSettled = isOver && (await isListSettled(context));
  return (command) => {
    if (closedAt && !isReading(command) && !command.whenClosed) return false;
    if (command.until === "listSettled") return !isSettled;
    return !(isOver && command.until === "publication");
  };
}

/**
 * The one rule of what may still be done after 公布 and after the end.
 * @throws {RefusalError} if the campaign is closed, or its list is published and the command is accepted until then only
 */
export async function requireAccepted(
  context: Context,
  { words: [word = ""] = [], ...command }: Accepted & Pick<CommandListing, "words">,
): Promise<void> {
  if (!isReading(command) && !command.whenClosed) requireOpen(context.campaign);
  if (command.until === "publication") await requireUnpublished(context, word);
  if (command.until === "listSettled" && (await isListSettled(context))) {
    throw new RefusalError("campaign.settled", dispatchPhrases.settled(word, nounsOf(context.campaign.definition)));
  }
}

/**
 * For work that a reading command or an answer does.
 * @param word what is refused, as people say it; may be empty
 * @throws {RefusalError} if the city's list is published
 */
export async function requireUnpublished(context: Context, word: string): Promise<void> {
  if (!(await isAcceptanceOver(context))) return;
  throw new RefusalError("campaign.published", dispatchPhrases.published(word, nounsOf(context.campaign.definition)));
}
