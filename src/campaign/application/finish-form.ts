import type { PersonTurn } from "../engine/feature.ts";
import type { Application } from "./application.ts";
import { type Filling, FORM_CARD, TALK } from "./filling.ts";
import { applicationPhrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";
import { submitApplication } from "./submit.ts";

/** 提交 of a filled form: the application is handed in, the draft is done, nothing is waited for any more. */
export async function finishForm(
  turn: PersonTurn,
  { draft, state }: Filling,
): Promise<{ application: Application; hints: string[] }> {
  const { tx, campaign } = turn;
  const district = draft.district ?? "";
  const others = await applicationsOf(tx, campaign.id, { district, states: ["submitted", "excluded"] });
  const application = await submitApplication(turn, { district, applicationId: draft.subject, state });
  await turn.drafts.save(tx, draft, { body: state, state: "done", subject: application.id });
  await turn.dialogues.close(tx, turn.person.staffId, TALK);
  await turn.cards.outdate(tx, { campaignId: campaign.id, kind: FORM_CARD, subject: draft.id });
  const isTwice = others.some(
    ({ id, compoundName }) => id !== application.id && compoundName === application.compoundName,
  );
  return { application, hints: isTwice ? [applicationPhrases.duplicate(application.compoundName)] : [] };
}
