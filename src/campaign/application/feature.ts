import { isDeepStrictEqual } from "node:util";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { ofPage, shareOf } from "../../platform/conversation/shared-work.ts";
import type { StaffId } from "../../shared/brand.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { fieldFor } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  extend,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { onBehalfPhrases } from "../engine/on-behalf-phrases.ts";
import { type UnfinishedWork, unfinishedWork } from "../engine/unfinished-work.ts";
import { receivedFrom } from "../stage/extension-points.ts";
import { change } from "./change-command.ts";
import { answerForm, applicationDialogue, fillAnother } from "./dialogue.ts";
import { type ApplicationDraft, DIALOGUE, DRAFT, draftOf, FORM_CARD, leaveForm, openForm, saveForm } from "./draft.ts";
import { changeInHand } from "./edit.ts";
import { edit } from "./edit-command.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged, withdrawalsLapsed } from "./events.ts";
import { fillPasted, startPasted } from "./fill-pasted.ts";
import { applicationForm } from "./form.ts";
import { keepNewer } from "./keep-newer.ts";
import { askWhyLate } from "./lateness/ask.ts";
import { latenessPhrases } from "./lateness/phrases.ts";
import { lookFirst, whyFirst } from "./look-first.ts";
import { applicationDeliverable, hasApplications } from "./offered.ts";
import { opinionsChanged } from "./opinions/events.ts";
import { pageBefore, SAVE_PAGE, turnPage } from "./page.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { usualInForm } from "./phrases-usual.ts";
import { requirementsAnswered } from "./requirements/events.ts";
import { applicationRevisionTable } from "./revision.ts";
import { applicationEffects, applicationEffectsFollow } from "./ruling-effects.ts";
import { saidToForm } from "./said-to-form.ts";
import { SETTLE, settleConflicts } from "./settle.ts";
import { startButton } from "./start-button.ts";
import { applicationById, applicationsOf, applicationTable } from "./store.ts";
import { submitForm } from "./submit.ts";
import {
  caseName,
  continueForm,
  formsBegun,
  resumeForm,
  saysMore,
  startAnother,
  type TakenUp,
  takeUpForm,
  wishIn,
} from "./take-up.ts";
import { applicationView, formView } from "./views.ts";
import { wordsOf } from "./words.ts";

/** Ids of the drafts submitted as these applications. Form cards use the draft id as subject. */
async function formsOfAll(
  ids: readonly string[],
  { tx, campaign }: Pick<Context, "tx" | "campaign">,
): Promise<string[]> {
  const drafts = await tx.draft.findMany({
    where: { campaignId: campaign.id, kind: DRAFT, subject: { in: [...ids] }, state: "done" },
    select: { id: true },
  });
  return drafts.map((draft) => draft.id);
}

const formsOf = ({ id }: { id: string }, context: Context): Promise<string[]> => formsOfAll([id], context);

/** Shows the form during entry and the application after submission. */
const formRenderer: CardRenderer = {
  kind: FORM_CARD,
  district: async (context, { subject }) => (await context.drafts.read(subject))?.district,
  redrawOn: [
    redrawOn(applicationSubmitted, formsOf),
    redrawOn(applicationWithdrawn, formsOf),
    redrawOn(caseStepChanged, ({ reviewed = [] }, context) => formsOfAll(reviewed, context)),
    redrawOn(requirementsAnswered, formsOf),
    redrawOn(opinionsChanged, formsOf),
    redrawOn(attachmentsChanged, ({ caseId }, context) => (caseId === undefined ? [] : formsOfAll([caseId], context))),
    redrawOn(withdrawalsLapsed, ({ ids }, context) => formsOfAll(ids, context)),
  ],
  async render(context, card) {
    const draft = await context.drafts.read(card.subject);
    if (!draft) throw new Error(`card of an unknown draft ${card.subject}`);
    const application = draft.state === "done" ? await applicationById(context.tx, draft.subject ?? "") : undefined;
    if (application) return applicationView(context, application);
    return formView(context, draftOf(context, draft, viewerOf(card, draft)));
  },
};

function viewerOf({ chat }: { chat: string }, { startedBy }: { startedBy: StaffId }): StaffId {
  const place = chatOfKey(chat);
  return place.kind === "direct" ? place.person : startedBy;
}

async function show(context: PersonContext, { draft }: ApplicationDraft): Promise<CommandOutcome> {
  await context.dialogue.open(DIALOGUE, { draftId: draft.id });
  await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: draft.id });
  return {};
}

/** A name said with the command is answered at once, and echoed. */
async function showTakenUp(context: PersonContext, taken: TakenUp): Promise<CommandOutcome> {
  if (taken.kind === "which") return context.reply(taken.view).then(() => ({}));
  const { form, name = "" } = taken;
  const left = form.draft.subject === undefined ? await changeInHand(context) : undefined;
  await show(context, form);
  if (left !== undefined) await context.reply(phrases.changeLeft(left));
  const field = name === "" ? undefined : fieldFor(applicationForm(context), "name");
  // 湖塘花园地址在香林路128号 says more than the name.
  const isMore = field !== undefined && form.state.at === field.key && saysMore(name);
  if (field) await answerForm(context, form, isMore ? name : phrases.nameTyped(field.label, name));
  return {};
}

const changed = (context: PersonContext, { draft }: ApplicationDraft, toast?: string): Promise<CommandOutcome> =>
  changedCard(context, { kind: FORM_CARD, subject: draft.id }, toast);

const fill = { capability: "application.fill", step: "application", offeredWhen: hasApplications } as const;
/** After 公布 a case leads to nothing. */
const filling = { ...fill, until: "publication" } as const;
/** Buttons on the form card; the subject is a draft id. */
const pressed = { ...filling, effect: "write" } as const;

const start: Command = {
  ...filling,
  id: "application.start",
  readsCorrections: true,
  ...{ words: ["申报", "填写申报表"], alsoCalled: ["交表", "填表", "报表", "报名", "报"] },
  effect: "read",
  help: {
    example: phrases.start(),
    purpose: (definition) => phrases.fillPurpose(wordsOf(definition)),
    usual: usualInForm,
    step: "application",
  },
  recognises: (context, text) => wishIn(text, nounsOf(context.campaign.definition).case) !== undefined,
  async handle(context, said) {
    const wish = wishIn(said.words, nounsOf(context.campaign.definition).case);
    const request = wish === undefined ? said : { ...said, words: wish, verbatim: wish };
    return (
      (await saidToForm(context, request)) ??
      (await startPasted(context, request)) ??
      showTakenUp(context, await takeUpForm(context, request))
    );
  },
};

/** With a command behind the district the engine does that one; alone it is 申报. */
const fillFor: Command = {
  ...fill,
  effect: "read",
  id: "application.fill-for",
  words: [onBehalfPhrases.word()],
  capability: "application.fillForDistrict",
  delegates: start.id,
  help: {
    example: (definition) => `${onBehalfPhrases.word()} ${definition.campaign.districts[0]?.name ?? ""}`,
    purpose: (definition) => onBehalfPhrases.purpose(nounsOf(definition).district),
    step: "application",
  },
  handle: start.handle,
};

const goOn: Command = {
  ...filling,
  id: "application.continue",
  ofCase: true,
  words: ["继续填写"],
  effect: "write",
  help: {
    example: (definition) => phrases.goOnWith(nounsOf(definition).caseName),
    purpose: (definition) => phrases.goOnPurpose(wordsOf(definition)),
    step: "application",
  },
  handle: async (context, request) =>
    (await startPasted(context, request)) ?? showTakenUp(context, await continueForm(context, request)),
};

const another: Command = {
  ...filling,
  id: "application.another",
  words: ["另填一份", "再填一份", "另报一份", "再报一份", "另报一个", "再报一个", "再报一户", "再报一次", "再申报一个"],
  effect: "read",
  handle: async (context, request) =>
    request.words === "" && (await fillAnother(context))
      ? {}
      : ((await startPasted(context, request)) ?? showTakenUp(context, await startAnother(context, request))),
};

const save: Command = {
  ...pressed,
  id: SAVE_PAGE,
  reconciles: true,
  async handle(context, { subject = "", values }) {
    const { subject: id, face } = ofPage(subject);
    const form = await openForm(context, id);
    const turned = turnPage(context, form, values);
    const { state, turn, refused, problems } = keepNewer(context, form, { face, turned });
    const left = turn === "leave";
    const after = await saveForm(context, form, state, { refused, left });
    if (left) await context.dialogue.close(DIALOGUE);
    const conflicts = shareOf(after.work, after.viewer).conflicts.length;
    const some = !isDeepStrictEqual(form.state.answers, after.state.answers);
    return changed(context, after, phrases.pageSaved(some, { problems, conflicts }));
  },
};

const settle: Command = {
  ...pressed,
  id: SETTLE,
  reconciles: true,
  async handle(context, { subject = "", values }) {
    const form = await openForm(context, subject);
    return changed(context, await settleConflicts(context, form, (key) => values[key]), phrases.settled());
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
    const form = await resumeForm(context, subject);
    await context.dialogue.open(DIALOGUE, { draftId: form.draft.id });
    return changed(context, form);
  },
};

const submit: Command = {
  ...pressed,
  id: "application.submit",
  async handle(context, { subject = "" }) {
    const form = await openForm(context, subject);
    const first = await lookFirst(context, form);
    if (first) return changed(context, first, whyFirst(context, form, first));
    if (await askWhyLate(context, form)) return { toast: latenessPhrases.asked() };
    const { hints } = await submitForm(context, form);
    return { changed: true, toast: [phrases.submitted(), hints.join("")].filter((part) => part !== "").join("。") };
  },
};

/** The deliverable counts as received once the district has submitted a case, excluded ones too, and not withdrawn it. */
const received = extend(receivedFrom, async ({ tx, campaign }, { deliverable }) => {
  if (deliverable !== applicationDeliverable(campaign.definition)) return undefined;
  const applications = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  return new Set(applications.map(({ district }) => district));
});

/** Forms in which the person has answered something, and changes begun. */
const begun = extend(unfinishedWork, async (context, { person }) => {
  if (await isAcceptanceOver(context)) return [];
  const forms = await formsBegun(context, person);
  return forms.map((form): UnfinishedWork => {
    const { id, subject } = form.draft;
    return {
      name: phrases.begun(caseName(context, form), {
        ...wordsOf(context.campaign.definition),
        isChange: subject !== undefined,
      }),
      dialogue: { kind: DIALOGUE, state: { draftId: id } },
      ...(form.draft.district === undefined ? {} : { district: form.draft.district }),
      takeUp: async (own) => show(own, await resumeForm(own, id)),
    };
  });
});

/** 申报 */
export const applicationFeature: Feature = {
  commands: [start, fillFor, goOn, another, save, settle, back, leave, resume, submit, edit, change, fillPasted],
  renderers: [formRenderer],
  dialogues: [applicationDialogue],
  extensions: [startButton, received, begun, ...applicationEffects],
  listeners: applicationEffectsFollow,
  tables: [applicationTable, applicationRevisionTable],
  enforces: ["accidentWindow", "applicationDue", "attachmentOverflow", "stageCloses"],
};
