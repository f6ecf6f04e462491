import { recorded } from "../../platform/journal/record.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { PersonTurn } from "../engine/feature.ts";
import type { Application } from "./application.ts";
import { applicationPhrases } from "./phrases.ts";
import { lockApplication } from "./store.ts";

/**
 * 撤回. The application no longer takes part; nothing is erased.
 * @throws {Refusal} when it is withdrawn already
 */
export async function withdrawApplication(turn: PersonTurn, id: string): Promise<Application> {
  const { tx, campaign, now, person } = turn;
  const application = await lockApplication(tx, id);
  if (!application) throw new Refusal("application.unknown", applicationPhrases.noSuch());
  if (application.state === "withdrawn")
    throw new Refusal("application.withdrawn", applicationPhrases.withdrawnAlready());
  const rows = [{ table: "application" as const, key: { id } }];
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "application.withdrawn", rows };
  await recorded(tx, act, () =>
    tx.application.update({
      where: { id },
      data: { state: "withdrawn", withdrawnAt: now, withdrawnBy: person.staffId },
    }),
  );
  return { ...application, state: "withdrawn" };
}
