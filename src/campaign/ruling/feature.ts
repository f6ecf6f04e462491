import { z } from "zod";
import type { View } from "../../platform/chat/view.ts";
import { readWhole } from "../../platform/conversation/numerals.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import type { Definition } from "../definition/definition.ts";
import { membersWith } from "../directory/member.ts";
import type { PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, extend, type Feature, on, redrawOn } from "../engine/feature.ts";
import { stageOpened } from "../stage/events.ts";
import type { AnswerVerdict } from "./decide.ts";
import { answerDialogue, keepEchoed, recordTyped, waitForAnswer } from "./dialogue.ts";
import { rulingEffect } from "./effect.ts";
import { waitingFor } from "./effects.ts";
import { rulingDecided, rulingEffectsChanged, rulingRecorded, rulingsChanged } from "./events.ts";
import { organizerActions } from "./extension-points.ts";
import { CHOSEN, defaultsPage, rulingCountsView, rulingListView } from "./list-view.ts";
import { CONFIRM, confirmView, DECLINE, rulingView } from "./one-view.ts";
import { decideInWords, opinionDialogue } from "./opinion.ts";
import { rulingPhrases } from "./phrases.ts";
import { readRequest, requestIn } from "./read-request.ts";
import { CONFIRM_CARD } from "./record.ts";
import { recordForm } from "./record-form.ts";
import { registerAuthority } from "./register-authority.ts";
import { mayRecord, pendingOf } from "./rules.ts";
import { answerName } from "./ruling.ts";
import { sheetCommands, sheetRenderers } from "./sheet-commands.ts";
import { answersOf, rulingAnswerTable } from "./store.ts";

/** List of rulings, for organizers; subject: {@link ALL}, or a page of the defaults, from 1. */
const LIST_CARD = "ruling.list";
const ALL = "all";
/** One ruling with its answer form, for organizers; subject: `R14`. */
const ONE_CARD = "ruling.one";

/** @throws {RefusalError} if the campaign has no such ruling */
function knownRuling({ campaign }: PersonContext, typed: string): string {
  const found = campaign.definition.rulings.find(({ id }) => id === typed.toUpperCase());
  if (!found) throw new RefusalError("ruling.unknown", rulingPhrases.unknown(typed));
  return found.id;
}

const isRecorder = ({ campaign, person }: PersonContext): boolean => mayRecord(campaign.definition, person);

async function listView(context: PersonContext): Promise<View> {
  const answers = await answersOf(context.tx, context.campaign.id);
  if (context.place === "group") return rulingCountsView(context, answers);
  return rulingListView(context, { answers, mayRecord: isRecorder(context) });
}

async function oneView(context: PersonContext, ruling: string, { ask }: { ask: boolean }): Promise<View> {
  return rulingView(context, ruling, { answers: await answersOf(context.tx, context.campaign.id, ruling), ask });
}

/** Typed 口径: the list, one ruling, or an answer. */
const read: Command = {
  id: "ruling.read",
  readsCorrections: true,
  words: ["口径", "ruling"],
  capability: "ruling.see",
  effect: "read",
  help: { example: "口径", purpose: rulingPhrases.purpose },
  async handle(context, request) {
    const { ruling: typed, answer } = requestIn(request);
    if (typed === "") return { reply: await listView(context) };
    const ruling = knownRuling(context, typed);
    if (answer !== "") return { reply: await recordTyped(context, { ruling, typed: answer }) };
    const ask = isRecorder(context) && context.place === "direct" && context.campaign.closedAt === undefined;
    const view = await oneView(context, ruling, { ask });
    return { reply: ask ? { ...view, asks: await waitForAnswer(context, ruling) } : view };
  },
};

const given = z.string().trim().min(1).optional().catch(undefined);
const chosenRuling = z.object({ ruling: given, other: given });

/** Button 口径: people who record answers get a card with the form. */
const see: Command = {
  id: "ruling.see",
  capability: "ruling.see",
  effect: "read",
  async handle(context, { subject = "", values }) {
    const { ruling: chosen, other } = chosenRuling.parse(values);
    const named = readRequest(other ?? chosen ?? subject).ruling;
    if (named === CHOSEN) throw new RefusalError("ruling.which", rulingPhrases.chooseOne());
    const ruling = named === "" ? undefined : knownRuling(context, named);
    if (isRecorder(context)) {
      const card = ruling === undefined ? { kind: LIST_CARD, subject: ALL } : { kind: ONE_CARD, subject: ruling };
      await context.cards.show(context.chat, card);
    } else {
      await context.reply(
        ruling === undefined ? await listView(context) : await oneView(context, ruling, { ask: false }),
      );
    }
    return {};
  },
};

/** 全部口径: the defaults, page by page. */
const seeAll: Command = {
  id: "ruling.see-all",
  words: [rulingPhrases.seeAll()],
  capability: "ruling.see",
  effect: "read",
  async handle(context, { words, subject }) {
    const page = readWhole((subject ?? words).replace(/[第页\s]/g, "")) ?? 1;
    if (subject !== undefined && isRecorder(context)) {
      await context.cards.show(context.chat, { kind: LIST_CARD, subject: String(page) });
      return {};
    }
    const answers = await answersOf(context.tx, context.campaign.id);
    await context.reply(
      context.place === "group" ? rulingCountsView(context, answers) : defaultsPage(context, answers, { page }),
    );
    return {};
  },
};

const record: Command = {
  id: "ruling.record",
  readsCorrections: true,
  words: ["记录口径"],
  capability: "ruling.record",
  effect: "write",
  help: { example: rulingPhrases.recordExample(), purpose: rulingPhrases.recordPurpose },
  async handle(context, request) {
    const { ruling: typed, answer } = requestIn(request);
    const ruling = knownRuling(context, request.subject ?? typed);
    const recorded = await recordForm(context, ruling, request.values);
    if (recorded) return recorded;
    if (answer === "") throw new RefusalError("ruling.no-answer", rulingPhrases.emptyAnswer(ruling));
    return { reply: await recordTyped(context, { ruling, typed: answer }) };
  },
};

/** Not in 帮助, whose lines are tappable: the decision requires the answer on screen. */
function decision(verdict: AnswerVerdict): Command {
  const isConfirmed = verdict === "confirmed";
  return {
    id: isConfirmed ? CONFIRM : DECLINE,
    words: [isConfirmed ? rulingPhrases.confirmLabel() : rulingPhrases.declineLabel()],
    capability: "ruling.answer",
    effect: "write",
    async handle(context, request) {
      const said = request.subject === undefined ? requestIn(request) : { ruling: request.subject, answer: "" };
      const named = said.ruling;
      const [ruling = "", version] = named.split("@");
      const known = ruling === "" ? "" : knownRuling(context, ruling);
      const name = version === undefined ? known : `${known}@${version}`;
      const view = await decideInWords(context, {
        ...{ named: name, verdict },
        ...{ typed: said.answer, values: request.values },
      });
      const [block] = view.body;
      const sentence = block?.kind === "text" ? block.text : view.title;
      // Asking for an opinion goes on in the chat, below the card.
      if (request.subject !== undefined && !isConfirmed) await context.reply(view);
      return { changed: true, toast: sentence, reply: view };
    },
  };
}

/** 确认记录, for an answer that was echoed. */
const keep: Command = {
  id: "ruling.keep",
  words: [rulingPhrases.keepLabel()],
  capability: "ruling.record",
  effect: "write",
  onlyIn: "direct",
  async handle(context) {
    const reply = await keepEchoed(context);
    return { reply, toast: reply.title };
  },
};

const listRenderer: CardRenderer = {
  kind: LIST_CARD,
  redrawOn: [redrawOn(rulingRecorded), redrawOn(rulingDecided), redrawOn(rulingsChanged)],
  async render(context, { subject }) {
    const answers = await answersOf(context.tx, context.campaign.id);
    const form = context.cards.interactive;
    if (subject !== ALL) return defaultsPage(context, answers, { page: Number(subject), form });
    const actions = await context.contributions(organizerActions, {});
    return rulingListView(context, { answers, mayRecord: true, card: { form }, actions });
  },
};

const oneRenderer: CardRenderer = {
  kind: ONE_CARD,
  redrawOn: [
    redrawOn(rulingRecorded, ({ ruling }) => ruling),
    redrawOn(rulingDecided, ({ ruling }) => ruling),
    redrawOn(rulingsChanged, ({ rulings }) => rulings),
  ],
  async render(context, { subject }) {
    const answers = await answersOf(context.tx, context.campaign.id, subject);
    // What was just recorded is shown as such, without the form that still holds it.
    const form = context.cards.interactive && pendingOf(answers, subject) === undefined;
    return rulingView(context, subject, { answers, onCard: true, form });
  },
};

const confirmRenderer: CardRenderer = {
  kind: CONFIRM_CARD,
  redrawOn: [
    redrawOn(rulingRecorded, ({ superseded = [] }) => superseded),
    redrawOn(rulingDecided, ({ answer }) => answer),
    redrawOn(rulingsChanged),
    redrawOn(rulingEffectsChanged, ({ decisions }, context) => waitingFor(context, decisions)),
  ],
  async render(context, { subject }) {
    const [ruling = ""] = subject.split("@");
    const answer = (await answersOf(context.tx, context.campaign.id, ruling)).find(
      (one) => answerName(one) === subject,
    );
    if (!answer) throw new Error(`no ruling answer ${subject}`);
    return confirmView(context, answer);
  },
};

/** Sends organizers the list when the first stage opens, because some rulings block later work. */
const listAtStart = on(stageOpened, async ({ campaign, people, cards }, { stage }) => {
  const { definition } = campaign;
  if (definition.campaign.stages[0]?.id !== stage || definition.rulings.length === 0) return;
  for (const { staffId } of membersWith(people, "organizer")) {
    await cards.showOnce(staffId, { kind: LIST_CARD, subject: ALL });
  }
});

/** Confirmed answers, whose authority can be recorded later. */
const answersMade = extend(decisionsMade, async ({ tx, campaign }) => {
  const confirmed = (await answersOf(tx, campaign.id)).filter(({ state }) => state === "confirmed");
  const newest = [...Map.groupBy(confirmed, ({ ruling }) => ruling).values()].flatMap((all) => all.at(-1) ?? []);
  return newest.map((answer) => ({
    name: answer.ruling,
    authority: answer.authority,
    register: (context: PersonContext, authority: Authority) => registerAuthority(context, answer, authority),
  }));
});

const hasRulings = ({ rulings }: Definition): boolean => rulings.length > 0;

/** 口径: ambiguities of the plan and their answers. */
export const rulingFeature: Feature = {
  commands: [read, see, seeAll, record, keep, decision("confirmed"), decision("declined"), ...sheetCommands].map(
    (command) => ({
      ...command,
      offeredWhen: hasRulings,
    }),
  ),
  renderers: [listRenderer, oneRenderer, confirmRenderer, ...sheetRenderers],
  dueKinds: [rulingEffect],
  dialogues: [answerDialogue, opinionDialogue],
  extensions: [answersMade],
  listeners: [listAtStart],
  tables: [rulingAnswerTable],
};
