import type { Application } from "../application/application.ts";
import { ownApplication } from "../application/own-application.ts";
import { applicationById } from "../application/store.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { isFinalized, pointRulesIn, rowsToScore } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import { reviewState } from "./dialogue.ts";
import { DIALOGUE } from "./review.ts";

/** The named case; without a name, the case in the open dialogue. */
export async function scoredApplication(context: PersonContext, request: CommandRequest): Promise<Application> {
  if (request.subject === undefined && request.words === "") {
    const open = await context.dialogue.current();
    const state = open?.kind === DIALOGUE ? reviewState.safeParse(open.state) : undefined;
    const application = state?.success ? await applicationById(context.tx, state.data.applicationId) : undefined;
    if (application) return application;
  }
  return ownApplication(context, request, { fitting: await toFinalize(context) });
}

/** Cases whose review is not final: those with points in every row, if there are any. */
async function toFinalize({ tx, campaign, rulings }: PersonContext): Promise<string[]> {
  const { definition } = campaign;
  const sheets = [...(await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" }))];
  const open = sheets.filter(([, sheet]) => !isFinalized(sheet));
  const rules = pointRulesIn(definition, rulings);
  const whole = open.filter(([, sheet]) => rowsToScore(definition, sheet, rules).length === 0);
  return (whole.length > 0 ? whole : open).map(([id]) => id);
}
