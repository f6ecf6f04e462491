import { textView, type View } from "../../platform/chat/view.ts";
import { ofPage, withShare } from "../../platform/conversation/shared-work.ts";
import { plainName } from "../application/find-application.ts";
import { applicationById } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { pendingConfirmations } from "../engine/dispatch/extension-points.ts";
import { type Command, type CommandOutcome, type CommandRequest, extend } from "../engine/feature.ts";
import { type UnfinishedWork, unfinishedWork } from "../engine/unfinished-work.ts";
import { recusalKey, recusedFrom } from "../evaluation-team/store.ts";
import { pageBefore } from "../scoring/page.ts";
import { isFinalized } from "../scoring/points.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { moveTo, standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { turnSheetPage } from "../scoring/turn-page.ts";
import { sheetDialogue } from "./dialogue.ts";
import { confirmFinalizing, finalize } from "./finalizing.ts";
import {
  citySheet,
  DIALOGUE,
  openMemberSheet,
  PLACE,
  SCORES,
  SHEET_CARD,
  type SheetName,
  sheetNamed,
  subjectOf,
} from "./member-sheet.ts";
import { verificationPhrases as phrases, type SiteState } from "./phrases.ts";
import { siteAtHead } from "./said-of-site.ts";
import { siteFirst } from "./site-first.ts";
import { sheetInHand } from "./unanswered.ts";
import { BACK, CONFIRM, FINALIZE, SAVE_PAGE, START } from "./views.ts";
import { siteNamed, sitesOf } from "./which-site.ts";

/** The sheet that a request is about: the pressed card's, the named site's, or the one in hand. */
export async function sheetAsked(context: PersonContext, { subject, words }: CommandRequest): Promise<SheetName> {
  if (subject !== undefined) return withMember(context, sheetNamed(subject));
  const inHand = await sheetInHand(context);
  if (inHand && (words === "" || (await isNamed(context, inHand, words)))) return inHand;
  const { staffId: memberId } = context.person;
  return { caseId: (await siteNamed(context, { words }, memberId)).id, memberId };
}

/** Whether the words name the site of the sheet: also where it is entered for somebody else. */
async function isNamed({ tx, campaign }: PersonContext, { caseId }: SheetName, words: string): Promise<boolean> {
  const application = await applicationById(tx, caseId);
  const noun = nounsOf(campaign.definition).case;
  return application !== undefined && plainName(application.compoundName, noun) === plainName(words, noun);
}

/** A button on the card of a case names the case only: the sheet is the person's own. */
const withMember = ({ person }: PersonContext, { caseId, memberId }: SheetName): SheetName => ({
  caseId,
  memberId: memberId === "" ? person.staffId : memberId,
});

/** An address behind the name tells sites apart, and is none. */
const POINTS = /^(?:\d{1,2}\s*[-－–—]\s*\d{1,2}|第?[一二三四五六七八九十]{1,3}(?:部分)?[\s、:：]|其余)/u;

/** 核验 稽山花园 3-1 4: opens the sheet of the person's own, where it is not open, and gives the points. */
async function pointsBehind(context: PersonContext, site: string, text: string): Promise<CommandOutcome> {
  const { staffId: memberId } = context.person;
  const state = { caseId: (await siteNamed(context, { words: site }, memberId)).id, memberId };
  const inHand = await sheetInHand(context);
  const isOpen = inHand?.caseId === state.caseId && inHand.memberId === memberId;
  const opened = isOpen ? {} : await openSheetCard(context, state);
  return (await sheetDialogue.handle(context, { state, text, files: [] })) ? {} : opened;
}

const start: Command = {
  ...SCORES,
  id: START,
  ofCase: true,
  readsCorrections: true,
  words: [phrases.word(), "核验打分", "现场打分", "现场核验"],
  offeredBy: ["site-visit"],
  takesText: true,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
  },
  async handle(context, request) {
    const { staffId: memberId } = context.person;
    const behind =
      request.subject === undefined ? await siteAtHead(context, request.verbatim, { memberId }) : undefined;
    if (behind?.name !== undefined && POINTS.test(behind.rest)) return pointsBehind(context, behind.name, behind.rest);
    const sites = await sitesOf(context, memberId);
    if (request.subject === undefined && request.words === "" && sites.length !== 1)
      return { reply: await sitesView(context, memberId) };
    const { subject, words } = request;
    const name =
      subject === undefined
        ? { caseId: (await siteNamed(context, { words }, memberId)).id, memberId }
        : withMember(context, sheetNamed(subject));
    return openSheetCard(context, name);
  },
};

/** Shows the sheet, and takes points that are typed from now on. */
export async function openSheetCard(context: PersonContext, name: SheetName): Promise<CommandOutcome> {
  const member = await openMemberSheet(context, name);
  await moveTo(context, member, member.at);
  await context.dialogue.open(DIALOGUE, name);
  await context.cards.show(context.person.staffId, { kind: SHEET_CARD, subject: subjectOf(name) });
  return {};
}

async function sitesView(context: PersonContext, memberId: string): Promise<View> {
  const sites = await sitesOf(context, memberId);
  const nouns = nounsOf(context.campaign.definition);
  if (sites.length === 0) return textView(phrases.sitesTitle(nouns), phrases.noSites(nouns));
  const recused = await recusedFrom(context.tx, context.campaign.id);
  const of = criteriaOf(context.campaign.definition.rubric).length;
  const items: string[] = [];
  const open: string[] = [];
  for (const { id: caseId, compoundName: name } of sites) {
    const sheet = await sheetOf(context.tx, citySheet({ caseId, memberId }));
    const said = await context.tx.noRecusal.findUnique({ where: { caseId_memberId: { caseId, memberId } } });
    const done = sheet?.scores.size ?? 0;
    const state: SiteState = recused.has(recusalKey({ caseId, memberId }))
      ? "recused"
      : isFinalized(sheet)
        ? "finalized"
        : !said
          ? "unsaid"
          : done > 0
            ? "open"
            : "none";
    items.push(phrases.siteLine({ name, state, done, of }));
    if (state === "open" || state === "none") open.push(name);
  }
  return {
    title: phrases.sitesTitle(nouns),
    tone: "running",
    body: [{ kind: "list", items, ordered: true }],
    actions: open
      .slice(0, 5)
      .map((name) => ({ id: "", label: `核验 ${name}`, typed: `核验 ${name}`, look: "default" })),
  };
}

const changed = async (context: PersonContext, name: SheetName, toast?: string): Promise<CommandOutcome> => {
  await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf(name) });
  return { changed: true, ...(toast === undefined ? {} : { toast }) };
};

const savePage: Command = {
  ...SCORES,
  id: SAVE_PAGE,
  effect: "write",
  reconciles: true,
  async handle(context, { subject = "", values }) {
    const name = sheetNamed(subject);
    const member = { ...(await openMemberSheet(context, name)), face: ofPage(subject).face };
    const { turn, some, ...unsaved } = await turnSheetPage(siteFirst(context), member, values);
    if (turn === "leave") await context.dialogue.close(DIALOGUE);
    return changed(context, name, phrases.pageSaved(some, unsaved));
  },
};

const back: Command = {
  ...SCORES,
  id: BACK,
  effect: "write",
  async handle(context, { subject = "" }) {
    const name = sheetNamed(subject);
    const member = await openMemberSheet(context, name);
    await moveTo(context, member, pageBefore(siteFirst(context), member.at));
    return changed(context, name);
  },
};

const finalizing: Command = {
  ...SCORES,
  id: FINALIZE,
  words: [phrases.finalizeWord()],
  effect: "write",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.finalizeExample(nounsOf(definition)),
    purpose: phrases.finalizePurpose(),
    step: "verification",
  },
  handle: async (context, request) => finalize(context, await sheetAsked(context, request)),
};

const confirm: Command = {
  ...SCORES,
  id: CONFIRM,
  words: [phrases.confirmWord()],
  effect: "write",
  onlyIn: "direct",
  handle: async (context, request) => confirmFinalizing(context, await sheetAsked(context, request)),
};

export const sheetCommands: readonly Command[] = [start, savePage, back, finalizing, confirm];

/** Sheets on which the person has given points, without those that are final. */
const begun = extend(unfinishedWork, async (context, { person }) => {
  const found: UnfinishedWork[] = [];
  for (const { subject = "" } of await context.drafts.unfinished({ kind: PLACE })) {
    const name = sheetNamed(subject);
    if (name.memberId !== person) continue;
    const sheet = await sheetOf(context.tx, citySheet(name));
    const application = await applicationById(context.tx, name.caseId);
    if (application?.state !== "submitted" || !sheet || isFinalized(sheet) || sheet.scores.size === 0) continue;
    found.push({
      name: phrases.begun(application.compoundName),
      dialogue: { kind: DIALOGUE, state: name },
      takeUp: (own) => openSheetCard(own, name),
    });
  }
  return found;
});

/** 提交定稿 was said and 确认定稿 was not: 取消 ends it. */
const confirming = extend(pendingConfirmations, async (context, { person }) => {
  const places = (await context.drafts.unfinished({ kind: PLACE })).filter(
    (place) => standingOf(place, person).share.step === "confirming",
  );
  const waiting = await Promise.all(
    places.map(async (place) => {
      const name = sheetNamed(place.subject ?? "");
      const application = await applicationById(context.tx, name.caseId);
      if (application?.state !== "submitted" || isFinalized(await sheetOf(context.tx, citySheet(name)))) return [];
      const { compoundName } = application;
      const { at, work } = standingOf(place, person);
      const disarm = async () => {
        const body = { ...(at === undefined ? {} : { at }), ...withShare(work, person, { step: "left" }) };
        await context.drafts.save(place, { body });
        await context.cards.refresh({ kind: SHEET_CARD, subject: subjectOf(name) });
      };
      return [{ name: phrases.confirmAsked(compoundName), typed: phrases.confirmTyped(compoundName), disarm }];
    }),
  );
  return waiting.flat();
});

export const sheetExtensions = [begun, confirming];
