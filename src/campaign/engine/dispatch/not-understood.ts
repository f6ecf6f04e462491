import { countAskedBack } from "../../../platform/chat/asked-back.ts";
import type { View } from "../../../platform/chat/view.ts";
import { affirms, wantsItDone } from "../../../platform/conversation/answers/affirms.ts";
import { talkIn } from "../../../platform/conversation/answers/talk.ts";
import { saysDrop } from "../../../platform/conversation/held.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { stageWindow } from "../../definition/definition.ts";
import { acceptedNow } from "../acceptance.ts";
import { isListedFor, isOffered, mayUseCommand } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { unfinishedOf } from "../unfinished-work.ts";
import { commandWithin } from "./command-within.ts";
import { disarm, isCancelling, pendingOf } from "./disarm.ts";
import { namesOne, waitingFor } from "./extension-points.ts";
import { keptPaste } from "./kept-paste.ts";
import { plainText } from "./match-command.ts";
import { namedOffers } from "./named-offers.ts";
import { understoodElsewhere } from "./pasted-text.ts";
import { dispatchPhrases } from "./phrases.ts";
import { type Suggestible, type Suggestion, suggest } from "./suggest.ts";
import { asksForNext, whatWaits } from "./what-waits.ts";

/** n, 别撤: of what waits for a confirmation. */
const DECLINES = /^(?:n|no|否|不|不要|不用了?|(?:先)?别(?:撤|办|报|删)了?)[吧啊]?$/iu;
const NOT_UNDERSTOOD = "words.not-understood";
const MOST_OFFERED = 3;

/** What words are answered with that neither an open question nor a command took. */
export async function unmatched(context: PersonContext, text: string, commands: readonly Command[]): Promise<View> {
  const pending = context.place === "direct" ? await pendingOf(context) : [];
  if (pending.length > 0 && (isCancelling(text) || DECLINES.test(plainText(text)))) {
    await context.dialogue.close();
    return dispatchPhrases.cancelled(await disarm(context));
  }
  if (pending.length > 0 && (talkIn(text) !== undefined || wantsItDone(text) || affirms(text)))
    return dispatchPhrases.toConfirm(pending);
  const waits = asksForNext(text) ? await whatWaits(context) : undefined;
  if (waits) return waits;
  const view = await understoodElsewhere(context, text);
  if (view) return view;
  if (talkIn(text) === "acknowledged") return dispatchPhrases.acknowledged();
  if (saysDrop(text)) return dispatchPhrases.nothingToDrop();
  await countAskedBack(context.tx, NOT_UNDERSTOOD);
  const kept = await keptPaste(context);
  const unknown =
    pending.length > 0
      ? dispatchPhrases.toConfirm(pending, true)
      : dispatchPhrases.unknownCommand(await nearest(context, text, commands));
  if (kept.length === 0) return unknown;
  return { ...unknown, body: [...unknown.body, { kind: "text", text: dispatchPhrases.pasteStillKept(kept) }] };
}

/** The command that the sentence holds with what it takes, alone; else what is near. */
async function nearest(context: PersonContext, text: string, commands: readonly Command[]): Promise<Suggestion[]> {
  const known = await suggestible(context, commands);
  const within = await commandWithin(context, text, known.commands);
  const named = await namedOffers(
    context,
    text,
    commands.filter((one) => mayBeSaid(context, one)),
  );
  const near: Suggestion[] = [];
  for (const one of suggest(text, known)) near.push(await withKnownCase(context, one, known.commands));
  const sure = [...(within ? [within] : []), ...named.filter(({ isSure }) => isSure)];
  const all = sure.length > 0 ? sure : [...named, ...near];
  const once = all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at);
  return once.slice(0, MOST_OFFERED).map(({ label, typed }) => ({ label, typed }));
}

const NAME = /^[\p{Script=Han}A-Za-z]{2,12}$/u;

/** What is offered with the name of a case is carried out: the name is known; else the word alone. */
async function withKnownCase(
  context: PersonContext,
  one: Suggestion,
  commands: readonly Command[],
): Promise<Suggestion> {
  const [word = "", object] = one.typed.split(/\s(.*)/su);
  const isOfCase = commands.some(({ ofCase, words }) => ofCase === true && words?.includes(word));
  // A name that is not known is asked about with those that are.
  if (object === undefined || !isOfCase || NAME.test(object)) return one;
  const isKnown = (await context.contributions(namesOne, { text: object, asker: context })).length > 0;
  return isKnown ? one : { label: word, typed: word };
}

/** Named in full, also where 帮助 does not list it. */
function mayBeSaid({ campaign: { definition }, person, place }: PersonContext, command: Command): boolean {
  const isHere = command.words !== undefined && (command.onlyIn ?? place) === place;
  return isHere && isOffered(definition, command) && mayUseCommand(definition, person, command);
}

/** What waits for a person, and unfinished work, is suggested to that person alone. */
async function suggestible(
  context: PersonContext,
  commands: readonly Command[],
): Promise<Suggestible & { commands: readonly Command[] }> {
  const { place, person } = context;
  const isAccepted = await acceptedNow(context);
  const usable = commands
    .filter((command) => isAccepted(command) && isUsableNow(context, command))
    .sort((one, other) => Number(other.orients ?? false) - Number(one.orients ?? false));
  if (place === "group") return { commands: usable, waiting: [] };
  const waiting = (await context.contributions(waitingFor, { person: person.staffId })).flat();
  const begun = await unfinishedOf(context);
  return { commands: usable, waiting: [...(begun.length > 0 ? [dispatchPhrases.resume()] : []), ...waiting] };
}

/** Listed in 帮助 for this person, here and in the stage of today. */
function isUsableNow({ campaign, person, place, now }: PersonContext, command: Command): boolean {
  const { definition } = campaign;
  const { help, onlyIn } = command;
  if (!help || (onlyIn ?? place) !== place) return false;
  const stage = definition.campaign.stages.findLast((one) => stageWindow(definition, one).from <= dayOf(now));
  const steps = [help.step ?? []].flat();
  const isOfStage = steps.length === 0 || steps.some((step) => stage?.steps.includes(step));
  return isOfStage && isOffered(definition, command) && isListedFor(definition, person, command);
}
