import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView, type View } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application } from "../application/application.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../application/events.ts";
import { hasApplications } from "../application/offered.ts";
import { opinionsChanged } from "../application/opinions/events.ts";
import { applicationPhrases } from "../application/phrases.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { seeCase } from "../application/see-case.ts";
import { applicationById } from "../application/store.ts";
import { unsentView } from "../application/unsent.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { consultationChanged } from "../consultation/events.ts";
import { nounsOf } from "../directory/nouns.ts";
import { awaitChoice } from "../engine/choice.ts";
import type { PersonContext } from "../engine/context.ts";
import { EVERY } from "../engine/events.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  extend,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { rulingEffects } from "../ruling/extension-points.ts";
import { scoresGiven, sheetEvents } from "../scoring/events.ts";
import { selectionChanged, selectionPublished } from "../selection/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { supportChanged } from "../support/events.ts";
import { chainCommand } from "./chain/command.ts";
import { onChain } from "./chain/redraw.ts";
import { readFace, turnTo } from "./face.ts";
import { journalSeen } from "./look.ts";
import { casePhrases as phrases } from "./phrases.ts";
import { FACES, type Face, facesOf } from "./rules.ts";
import { type Asked, askedCase, type NamedCase, seenBy } from "./seen.ts";
import { CASE_CARD, caseView, TURN } from "./views.ts";
import { wholeCommand } from "./whole-text.ts";

const see = {
  capability: "application.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasApplications,
} as const satisfies Partial<Command>;

/** Buttons for a choice among cases. */
const MOST_BUTTONS = 8;

const FACE_WORDS = FACES.map((face) => phrases.faces[face]).join("|");
const LAST = new RegExp(`[\\s的]*(?<face>${FACE_WORDS})$`, "u");
const FIRST = new RegExp(`^(?<face>${FACE_WORDS})\\s+`, "u");

/** 评分表 翠苑三区, said without 查看. */
const CALLED = new RegExp(
  `^(?<face>${Object.keys(phrases.faceCalled).join("|")})\\s+(?<name>[^，,。；;：:\\s\\d]{2,20})$`,
  "u",
);

/** 查看 翠苑三区 材料, 查看材料 翠苑三区: the name, and the face where one is said. */
function readWords(words: string): { name: string; face: Face | undefined } {
  const called = CALLED.exec(words)?.groups;
  if (called) return { name: called.name ?? "", face: phrases.faceCalled[called.face ?? ""] };
  const [place] = [LAST, FIRST].filter((one) => one.test(words));
  if (!place) return { name: words, face: undefined };
  const said = place.exec(words)?.groups?.face;
  return { name: words.replace(place, "").trim(), face: FACES.find((face) => phrases.faces[face] === said) };
}

/** 查看: the card of one case. */
const open: Command = {
  ...see,
  id: "case.see",
  ofCase: true,
  words: [phrases.word()],
  alsoCalled: ["详情"],
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(facesOf(definition)),
    step: ["application", "recommendation", "selection", "publication"],
    notAtSites: true,
  },
  offeredBy: ["application"],
  recognises: (_, text) => CALLED.test(text.trim()),
  async handle(context, { subject, words }) {
    const { name, face } = readWords(words.trim());
    const asked = await askedOrUnsent(context, { subject, name });
    if (asked.kind === "unsent") return context.reply(asked.view).then(() => ({}));
    if (asked.kind === "which") return whichOf(context, asked.among);
    await look(context, asked.application, face ?? "overview");
    await context.cards.show(context.person.staffId, { kind: CASE_CARD, subject: asked.application.id });
    return {};
  },
};

/** What the person has not handed in yet is shown as it is. @throws {RefusalError} as {@link askedCase} */
async function askedOrUnsent(
  context: PersonContext,
  request: { subject: string | undefined; name: string },
): Promise<Asked | { kind: "unsent"; view: View }> {
  try {
    return await askedCase(context, request);
  } catch (error) {
    const isUnsent = error instanceof RefusalError && error.code === "case.not-submitted";
    const view = isUnsent ? await unsentView(context, request.name) : undefined;
    if (view) return { kind: "unsent", view };
    throw error;
  }
}

/** Turns the pressed card to another face. */
const turn: Command = {
  ...see,
  id: TURN,
  async handle(context, { subject = "" }) {
    const [id, said = ""] = subject.split("/");
    const face = readFace(said);
    const asked = await askedCase(context, { subject: id ?? "", name: "" });
    if (asked.kind !== "one" || !face) throw new RefusalError("case.unknown", applicationPhrases.noSuch());
    await look(context, asked.application, face);
    return { changed: true };
  },
};

/** Remembers the face; an inspector's look, and one in a district's place, is journaled. */
async function look(context: PersonContext, application: Application, face: Face): Promise<void> {
  const { person } = context;
  const seen = await seenBy(context, person.staffId, application);
  await turnTo(context, person.staffId, { caseId: application.id, face });
  if (seen) await journalSeen(context, seen, face);
}

async function whichOf(context: PersonContext, among: readonly NamedCase[]): Promise<CommandOutcome> {
  const nouns = nounsOf(context.campaign.definition);
  if (among.length === 0) return context.reply(phrases.none(nouns)).then(() => ({}));
  const choices = among.map(({ name }) => ({ name, typed: applicationPhrases.seeTyped(name) }));
  if (!context.campaign.closedAt) await awaitChoice(context, choices);
  const names = choices.map(({ name }, at) => `${at + 1}.${name}`);
  const actions = among.slice(0, MOST_BUTTONS).map(({ application, name }) => ({
    ...seeCase({ id: application.id, name }),
    label: name,
    typed: applicationPhrases.seeTyped(name),
  }));
  await context.reply(textView(phrases.whichTitle(), phrases.which(nouns, names), { actions }));
  return {};
}

const renderer: CardRenderer = {
  kind: CASE_CARD,
  district: async ({ tx }, { subject }) => (await applicationById(tx, subject))?.district,
  redrawOn: [
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(caseStepChanged, ({ reviewed }) => reviewed ?? EVERY),
    redrawOn(opinionsChanged, ({ id }) => id),
    redrawOn(attachmentsChanged, ({ caseId }) => caseId ?? []),
    redrawOn(scoresGiven, ({ caseId }) => caseId),
    ...sheetEvents.map((type) => redrawOn(type, ({ caseId }) => caseId)),
    ...onRequirements((id) => id),
    redrawOn(consultationChanged, ({ cases }) => cases),
    redrawOn(listConfirmed),
    redrawOn(assignmentsChanged, ({ caseIds }) => caseIds),
    redrawOn(selectionChanged),
    redrawOn(selectionPublished),
    redrawOn(supportChanged, ({ caseId }) => caseId ?? []),
    ...onChain,
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const at = chatOfKey(chat);
    if (at.kind !== "direct") throw new Error(`card of the case ${subject} outside a direct chat`);
    return caseView(context, application, at.person);
  },
};

/** A case on one card with five faces, for whoever may see it. */
export const caseFeature: Feature = {
  commands: [open, turn, chainCommand, wholeCommand],
  renderers: [renderer],
  // Nothing that was given, listed or decided is otherwise under another answer: only who may look.
  extensions: [extend(rulingEffects("blindScoring"), async () => [])],
  enforces: ["blindScoring"],
};
