import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { StaffId } from "../../../shared/brand.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { pendingConfirmations } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { applicationById } from "../store.ts";
import { WITHDRAWAL_CARD } from "./follow-steps.ts";
import { withdrawalPhrases as phrases } from "./phrases.ts";

/** Draft that lasts while a person has asked for a withdrawal and not confirmed it. */
const ASKED = "application.withdrawal-asked";

const askedBy = async (context: Context, person: StaffId, subject?: string): Promise<Draft[]> =>
  (await context.drafts.unfinished({ kind: ASKED, ...(subject === undefined ? {} : { subject }) })).filter(
    ({ startedBy }) => startedBy === person,
  );

/** 撤回 was said: 确认撤回 confirms it until 取消. */
export async function askWithdrawal(context: PersonContext, { id, district }: Application): Promise<void> {
  const { staffId } = context.person;
  if ((await askedBy(context, staffId, id)).length > 0) return;
  await context.drafts.start({ kind: ASKED, district, subject: id, startedBy: staffId, body: {} });
}

/** Whether the person has asked for it and neither confirmed nor cancelled it. */
export const isAsked = async (context: Context, person: StaffId, id: string): Promise<boolean> =>
  (await askedBy(context, person, id)).length > 0;

/** Confirmed: nobody's question for it waits any more. */
export async function endAsked({ drafts }: Context, id: string): Promise<void> {
  for (const draft of await drafts.unfinished({ kind: ASKED, subject: id }))
    await drafts.save(draft, { state: "done" });
}

/** 取消 ends it, and the card says that it was not confirmed. */
export const askedWithdrawals = extend(pendingConfirmations, async (context, { person }) => {
  const asked = await askedBy(context, person);
  const all = await Promise.all(
    asked.map(async (draft) => {
      const application = await applicationById(context.tx, draft.subject ?? "");
      if (!application || application.state === "withdrawn") return [];
      const { id, compoundName } = application;
      const disarm = async () => {
        await context.drafts.save(draft, { state: "dropped" });
        await context.cards.refresh({ kind: WITHDRAWAL_CARD, subject: id });
      };
      return [{ name: phrases.asked(compoundName), typed: phrases.confirmTyped(compoundName), disarm }];
    }),
  );
  return all.flat();
});
