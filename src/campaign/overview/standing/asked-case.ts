import { z } from "zod";
import type { Application } from "../../application/application.ts";
import { type ApplicationDraft, DIALOGUE, draftOf } from "../../application/draft.ts";
import { findApplication } from "../../application/find-application.ts";
import { applicationsOf } from "../../application/store.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { FilledForm } from "../../tasks/campaign-state.ts";
import { reachOfDistricts } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";

/** `form`: not submitted yet. `unknown`: named, and none of the person's. `none`: nothing named, nothing open. */
export type AskedCase =
  | { kind: "application"; application: Application }
  | { kind: "form"; form: FilledForm }
  | { kind: "unknown" }
  | { kind: "none" };

const openCase = z.object({ applicationId: z.string() });
const openDraft = z.object({ draftId: z.string() });

/** The compound that is named, else the one whose question is open. */
export async function askedCase(context: PersonContext, about: string): Promise<AskedCase> {
  const { tx, campaign, person } = context;
  const scope = districtScope(campaign.definition, person, "application.see");
  const seen = (await applicationsOf(tx, campaign.id)).filter(({ district }) => isWithin(scope, district));
  if (about !== "") {
    const found = findApplication(seen, about, { noun: nounsOf(campaign.definition).case });
    if (found.kind === "one") return { kind: "application", application: found.application };
    const form = (await ownForms(context)).find(({ name }) => name !== "" && name.includes(about));
    return found.kind === "none" && form ? { kind: "form", form } : { kind: "unknown" };
  }
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  const caseId = openCase.safeParse(open?.state).data?.applicationId;
  const application = seen.find(({ id }) => id === caseId);
  if (application) return { kind: "application", application };
  return openForm(context, openDraft.safeParse(open?.state).data?.draftId);
}

/** The form whose question is open, as the person fills it in. */
export async function formBefore(context: PersonContext): Promise<ApplicationDraft | undefined> {
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  const draftId = open?.kind === DIALOGUE ? openDraft.safeParse(open.state).data?.draftId : undefined;
  const draft = draftId === undefined ? undefined : await context.drafts.read(draftId);
  const isFilled = draft?.state === "open" || draft?.state === "left";
  return isFilled ? draftOf(context, draft, context.person.staffId) : undefined;
}

async function openForm(context: PersonContext, draftId: string | undefined): Promise<AskedCase> {
  const draft = draftId === undefined ? undefined : await context.drafts.read(draftId);
  const forms = draft ? (await ownForms(context)).filter(({ district }) => district === draft.district) : [];
  const [only, second] = forms;
  return only && !second ? { kind: "form", form: only } : { kind: "none" };
}

async function ownForms(context: PersonContext): Promise<readonly FilledForm[]> {
  const { person, campaign } = context;
  const own = person.roles.flatMap(({ district }) => district ?? []);
  const { forms } = await readState(context, reachOfDistricts(campaign.definition, own));
  return forms.filter(({ startedBy }) => startedBy === person.staffId);
}
