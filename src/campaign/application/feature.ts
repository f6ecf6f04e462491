import type { Context, PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, extend, type Feature, on } from "../engine/feature.ts";
import { officialCardPart } from "../stage/official-card.ts";
import { receivedFrom } from "../stage/received.ts";
import { APPLICATION_DELIVERABLE } from "./application.ts";
import { applicationDialogue } from "./dialogue.ts";
import {
  type ApplicationDraft,
  DIALOGUE,
  DRAFT,
  draftOf,
  FORM_CARD,
  leaveForm,
  openForm,
  saveForm,
  takeUpForm,
} from "./draft.ts";
import { editApplication } from "./edit.ts";
import { applicationSubmitted, applicationWithdrawn } from "./events.ts";
import { ownApplication } from "./own-application.ts";
import { pageBefore, SAVE_PAGE, savePage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationById, applicationsOf, applicationTable } from "./store.ts";
import { submitForm } from "./submit.ts";
import { applicationView, formView } from "./views.ts";
import { withdrawApplication } from "./withdraw.ts";

/** The card of a form: while it is filled in, and what became of it. Redrawn by {@link refreshForms}. */
const formRenderer: CardRenderer = {
  kind: FORM_CARD,
  redrawOn: [],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown draft ${subject}`);
    const application = draft.state === "done" ? await applicationById(context.tx, draft.subject ?? "") : undefined;
    return application ? applicationView(context, application) : formView(context, draftOf(context, draft));
  },
};

/** Cards of forms that became this application: each is named by its draft. */
async function refreshForms({ tx, campaign, cards }: Context, { id }: { id: string }): Promise<void> {
  const drafts = await tx.draft.findMany({
    where: { campaignId: campaign.id, kind: DRAFT, subject: id, state: "done" },
    select: { id: true },
  });
  for (const draft of drafts) await cards.refresh({ kind: FORM_CARD, subject: draft.id });
}

/** Waits for the person's answers and shows the form. */
async function show(context: PersonContext, { draft }: ApplicationDraft): Promise<CommandOutcome> {
  await context.dialogue.open(DIALOGUE, { draftId: draft.id });
  await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: draft.id });
  return {};
}

/** After a press that changed the form: colleagues may have it before them too. */
async function changed({ cards }: PersonContext, { draft }: ApplicationDraft, toast?: string): Promise<CommandOutcome> {
  await cards.refresh({ kind: FORM_CARD, subject: draft.id });
  return { changed: true, ...(toast === undefined ? {} : { toast }) };
}

const fill = { capability: "application.fill" } as const;
/** On the form's card only: about a draft. */
const pressed = { ...fill, effect: "write" } as const;

const start: Command = {
  ...fill,
  id: "application.start",
  words: ["申报", "继续填写", "填写申报表"],
  effect: "read",
  help: {
    example: "申报",
    purpose: "填写小区申报表，可分次填写",
    stages: ["implementation", "verification", "conclusion"],
  },
  handle: async (context, request) => show(context, await takeUpForm(context, request)),
};

const save: Command = {
  ...pressed,
  id: SAVE_PAGE,
  async handle(context, { subject = "", values }) {
    const form = await openForm(context, subject);
    const { state, problems } = savePage(context, form, values);
    await saveForm(context, form, state);
    const sentences = problems.map(({ label, sentence }) => `${label}：${sentence}`);
    return changed(context, form, problems.length > 0 ? phrases.problems(sentences) : phrases.saved());
  },
};

const back: Command = {
  ...pressed,
  id: "application.back",
  async handle(context, { subject = "" }) {
    const form = await openForm(context, subject);
    return changed(context, await saveForm(context, form, pageBefore(context, form)));
  },
};

const leave: Command = {
  ...pressed,
  id: "application.leave",
  async handle(context, { subject = "" }) {
    await leaveForm(context, await openForm(context, subject));
    return { changed: true };
  },
};

const resume: Command = {
  ...pressed,
  id: "application.resume",
  async handle(context, { subject = "" }) {
    const form = await openForm(context, subject);
    await context.dialogue.open(DIALOGUE, { draftId: form.draft.id });
    return changed(context, await saveForm(context, form, form.state));
  },
};

const submit: Command = {
  ...pressed,
  id: "application.submit",
  async handle(context, { subject = "" }) {
    const { hints } = await submitForm(context, await openForm(context, subject));
    return { changed: true, toast: [phrases.submitted(), ...hints].join("。") };
  },
};

const edit: Command = {
  ...fill,
  id: "application.edit",
  words: ["修改申报"],
  effect: "read",
  handle: async (context, request) =>
    show(context, await editApplication(context, await ownApplication(context, request))),
};

const withdraw: Command = {
  ...fill,
  id: "application.withdraw",
  words: ["撤回"],
  effect: "write",
  help: { example: "撤回 小区名称", purpose: "撤回已提交的申报", stages: ["implementation", "verification"] },
  async handle(context, request) {
    const { compoundName } = await withdrawApplication(context, (await ownApplication(context, request)).id);
    return { reply: phrases.withdrawnReply(compoundName), toast: phrases.withdrawn(), changed: true };
  },
};

/** Stages in which districts apply: the plan's own, and the one after it, in which what is late still comes in. */
const STAGES: readonly string[] = ["implementation", "verification"];

/** 申报 on the card that a district's officials get when a stage opens. */
const startButton = extend(officialCardPart, async (_, { stage, district }) => {
  if (!STAGES.includes(stage)) return undefined;
  const label = phrases.start();
  return { actions: [{ id: "application.start", label, typed: label, look: "primary" as const, subject: district }] };
});

/** A district has begun with 申报 when one of its compounds is handed in and takes part. */
const received = extend(receivedFrom, async ({ tx, campaign }, { deliverable }) => {
  if (deliverable !== APPLICATION_DELIVERABLE) return undefined;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  return new Set(applications.map(({ district }) => district));
});

/** 申报 */
export const applicationFeature: Feature = {
  commands: [start, save, back, leave, resume, submit, edit, withdraw],
  renderers: [formRenderer],
  dialogues: [applicationDialogue],
  listeners: [on(applicationSubmitted, refreshForms), on(applicationWithdrawn, refreshForms)],
  extensions: [startButton, received],
  tables: [applicationTable],
};
