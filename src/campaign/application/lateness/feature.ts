import { z } from "zod";
import { chatKey } from "../../../platform/chat/chat-key.ts";
import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, redrawOn } from "../../engine/feature.ts";
import { DRAFT, draftOf, openForm } from "../draft.ts";
import { applicationSubmitted } from "../events.ts";
import { lookFirst } from "../look-first.ts";
import { hasApplications } from "../offered.ts";
import { applicationPhrases } from "../phrases.ts";
import { submitForm } from "../submit.ts";
import { applicationView } from "../views.ts";
import { LATE_CARD, lateView, SUBMIT_LATE } from "./ask.ts";
import { latenessPhrases as phrases } from "./phrases.ts";
import { readLateReason } from "./rules.ts";

const typedReason = z.object({ reason: z.string().trim().optional().catch(undefined) });

/** 逾期原因: submits the application that waits for it. */
const submitLate: Command = {
  id: SUBMIT_LATE,
  words: [phrases.reason()],
  capability: "application.fill",
  until: "publication",
  effect: "write",
  step: "application",
  offeredWhen: hasApplications,
  onlyIn: "direct",
  async handle(context, { subject, verbatim, values }) {
    const draftId = subject ?? (await askedLast(context));
    const read = readLateReason(typedReason.parse(values).reason ?? verbatim);
    if ("problem" in read && read.problem === "order") {
      const asks = { typed: [phrases.typed(read.own)] };
      throw new RefusalError("application.no-late-reason", phrases.order(read.said, read.own), { asks });
    }
    if ("problem" in read) throw new RefusalError("application.no-late-reason", phrases[read.problem]());
    const { reason } = read;
    const form = await openForm(context, draftId);
    if (await lookFirst(context, form)) {
      const said = applicationPhrases.lookFirst();
      return { reply: textView(phrases.reason(), said, { tone: "near" }), toast: said };
    }
    const { application, hints } = await submitForm(context, form, reason);
    const reply = await applicationView(context, application, hints);
    return { reply, toast: [phrases.submitted(), ...hints].join(""), changed: true };
  },
};

/** The draft whose reason was asked last. */
async function askedLast({ tx, campaign, person }: PersonContext): Promise<string> {
  const chat = chatKey({ kind: "direct", person: person.staffId });
  const last = await tx.card.findFirst({
    where: { campaignId: campaign.id, kind: LATE_CARD, state: "live", chat },
    orderBy: { createdAt: "desc" },
  });
  if (!last) throw new RefusalError("application.not-late", phrases.nothing());
  return last.subject;
}

const renderer: CardRenderer = {
  kind: LATE_CARD,
  redrawOn: [
    redrawOn(applicationSubmitted, async ({ id }, { tx, campaign }) =>
      (await tx.draft.findMany({ where: { campaignId: campaign.id, kind: DRAFT, subject: id } })).map(
        (draft) => draft.id,
      ),
    ),
  ],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown draft ${subject}`);
    return lateView(context, draftOf(context, draft, draft.startedBy));
  },
};

/** 逾期 applications */
export const latenessFeature: Feature = {
  commands: [submitLate],
  renderers: [renderer],
  enforces: ["applicationDue", "stageCloses"],
};
