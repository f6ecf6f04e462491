import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import type { CameWith, Dispatcher, Press, PressOutcome } from "../../../platform/chat/dispatcher.ts";
import { chatPhrases } from "../../../platform/chat/phrases.ts";
import type { Chat, InboundMessage } from "../../../platform/chat/ports.ts";
import type { View } from "../../../platform/chat/view.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Clock } from "../../../shared/clock.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { type Member, memberOf, peopleOn } from "../../directory/member.ts";
import { isAcceptanceOver } from "../acceptance.ts";
import { acceptedView } from "../accepted-view.ts";
import { awaitListed, withoutListed } from "../choice.ts";
import { mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { inContext, inPersonContext, type Services } from "../make-context.ts";
import { nameCampaign } from "../name-campaign.ts";
import { actingView, actsForOf, delegated, wordsFor } from "../on-behalf.ts";
import { type Addressed, addressedCampaign } from "./address.ts";
import { answerDialogue } from "./answer-dialogue.ts";
import { answerState } from "./answer-state.ts";
import { checkedMeaning } from "./ask-corrected.ts";
import { isOfAnother } from "./card-of-another.ts";
import { saidForPending } from "./confirms-pending.ts";
import { disarm, endQuestions, isCancelling, pendingOf } from "./disarm.ts";
import { foresee } from "./foresee.ts";
import { askWhichWords, commandSaid, inFull } from "./full-words.ts";
import { dropIfSaid, offersPaste, saidOfKept } from "./kept-paste.ts";
import { namingFoot, withoutFoot } from "./mail-foot.ts";
import { type Matched, matchCommand, matchSpoken } from "./match-command.ts";
import { unmatched } from "./not-understood.ts";
import { headSaid, withChoice } from "./offer-choice.ts";
import { isAboutFiles, offerFiles } from "./offered-files.ts";
import { partsOf, runEach } from "./parts.ts";
import { dispatchPhrases } from "./phrases.ts";
import { campaignOfQuoted } from "./quoted-question.ts";
import { remindOpen } from "./remind-open.ts";
import { requireAllowed, requireAllowedToSay } from "./require-allowed.ts";
import { saidAt } from "./said-at.ts";
import { handled } from "./settle-choice.ts";
import { leftConversation, stepAside } from "./step-aside.ts";
import { takeChoice } from "./take-choice.ts";
import { saidByCardLabel, saidByLabel } from "./typed-label.ts";

/** Limit of a message, in characters. Longer material comes as a file. */
const MAX_TEXT = 10_000;

interface Deps {
  services: Services;
  clock: Clock;
}

/** Resolves person, campaign and command, then calls the feature. */
export function makeDispatcher(services: Services, clock: Clock): Dispatcher {
  const { campaigns, registry } = services;
  const deps = { services, clock };
  return {
    foresee: (tx, whose) => foresee(tx, services, whose),
    async onMessage(tx, message, cameWith) {
      await campaigns.sync(tx);
      await dispatchMessage(tx, { message, ...cameWith }, deps);
    },
    async onPress(tx, press) {
      await campaigns.sync(tx);
      return dispatchPress(tx, press, deps);
    },
    onEvent: async () => undefined,
    async renderCard(tx, card) {
      await campaigns.sync(tx);
      const renderer = registry.rendererOf(card.kind);
      if (!renderer) throw new Error(`no renderer for cards of kind ${card.kind}`);
      const campaign = campaignOf(card, services);
      const place = chatOfKey(card.chat);
      // People without a role in the campaign see no current content.
      const hasLeft = place.kind === "direct" && !memberIn(campaign, place.person, deps);
      if (hasLeft) return dispatchPhrases.left(campaign.definition.campaign.title);
      const binding = { campaign, now: clock.now(), actsFor: actsForOf(card) };
      return inContext(tx, binding, services, async (context) => {
        // Asked of nearly every view once it is drawn; whoever asks meets the failure.
        isAcceptanceOver(context).catch(() => undefined);
        const view = (await isOfAnother(context, card, renderer))
          ? dispatchPhrases.notYoursAnyMore(campaign.definition.campaign.words.district.noun)
          : actingView(context, await acceptedView(context, await renderer.render(context, card)));
        return nameCampaign(view, { campaign, campaigns, chat: place, now: context.now });
      });
    },
    changes: (action) => registry.commandById(action)?.effect === "write",
    reconciles: (action) => registry.commandById(action)?.reconciles === true,
    async listensTo(tx, person) {
      await campaigns.sync(tx);
      return person !== undefined && campaigns.all().some((campaign) => memberIn(campaign, person, deps) !== undefined);
    },
    async mayPress(tx, callback, card) {
      await campaigns.sync(tx);
      const campaign = campaigns.byId(card.campaignId);
      return campaign !== undefined && memberIn(campaign, callback.person, deps) !== undefined;
    },
  };
}

type Said = CameWith & { message: InboundMessage };

async function dispatchMessage(tx: Transaction, said: Said, deps: Deps): Promise<void> {
  const { message, quoted } = said;
  if (message.from === undefined || message.notice) return;
  const { services, clock } = deps;
  const { campaigns, dialogues } = services;
  const { commands } = services.registry;
  const addressed = await addressedCampaign(tx, message, {
    ...{ campaigns, commands, dialogues, clock },
    quoted: quoted && campaignOfQuoted(quoted),
  });
  const say = (view: View, chat: Chat) => services.outbox.say(tx, chat, { view });
  switch (addressed.kind) {
    case "outsider":
      return say(addressed.view, { kind: "direct", person: message.from });
    case "say":
      return say(addressed.view, message.chat);
    case "campaign":
      return answer(tx, { ...said, addressed }, deps);
  }
}

async function answer(
  tx: Transaction,
  { message: { chat, groupTitle, sentAt }, files, received, quoted, addressed }: Said & { addressed: Addressed },
  { services, clock }: Deps,
): Promise<void> {
  const { campaign, person } = addressed;
  if (addressed.text.length > MAX_TEXT)
    throw new RefusalError("dispatch.too-long", chatPhrases.tooLong(addressed.text.length, MAX_TEXT));
  const now = saidAt({ heardAt: received.heardAt, sentAt }, clock.now());
  const binding = { campaign, person, chat, now, ...(groupTitle ? { groupTitle } : {}) };
  await inPersonContext(tx, binding, services, async (own) => {
    const { registry } = services;
    const { text: unsigned, foot } = withoutFoot(addressed.text, registry.commands);
    const context = foot.length === 0 ? own : namingFoot(own, foot);
    const said = quoted ? unsigned : await saidForPending(context, await saidByLabel(context, unsigned, services));
    if (said === undefined) return;
    const full = quoted ? { text: said } : await inFull(context, said, registry);
    const taken = quoted ? { ...full, isChosen: false } : await takeChoice(context, { said, ...full, files }, registry);
    if (!taken) return;
    if (full.several && !taken.isChosen && taken.text === full.text) return askWhichWords(context, said, full.several);
    const { isChosen } = taken;
    const text = isChosen || quoted ? taken.text : await saidOfKept(context, taken.text, registry.commands);
    if (text === undefined) return;
    const matched = commandSaid(context, text, registry.commands);
    // Words beside a picture are what is said; the picture is asked about.
    const hasWords = text.trim() !== "";
    const words = { text, files: hasWords ? [] : files, matched, ...(quoted ? { quoted } : {}) };
    const isCommand = { isCommand: matched !== undefined };
    if (hasWords && (await isAboutFiles({ context, text, files, received, ...isCommand }))) return;
    const forWhom = () => forFiles(context, matched, registry.commands);
    if (hasWords && files.length > 0) await offerFiles(await forWhom(), files, received);
    if (!quoted && !isChosen && (await endQuestions(context, text))) return;
    if (!quoted && !isChosen && (await answerState(context, text, isCommand))) return;
    const pending = isCancelling(text) ? await pendingOf(context) : [];
    const answered = isChosen ? "other" : await answerDialogue(context, words, registry);
    if (answered === "taken") {
      await dropIfSaid(context, text);
      return void (await disarm(context, pending));
    }
    if (words.files.length > 0) return offerFiles(await forWhom(), files, received);
    if (!hasWords) return context.reply(dispatchPhrases.emptyMessage());
    const parts = matched ? await partsOf(context, text, registry.commands) : [];
    const runPart = async (part: string) => {
      const own = matchSpoken(registry.commands, part);
      if (own) await runSpoken(context, own, services);
    };
    if (parts.length > 0) return runEach(parts, runPart);
    const spoken = matched ?? recognised(context, text, registry.commands);
    if (spoken && (await offersPaste(context, spoken, { isChosen }))) return;
    if (spoken) return runSpoken(context, spoken, services);
    if (answered !== "other") return context.reply(dispatchPhrases.quoted(answered));
    const onCard = await saidByCardLabel(context, text, services);
    const pressed = onCard && matchCommand(registry.commands, onCard);
    if (pressed) return runSpoken(context, pressed, services);
    return context.reply(await unmatched(context, text, registry.commands));
  });
}

/** Files that come while a district's work is done for it, or with the words for that, are the district's. */
async function forFiles(
  context: PersonContext,
  matched: Matched | undefined,
  commands: readonly Command[],
): Promise<PersonContext> {
  if (matched?.command.delegates) return delegated(context, matched, commands).context;
  const open = context.place === "direct" ? await context.dialogue.current() : undefined;
  return open?.actsFor === undefined ? context : context.inPlaceOf(open.actsFor);
}

interface Spoken extends Pick<Matched, "command" | "rest" | "verbatim"> {
  /** The command's words as said; left out where it has none. */
  words?: string;
}

/** In the district's place where that was said, or where the open question is of its work and only it may. */
async function runSpoken(context: PersonContext, said: Spoken, services: Services): Promise<void> {
  if (said.command.delegates) await requireAllowed(context, said.command);
  const { context: own, spoken } = delegated(context, said, services.registry.commands);
  const isOwn = own.onBehalf || mayUseCommand(own.campaign.definition, own.person, spoken.command);
  const actsFor = isOwn ? undefined : (await own.dialogue.current())?.actsFor;
  return runCommand(actsFor === undefined ? own : own.inPlaceOf(actsFor), spoken, services);
}

async function runCommand(context: PersonContext, { command, ...spoken }: Spoken, { outbox }: Services): Promise<void> {
  await requireAllowedToSay(context, { command, verbatim: spoken.verbatim, words: spoken.words });
  const { rest, verbatim, words } = await checkedMeaning(context, command, spoken);
  const left = await leftConversation(context);
  const before = await context.dialogue.current();
  const request = { words: rest, verbatim, values: {} };
  const { reply: answered, listed: onCard } = await handled(context, command, request).catch(async (error: unknown) =>
    Promise.reject(
      await withChoice(context, error, {
        ...(words === undefined ? headSaid(command, verbatim) : { verbatim, words: wordsFor(context, words) }),
      }),
    ),
  );
  const said = answered && withoutListed(answered);
  const reply = context.place === "direct" ? await remindOpen(context, said, { before, command }) : said;
  // What belongs to no campaign names none.
  if (reply && command.anyCampaign) await outbox.say(context.tx, context.chat, { view: reply });
  else if (reply) await context.reply(reply);
  if (left) await stepAside(context, left, command);
  await awaitListed(context, answered?.listed ?? onCard ?? []);
}

function recognised(context: PersonContext, text: string, commands: readonly Command[]): Spoken | undefined {
  const command = commands.find(({ recognises }) => recognises?.(context, text));
  return command && { command, rest: text, verbatim: text };
}

async function dispatchPress(tx: Transaction, { callback, card, heardAt }: Press, deps: Deps): Promise<PressOutcome> {
  const { services, clock } = deps;
  const campaign = campaignOf(card, services);
  const command = services.registry.commandById(callback.action);
  const person = memberIn(campaign, callback.person, deps);
  if (!command || !person) return { toast: chatPhrases.unknownAction(), changed: false };
  const chat: Chat = { kind: "direct", person: callback.person };
  const binding = { campaign, person, chat, now: saidAt({ heardAt }, clock.now()), pressedCard: card.id };
  return inPersonContext(tx, { ...binding, actsFor: actsForOf(card) }, services, async (context) => {
    await requireAllowed(context, command);
    const { subject, form = {} } = callback;
    const left = await leftConversation(context);
    const outcome = await handled(context, command, { words: "", verbatim: "", subject, values: form });
    if (left) await stepAside(context, left, undefined);
    const changed = outcome.changed ?? false;
    const said = outcome.toast === undefined ? {} : { toast: outcome.toast };
    if (outcome.toast !== undefined || changed || command.effect === "write") return { changed, ...said };
    // The answer is another message: in the direct chat, or below.
    if (chatOfKey(card.chat).kind === "group") return { changed, toast: dispatchPhrases.sentToDirectChat() };
    return { changed, toast: dispatchPhrases.sentBelow(context.now), lasting: true };
  });
}

const memberIn = (campaign: RunningCampaign, person: StaffId, { services, clock }: Deps): Member | undefined =>
  memberOf(peopleOn(services.campaigns.membershipsOf(campaign.id), dayOf(clock.now())), person);

function campaignOf({ campaignId }: LiveCard, { campaigns }: Services): RunningCampaign {
  const campaign = campaigns.byId(campaignId);
  if (!campaign) throw new RefusalError("dispatch.campaign-not-served", chatPhrases.unknownCard());
  return campaign;
}
