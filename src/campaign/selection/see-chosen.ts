import type { Action } from "../../platform/chat/view.ts";
import { reportedCases } from "../application/opinions/visible.ts";
import { seeCases } from "../application/see-case.ts";
import type { Context } from "../engine/context.ts";
import type { Shown } from "./selection.ts";

/** Opens the cards of these compounds, as far as the city sees them now. @param beside how many other buttons there are */
export async function seeChosen(
  context: Context,
  shown: readonly Pick<Shown, "applicationId" | "name">[],
  beside: number,
): Promise<Action[]> {
  const reported = new Set((await reportedCases(context)).map(({ id }) => id));
  const seen = shown.filter(({ applicationId }) => reported.has(applicationId));
  const named = seen.map(({ applicationId: id, name }) => ({ id, name }));
  return seeCases(context.campaign.definition, named, beside);
}
