import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { textView } from "../../../platform/chat/view.ts";
import { readTurn } from "../../../platform/conversation/page-turn.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { requirementWords } from "../../definition/citables.ts";
import type { Definition } from "../../definition/definition.ts";
import { annexFor } from "../../definition/purposes.ts";
import { districtsOf, type Member, mayMember, memberOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { changedCard } from "../../engine/changed-card.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type CommandOutcome, type Feature, redrawOn } from "../../engine/feature.ts";
import { referenceListApplied } from "../../reference-list/events.ts";
import { rulingsChanged } from "../../ruling/events.ts";
import type { Application } from "../application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../events.ts";
import { answerContext } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { applicationById } from "../store.ts";
import { echoOf } from "./echo.ts";
import type { Entries } from "./entries.ts";
import { requirementsAnswered } from "./events.ts";
import { draftName, entriesFrom, type Place, pagesOf, placeIn, SAVE_PAGE } from "./page.ts";
import { requirementPhrases as phrases } from "./phrases.ts";
import { readEntries } from "./read-entries.ts";
import { answersStart, readLine } from "./read-line.ts";
import { hasRequirements } from "./requirements.ts";
import { requirementEffects, requirementEffectsFollow } from "./ruling-effects.ts";
import { type Saved, saveRequirements } from "./save.ts";
import { seenApplication } from "./seen-application.ts";
import { type CaseStanding, standingsOf } from "./standing.ts";
import { requirementSheetTable } from "./store.ts";
import { listTold } from "./told.ts";
import { CHANGE, requirementsView, SEE } from "./views.ts";

/** Subject: the application's id. */
export const CARD = "application.requirements";

const asks = (definition: Definition): boolean => hasApplications(definition) && hasRequirements(definition);

const mayFill = ({ campaign: { definition } }: Context, member: Member | undefined, district: string): boolean =>
  member !== undefined &&
  mayMember(definition, member, "application.fill") &&
  districtsOf(definition, member).includes(district);

async function standingOf(context: Context, application: Application): Promise<CaseStanding> {
  const standing = (await standingsOf(context, [application])).get(application.id);
  if (!standing)
    throw new RefusalError("requirements.not-asked", phrases.notAsked(nounsOf(context.campaign.definition)));
  return standing;
}

const renderer: CardRenderer = {
  kind: CARD,
  redrawOn: [
    redrawOn(requirementsAnswered, ({ id }) => id),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(referenceListApplied),
    redrawOn(rulingsChanged),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const standing = await standingOf(context, application);
    const at = chatOfKey(chat);
    const viewer = at.kind === "direct" ? memberOf(context.people, at.person) : undefined;
    const [draft] = await context.drafts.unfinished(draftName(application));
    const place = placeIn(draft, standing.sheet);
    return requirementsView(context, {
      ...{ application, standing, place },
      mayFill: mayFill(context, viewer, application.district),
    });
  },
};

/** The case with what was answered, and where its district stands with the page. */
async function openPlace(context: PersonContext, application: Application) {
  const { sheet } = await standingOf(context, application);
  const [draft] = await context.drafts.unfinished(draftName(application));
  return { sheet, draft, place: placeIn(draft, sheet) };
}

async function moveTo(context: PersonContext, application: Application, body: Place): Promise<void> {
  const [draft] = await context.drafts.unfinished(draftName(application));
  if (draft) await context.drafts.save(draft, { body });
  else await context.drafts.start({ ...draftName(application), startedBy: context.person.staffId, body });
}

async function save(context: PersonContext, application: Application, entries: Entries): Promise<Saved> {
  const { sheet } = await standingOf(context, application);
  const given = readEntries(entries, {
    definition: context.campaign.definition,
    answering: answerContext(context),
    before: sheet?.figures ?? {},
  });
  return saveRequirements(context, { application, sheet }, given);
}

/** 要求 <小区>: the card; with answers behind the name, these are recorded, all or nothing. */
const see: Command = {
  id: SEE,
  words: [phrases.word(), phrases.see()],
  capability: "application.see",
  effect: "read",
  takesText: true,
  onlyIn: "direct",
  step: "application",
  offeredWhen: asks,
  offeredBy: ["application"],
  async handle(context, { subject, verbatim }) {
    const { definition } = context.campaign;
    const start = subject === undefined ? answersStart(definition, verbatim) : 0;
    const name = verbatim.slice(0, start).replaceAll(/^[\s:：,，]+|[\s:：,，]+$/gu, "");
    if (subject === undefined && /^\d/.test(name)) {
      const word = requirementWords(definition, name.replaceAll(/[^\d-]/g, ""));
      throw new RefusalError("requirements.cite", phrases.cite(word));
    }
    const application = await seenApplication(context, { subject, name });
    const typed = subject === undefined ? verbatim.slice(start).trim() : "";
    if (typed !== "") return saveTyped(context, application, typed);
    await standingOf(context, application);
    await context.cards.show(context.person.staffId, { kind: CARD, subject: application.id });
    return {};
  },
};

async function saveTyped(context: PersonContext, application: Application, typed: string): Promise<CommandOutcome> {
  requireOwn(context, application);
  const { definition } = context.campaign;
  const { entries, problems } = readLine(definition, typed, answerContext(context));
  if (problems.length > 0) throw new RefusalError("requirements.not-read", phrases.notSaved(problems));
  const saved = await save(context, application, entries);
  if (saved.kind === "refused") throw new RefusalError("requirements.refused", phrases.notSaved(saved.problems));
  await moveTo(context, application, { page: Number.MAX_SAFE_INTEGER, typed: {}, problems: [] });
  await context.cards.refresh({ kind: CARD, subject: application.id });
  const standing = await standingOf(context, application);
  const echo = standing.sheet ? phrases.saved(echoOf(definition, standing.sheet)) : "";
  const view = requirementsView(context, {
    ...{ application, standing, mayFill: false },
    place: { page: 0, typed: {}, problems: [] },
  });
  const reply = saved.kind === "unchanged" ? textView(view.title, phrases.unchanged()) : view;
  return { reply, toast: echo };
}

function requireOwn(context: PersonContext, { district, state }: Application): void {
  if (!mayFill(context, context.person, district)) {
    throw new RefusalError("requirements.not-own", phrases.notOwn(nounsOf(context.campaign.definition)));
  }
  if (state === "withdrawn") throw new RefusalError("requirements.withdrawn", phrases.withdrawn());
}

const fill = { capability: "application.fill", step: "application", offeredWhen: asks, effect: "write" } as const;

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
  async handle(context, { subject = "", values }) {
    const application = await pressed(context, subject);
    const { sheet, place } = await openPlace(context, application);
    const { turn, values: own } = readTurn(values);
    const entries = entriesFrom(context.campaign.definition, own);
    const isEmpty = Object.keys(entries).length === 0;
    const saved: Saved = isEmpty ? { kind: "unchanged" } : await save(context, application, entries);
    const isRefused = saved.kind === "refused";
    const last = pagesOf(context, { application, sheet }, place).length;
    const next = { next: place.page + 1, back: Math.max(0, place.page - 1), leave: last }[turn];
    await moveTo(context, application, {
      page: isRefused && turn !== "leave" ? Math.min(place.page, last - 1) : next,
      typed: isRefused ? { ...entries } : {},
      problems: isRefused ? [...saved.problems] : [],
    });
    const toast = isRefused ? phrases.notSavedToast() : phrases.savedToast();
    return changedCard(context, { kind: CARD, subject: application.id }, toast);
  },
};

/** Opens the first page again; with a name it is the same as {@link see}. */
const change: Command = {
  ...fill,
  id: CHANGE,
  words: [phrases.button()],
  takesText: true,
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.help(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(annexFor(definition, "requirements")?.name ?? ""),
    step: ["application", "review"],
  },
  async handle(context, request) {
    const { subject } = request;
    if (subject === undefined) return see.handle(context, request);
    const application = await pressed(context, subject);
    await moveTo(context, application, { page: 0, typed: {}, problems: [] });
    return changedCard(context, { kind: CARD, subject: application.id });
  },
};

/** 附件1, clause by clause. */
export const requirementsFeature: Feature = {
  commands: [see, savePage, change],
  renderers: [renderer],
  extensions: [listTold, ...requirementEffects],
  listeners: requirementEffectsFollow,
  enforces: ["excludingRequirements", "ownersBodies", "penaltyWindow", "serviceWindow", "undecidedRequirement"],
  tables: [requirementSheetTable],
};
