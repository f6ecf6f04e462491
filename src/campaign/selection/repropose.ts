import { RefusalError } from "../../shared/refusal-error.ts";
import type { PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { candidatesOf } from "./candidates.ts";
import { obstaclesNow, obstacleWords } from "./decide.ts";
import { departureReason } from "./given-reasons.ts";
import { selectionRefusals as refusals } from "./phrases.ts";
import { storeProposal } from "./propose.ts";
import { standsAsChosen } from "./rules.ts";
import { latestSelection } from "./store.ts";
import { wordsOf } from "./words.ts";

/**
 * 重新报批. Proposes the same choice and reasons once more, with the cases as they are now.
 * @throws {RefusalError} if no approval has to be asked for anew, or the choice itself no longer fits the lists
 */
export async function reproposeSelection(context: PersonContext): Promise<number> {
  const { tx, campaign } = context;
  const words = wordsOf(campaign.definition);
  await lockCampaign(tx, campaign.id);
  const latest = await latestSelection(tx, campaign.id);
  if (latest?.state !== "reopened") {
    throw new RefusalError("selection.nothing-reopened", refusals.nothingReopened(words));
  }
  if (!standsAsChosen(latest.items, await candidatesOf(context))) {
    throw new RefusalError("selection.choose-again", refusals.chooseAgain(words));
  }
  const obstacles = (await obstaclesNow(context, latest)).filter(
    ({ kind }) => kind !== "unclear" && kind !== "unclearRequirements",
  );
  if (obstacles.length > 0) {
    const reasons = obstacles.map((obstacle) => obstacleWords(context, obstacle, words));
    throw new RefusalError("selection.does-not-fit", refusals.cannotApprove(reasons, words));
  }
  return storeProposal(context, { latest, items: latest.items, departure: await departureReason(context, latest) });
}
