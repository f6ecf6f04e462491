import type { Draft } from "../../../platform/conversation/drafts.ts";
import type { StaffId } from "../../../shared/brand.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { pendingConfirmations } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { type ApplicationDraft, draftOf } from "../draft.ts";
import { caseName } from "../take-up.ts";
import { wordsOf } from "../words.ts";
import { discardPhrases as phrases } from "./phrases.ts";

/** Draft that lasts while a person has asked to delete a form and not confirmed it. Subject: the form's draft. */
const ASKED = "application.discard-asked";

const askedBy = async ({ drafts }: Context, person: StaffId, subject?: string): Promise<Draft[]> =>
  (await drafts.unfinished({ kind: ASKED, ...(subject === undefined ? {} : { subject }) })).filter(
    ({ startedBy }) => startedBy === person,
  );

/** 删除申报表 was said: 确认删除申报表 confirms it until 取消. */
export async function askDiscard(context: PersonContext, { draft: { id } }: ApplicationDraft): Promise<void> {
  const { staffId } = context.person;
  for (const before of await askedBy(context, staffId, id)) await context.drafts.save(before, { state: "dropped" });
  await context.drafts.start({ kind: ASKED, subject: id, startedBy: staffId, body: {} });
}

/** The form that is to be deleted, where it was asked about one only. Its draft's id. */
export async function onlyAsked(context: PersonContext): Promise<string | undefined> {
  const [only, second] = await askedBy(context, context.person.staffId);
  return second ? undefined : only?.subject;
}

/** Whether it had been asked; it is not any more. */
export async function takeAsked(context: PersonContext, { draft: { id } }: ApplicationDraft): Promise<boolean> {
  const asked = await askedBy(context, context.person.staffId, id);
  for (const draft of asked) await context.drafts.save(draft, { state: "done" });
  return asked.length > 0;
}

/** 取消 ends it. */
export const askedDiscards = extend(pendingConfirmations, async (context, { person }) => {
  const pending = [];
  for (const asked of await askedBy(context, person)) {
    const draft = await context.drafts.read(asked.subject ?? "");
    if (draft?.state !== "open" && draft?.state !== "left") continue;
    const name = caseName(context, draftOf(context, draft, person)) || phrases.unnamed();
    const disarm = async () => void (await context.drafts.save(asked, { state: "dropped" }));
    pending.push({
      name: phrases.asked(name, wordsOf(context.campaign.definition)),
      typed: phrases.confirmTyped(name),
      disarm,
    });
  }
  return pending;
});
