import { chatKey, chatOfKey } from "../../../platform/chat/chat-key.ts";
import { textView } from "../../../platform/chat/view.ts";
import { addDays, dayOf, momentOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandRequest,
  type DueKind,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged, withdrawalsLapsed } from "../events.ts";
import { findApplication, isSpeltBy } from "../find-application.ts";
import { hasApplications } from "../offered.ts";
import { ownApplication } from "../own-application.ts";
import { applicationPhrases } from "../phrases.ts";
import { applicationById, applicationsOf } from "../store.ts";
import { caseName, formsBegun } from "../take-up.ts";
import { ownDistricts } from "../work-district.ts";
import { askedWithdrawals, askWithdrawal, endAsked, isAsked } from "./asked.ts";
import { WITHDRAWAL_CARD } from "./follow-steps.ts";
import { withdrawalPhrases as phrases } from "./phrases.ts";
import { restoreApplication } from "./restore.ts";
import { lapses, restorableUntil } from "./rules.ts";
import { CONFIRM, RESTORE, withdrawalView } from "./views.ts";
import { whichToWithdraw } from "./which.ts";
import { withdrawApplication } from "./withdraw.ts";

const fill = { capability: "application.fill", step: "application", offeredWhen: hasApplications } as const;

/** It stays possible after the last stage that takes applications; after 公布 it only tells the city, and is not proposed. */
const LISTED = { step: ["application", "report"], until: "publication" } as const;

/** 撤回: asks which of several things; of an application it shows what it affects. */
const withdraw: Command = {
  ...fill,
  id: "application.withdraw",
  ofCase: true,
  words: [phrases.withdraw()],
  effect: "read",
  help: {
    example: (definition) => phrases.withdrawExample(nounsOf(definition)),
    purpose: phrases.withdrawPurpose(),
    ...LISTED,
  },
  onlyIn: "direct",
  async handle(context, request) {
    const isBare = request.subject === undefined && request.words === "";
    const asked = isBare ? await whichToWithdraw(context) : undefined;
    return asked ? { reply: asked } : ofApplication.handle(context, request);
  },
};

const ofApplication: Command = {
  ...fill,
  id: "application.withdraw-application",
  ofCase: true,
  words: [phrases.ofApplication()],
  effect: "read",
  onlyIn: "direct",
  async handle(context, request) {
    await refuseDraft(context, request);
    const application = await ownApplication(context, request);
    const { id, state } = application;
    if (state === "withdrawn") {
      throw new RefusalError("application.withdrawn", applicationPhrases.withdrawnAlready());
    }
    await askWithdrawal(context, application);
    await context.cards.show(context.person.staffId, { kind: WITHDRAWAL_CARD, subject: id });
    return {};
  },
};

/** @throws {RefusalError} if the name is that of a form not submitted yet, and of nothing that was */
async function refuseDraft(context: PersonContext, { subject, words }: CommandRequest): Promise<void> {
  if (subject !== undefined) return;
  const noun = nounsOf(context.campaign.definition).case;
  const own = ownDistricts(context);
  const submitted = (await applicationsOf(context.tx, context.campaign.id)).filter(({ district }) =>
    own.includes(district),
  );
  if (words === "" ? submitted.length > 0 : findApplication(submitted, words, { noun }).kind !== "none") return;
  const forms = (await formsBegun(context, context.person.staffId)).filter(({ draft }) => draft.subject === undefined);
  const names = forms.map((form) => caseName(context, form)).filter((name) => name !== "");
  const name = names.find((one) => words === "" || isSpeltBy(one, words, noun));
  if (name !== undefined) throw new RefusalError("application.not-submitted", phrases.notSubmitted(name));
}

const confirm: Command = {
  ...fill,
  id: CONFIRM,
  words: [phrases.confirm()],
  effect: "write",
  onlyIn: "direct",
  async handle(context, request) {
    const id = request.subject ?? (await shownFor(context, request));
    const own = await ownApplication(context, { ...request, subject: id });
    const { compoundName } = await withdrawApplication(context, own.id);
    await endAsked(context, own.id);
    const until = restorableUntil(context.campaign.definition, dayOf(context.now));
    return { reply: phrases.withdrawnReply(compoundName, until), toast: phrases.withdrawn(), changed: true };
  },
};

/** The application whose withdrawal was shown to the person last; with a name, only that one. */
async function shownFor(context: PersonContext, request: CommandRequest): Promise<string> {
  const { tx, campaign, person } = context;
  const last = await tx.card.findFirst({
    where: {
      ...{ campaignId: campaign.id, kind: WITHDRAWAL_CARD, state: "live" },
      chat: chatKey({ kind: "direct", person: person.staffId }),
    },
    orderBy: { createdAt: "desc" },
  });
  const named = request.words === "" ? undefined : await ownApplication(context, request);
  const isShown = last !== null && (await isAsked(context, person.staffId, last.subject));
  if (!isShown || (named && named.id !== last.subject)) {
    throw new RefusalError("application.not-shown", phrases.whichToConfirm());
  }
  return last.subject;
}

const restore: Command = {
  ...fill,
  id: RESTORE,
  words: [phrases.restore()],
  effect: "write",
  help: {
    example: (definition) => phrases.restoreExample(nounsOf(definition)),
    purpose: phrases.restorePurpose(),
    ...LISTED,
  },
  async handle(context, request) {
    const { id, compoundName } = await ownApplication(context, request, { states: ["withdrawn"] });
    await restoreApplication(context, id);
    const said = phrases.restored(compoundName);
    return { reply: textView(phrases.restoredTitle(), said, { tone: "done" }), toast: said, changed: true };
  },
};

const renderer: CardRenderer = {
  kind: WITHDRAWAL_CARD,
  redrawOn: [
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(caseStepChanged),
    redrawOn(withdrawalsLapsed),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const place = chatOfKey(chat);
    const asked = place.kind !== "direct" || (await isAsked(context, place.person, subject));
    return withdrawalView(context, application, asked);
  },
};

/** At the end of each stage its withdrawals can no longer be taken back: cards lose the button, or name the next day. */
const lapse: DueKind = {
  kind: "application.withdrawals-lapse",
  refreshesOnly: true,
  moments: ({ definition }) =>
    hasApplications(definition) ? lapses(definition).map(({ stage, at }) => ({ key: stage, dueAt: at })) : [],
  async fire(context, { dueAt }) {
    if (dueAt < context.campaign.startedAt) return "beforeStart";
    const withdrawn = await applicationsOf(context.tx, context.campaign.id, { states: ["withdrawn"] });
    const lapsed = withdrawn.filter(({ withdrawnAt }) => withdrawnAt && lapsesAt(context, withdrawnAt, dueAt));
    context.emit(withdrawalsLapsed, { ids: lapsed.map(({ id }) => id) });
    return "done";
  },
};

function lapsesAt({ campaign }: Context, withdrawnAt: Date, dueAt: Date): boolean {
  const until = restorableUntil(campaign.definition, dayOf(withdrawnAt));
  return until !== undefined && momentOf(addDays(until, 1)).getTime() === dueAt.getTime();
}

/** 撤回 and 恢复申报 */
export const withdrawalFeature: Feature = {
  commands: [withdraw, ofApplication, confirm, restore],
  renderers: [renderer],
  dueKinds: [lapse],
  extensions: [askedWithdrawals],
};
