import { z } from "zod";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { StaffId } from "../../shared/brand.ts";
import { isCivilDate } from "../../shared/civil-date.ts";
import { applicationById } from "../application/store.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import type { CasePart } from "../engine/open-parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import type { Returning } from "./return-case.ts";

/** Draft that lasts while a person has written a return and not confirmed it. Subject: the case. */
const ASKED = "correction.asked";

const body = z.object({
  dueOn: z.string().refine(isCivilDate),
  defects: z.array(z.object({ part: z.string().transform((part) => part as CasePart), defect: z.string() })),
});

const askedBy = async ({ drafts }: Context, person: StaffId, subject?: string): Promise<Draft[]> =>
  (await drafts.unfinished({ kind: ASKED, ...(subject === undefined ? {} : { subject }) })).filter(
    ({ startedBy }) => startedBy === person,
  );

/** Keeps what was written until it is confirmed; in the place of what was written before. */
export async function keepAsked(context: PersonContext, caseId: string, returning: Returning): Promise<void> {
  const { staffId } = context.person;
  for (const draft of await askedBy(context, staffId, caseId)) await context.drafts.save(draft, { state: "dropped" });
  await context.drafts.start({ kind: ASKED, subject: caseId, startedBy: staffId, body: returning });
}

/** What the person has written about the case. */
export async function askedOf(context: Context, person: StaffId, caseId: string): Promise<Returning | undefined> {
  const [draft] = await askedBy(context, person, caseId);
  return draft && body.parse(draft.body);
}

/** {@link askedOf}; it waits no longer. */
export async function takeAsked(context: PersonContext, caseId: string): Promise<Returning | undefined> {
  const [draft] = await askedBy(context, context.person.staffId, caseId);
  if (!draft) return undefined;
  await context.drafts.save(draft, { state: "done" });
  return body.parse(draft.body);
}

/** The cases about which the person has written, the last first. */
export const casesAsked = async (context: PersonContext): Promise<string[]> =>
  (await askedBy(context, context.person.staffId)).flatMap(({ subject }) => subject ?? []);

/** 取消 ends it. */
export const pendingReturns = extend(pendingConfirmations, async (context, { person }) => {
  const pending = [];
  for (const draft of await askedBy(context, person)) {
    const application = await applicationById(context.tx, draft.subject ?? "");
    const name = application?.compoundName ?? "";
    const disarm = async () => void (await context.drafts.save(draft, { state: "dropped" }));
    pending.push({ name: phrases.asks(name), typed: `${phrases.confirm()} ${name}`, disarm });
  }
  return pending;
});
