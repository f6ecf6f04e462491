import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { readTurn } from "../../../platform/conversation/page-turn.ts";
import { ofPage } from "../../../platform/conversation/shared-work.ts";
import { viewPhrases } from "../../../platform/conversation/view-phrases.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { requirementWords } from "../../definition/citables.ts";
import type { Definition } from "../../definition/definition.ts";
import { annexFor } from "../../definition/purposes.ts";
import { momentWords } from "../../definition/wording.ts";
import { memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { isAcceptanceOver } from "../../engine/acceptance.ts";
import { changedCard } from "../../engine/changed-card.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, type Feature, redrawOn } from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { referenceListApplied } from "../../reference-list/events.ts";
import { rulingsChanged } from "../../ruling/events.ts";
import type { Application } from "../application.ts";
import { nameOf } from "../colleagues.ts";
import { applicationSubmitted, applicationWithdrawn } from "../events.ts";
import { answerContext } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { applicationById } from "../store.ts";
import { answersStart } from "./answers-start.ts";
import { askSeveral } from "./ask-several.ts";
import { listenFor, requirementsDialogue } from "./dialogue.ts";
import type { Entries } from "./entries.ts";
import { requirementsAnswered } from "./events.ts";
import { draftName, entriesFrom, pagesOf, placeIn, SAVE_PAGE } from "./page.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { usualInRequirements } from "./phrases-usual.ts";
import { readEntries } from "./read-entries.ts";
import { readLine } from "./read-line.ts";
import { hasRequirements } from "./requirements.ts";
import { requirementEffects, requirementEffectsFollow } from "./ruling-effects.ts";
import { changesSheet, type Saved, saveRequirements } from "./save.ts";
import { isSeenBy, seenApplication } from "./seen-application.ts";
import { requirementSheetTable } from "./store.ts";
import { listTold } from "./told.ts";
import { CARD, DIALOGUE, enteredBy, mayFill, moveTo, requireOwn, saveTyped, standingOf } from "./typed.ts";
import { annexWords, CHANGE, requirementsView, SEE } from "./views.ts";

const asks = (definition: Definition): boolean => hasApplications(definition) && hasRequirements(definition);

const renderer: CardRenderer = {
  kind: CARD,
  redrawOn: [
    redrawOn(requirementsAnswered, ({ id }) => id),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(referenceListApplied),
    redrawOn(rulingsChanged),
    redrawOn(peopleChanged),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const at = chatOfKey(chat);
    const viewer = at.kind === "direct" ? memberOf(context.people, at.person) : undefined;
    if (viewer && !isSeenBy(context, viewer, application)) {
      return phrases.outOfSight(application.compoundName, annexWords(context));
    }
    const standing = await standingOf(context, application);
    const [draft] = await context.drafts.unfinished(draftName(application));
    const place = placeIn(draft, standing.sheet);
    return requirementsView(context, {
      ...{ application, standing, place },
      mayFill: mayFill(context, viewer, application.district) && !(await isAcceptanceOver(context)),
      enteredBy: await enteredBy(context, standing),
    });
  },
};

/** The case with what was answered, and where its district stands with the page. */
async function openPlace(context: PersonContext, application: Application) {
  const { sheet } = await standingOf(context, application);
  const [draft] = await context.drafts.unfinished(draftName(application));
  return { sheet, draft, place: placeIn(draft, sheet) };
}

/** @param face version of the sheet that the page showed: what was answered since is not overwritten unseen */
async function save(
  context: PersonContext,
  application: Application,
  { entries, face }: { entries: Entries; face: number | undefined },
): Promise<Saved> {
  const { sheet } = await standingOf(context, application);
  const given = readEntries(entries, {
    definition: context.campaign.definition,
    answering: answerContext(context),
    before: sheet?.figures ?? {},
  });
  const isOlder = face !== undefined && sheet !== undefined && face < sheet.version;
  if (isOlder && changesSheet(context, sheet, given)) {
    const who = sheet.answeredBy === context.person.staffId ? undefined : nameOf(context.people, sheet.answeredBy);
    return { kind: "refused", problems: [phrases.answeredSince(who, momentWords(sheet.answeredAt))] };
  }
  return saveRequirements(context, { application, sheet }, given);
}

/** 要求 8-1, 要求 第8项: no name, and no answer. */
const CITES = /^第?\d{1,2}(?:-\d{1,2})?[项条]?$/u;

/** 要求 <小区>: the card; with answers behind the name, these are recorded, all or nothing. */
const see: Command = {
  id: SEE,
  ofCase: true,
  readsCorrections: true,
  words: [phrases.word(), phrases.see()],
  alsoCalled: phrases.also(),
  capability: "application.see",
  effect: "read",
  takesText: true,
  onlyIn: "direct",
  step: "application",
  offeredWhen: asks,
  offeredBy: ["application"],
  async handle(context, { subject, verbatim }) {
    const { definition } = context.campaign;
    const several = subject === undefined ? await askSeveral(context, verbatim) : undefined;
    if (several) return several;
    const begun = subject === undefined ? answersStart(definition, verbatim) : 0;
    const before = verbatim.slice(0, begun).replaceAll(/^[\s:：,，]+|[\s:：,，]+$/gu, "");
    if (subject === undefined && CITES.test(before)) {
      const word = requirementWords(definition, before.replaceAll(/[^\d-]/g, ""));
      throw new RefusalError("requirements.cite", phrases.cite(word));
    }
    // 1-5都行，6不行…: answers from the first word, of a case that is not named.
    const [start, name] = /^\d[\d-]*(?!\d)[^号幢栋\d]/u.test(before) ? [0, ""] : [begun, before];
    const application = await seenApplication(context, { subject, name });
    const typed = subject === undefined ? verbatim.slice(start).trim() : "";
    if (typed !== "") return record(context, application, typed);
    await standingOf(context, application);
    await listenFor(context, application);
    await context.cards.show(context.person.staffId, { kind: CARD, subject: application.id });
    return {};
  },
};

/** Behind a name everything is meant as an answer; another question that is open stays open. */
async function record(context: PersonContext, application: Application, typed: string): Promise<CommandOutcome> {
  const outcome = await saveTyped(context, application, typed);
  if (!outcome) {
    const { problems } = readLine(context.campaign.definition, typed, answerContext(context));
    throw new RefusalError("requirements.not-read", phrases.notSaved(problems));
  }
  if ((await context.dialogue.current()) === undefined) await listenFor(context, application);
  return outcome;
}

const fill = {
  capability: "application.fill",
  step: "application",
  offeredWhen: asks,
  effect: "write",
  until: "publication",
} as const;

async function pressed(context: PersonContext, subject: string): Promise<Application> {
  const application = await seenApplication(context, { subject, name: "" });
  requireOwn(context, application);
  return application;
}

/** A page of the card: saved whole, or kept as it was typed with what is wrong. */
const savePage: Command = {
  ...fill,
  id: SAVE_PAGE,
  reconciles: true,
  async handle(context, { subject: shown = "", values }) {
    const { subject, face } = ofPage(shown);
    const application = await pressed(context, subject);
    const { sheet, place } = await openPlace(context, application);
    const { turn, values: own } = readTurn(values);
    const entries = entriesFrom(context.campaign.definition, own);
    if (turn === "leave") await context.dialogue.close(DIALOGUE);
    const isEmpty = Object.keys(entries).length === 0;
    const saved: Saved = isEmpty ? { kind: "unchanged" } : await save(context, application, { entries, face });
    const isRefused = saved.kind === "refused";
    const last = pagesOf(context, { application, sheet }, place).length;
    const next = { next: place.page + 1, back: Math.max(0, place.page - 1), leave: last }[turn];
    await moveTo(context, application, {
      page: isRefused && turn !== "leave" ? Math.min(place.page, last - 1) : next,
      typed: isRefused ? { ...entries } : {},
      problems: isRefused ? [...saved.problems] : [],
    });
    const toast = isRefused ? phrases.notSavedToast() : viewPhrases.pageSaved(saved.kind === "saved");
    return changedCard(context, { kind: CARD, subject: application.id }, toast);
  },
};

/** Opens the first page again; with a name it is the same as {@link see}. */
const change: Command = {
  ...fill,
  id: CHANGE,
  ofCase: true,
  readsCorrections: true,
  words: [phrases.button()],
  takesText: true,
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.help(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(annexFor(definition, "requirements")?.name ?? ""),
    usual: usualInRequirements,
    step: ["application", "review"],
  },
  async handle(context, request) {
    const { subject } = request;
    if (subject === undefined) return see.handle(context, request);
    const application = await pressed(context, subject);
    await moveTo(context, application, { page: 0, typed: {}, problems: [] });
    await listenFor(context, application);
    return changedCard(context, { kind: CARD, subject: application.id });
  },
};

/** 附件1, clause by clause. */
export const requirementsFeature: Feature = {
  commands: [see, savePage, change],
  renderers: [renderer],
  dialogues: [requirementsDialogue],
  extensions: [listTold, ...requirementEffects],
  listeners: requirementEffectsFollow,
  enforces: ["excludingRequirements", "ownersBodies", "penaltyWindow", "serviceWindow", "undecidedRequirement"],
  tables: [requirementSheetTable],
};
