import type { LiveCard } from "../../../platform/chat/cards.ts";
import { chatOfKey } from "../../../platform/chat/chat-key.ts";
import { chatPhrases } from "../../../platform/chat/phrases.ts";
import type { Chat, InboundMessage } from "../../../platform/chat/ports.ts";
import type { Press, PressOutcome, ReceivedFile, Reception } from "../../../platform/chat/turn.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { Clock } from "../../../shared/clock.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { type Member, mayMember, memberOf } from "../../directory/member.ts";
import type { Campaigns } from "../campaigns.ts";
import type { CardFace, Command, Feature, PersonTurn, Talk, TurnParts } from "../feature.ts";
import { makeTurn } from "../make-turn.ts";
import { type Addressed, addressedCampaign } from "./address.ts";
import { type Matched, matchCommand, nearestWords, plainText } from "./match-command.ts";
import { receptionPhrases } from "./phrases.ts";

/** Longer messages are no answers to anything; material of that length comes as a file. */
const LONGEST_TEXT = 10_000;

export interface ReceptionDeps {
  campaigns: Campaigns;
  features: readonly Feature[];
  parts: TurnParts;
  clock: Clock;
}

/** Longer than any command with its object: such a text answers the open question, even if it begins like a command. */
const LONGEST_COMMAND = 40;

/** Finds out who speaks, in which campaign, and what is asked; then hands over to the feature. */
export function makeReception(deps: ReceptionDeps): Reception {
  const commands = deps.features.flatMap(({ commands: own = [] }) => own);
  const talks = deps.features.flatMap(({ talks: own = [] }) => own);
  const faces = new Map(deps.features.flatMap(({ faces: own = [] }) => own).map((face) => [face.kind, face]));
  return {
    async onMessage(tx, message, files) {
      await deps.campaigns.sync(tx);
      await receiveMessage(tx, { message, files }, { ...deps, commands, talks });
    },
    async onPress(tx, press) {
      await deps.campaigns.sync(tx);
      return pressed(tx, press, { ...deps, commands, talks });
    },
    onEvent: async () => undefined,
    async drawCard(tx, card) {
      await deps.campaigns.sync(tx);
      const campaign = campaignOf(deps.campaigns, card.campaignId);
      return faceOf(faces, card).draw(await makeTurn(tx, { campaign, now: deps.clock.now() }, deps.parts), card);
    },
    changes: (action) => commands.find(({ id }) => id === action)?.effect === "change",
    async mayPress(tx, callback, card) {
      await deps.campaigns.sync(tx);
      const campaign = deps.campaigns.byId(card.campaignId);
      return campaign !== undefined && memberOf(campaign.definition, callback.person) !== undefined;
    },
  };
}

type Desk = ReceptionDeps & { commands: readonly Command[]; talks: readonly Talk[] };

async function receiveMessage(
  tx: Transaction,
  { message, files }: { message: InboundMessage; files: readonly ReceivedFile[] },
  desk: Desk,
): Promise<void> {
  if (message.from === undefined || message.notice) return;
  const say = (view: Parameters<PersonTurn["reply"]>[0], chat: Chat = message.chat) =>
    desk.parts.outbox.say(tx, chat, { view });
  const addressed = await addressedCampaign(tx, message, desk);
  switch (addressed.kind) {
    case "outsider":
      return say(addressed.view, { kind: "direct", person: message.from });
    case "say":
      return say(addressed.view);
    case "campaign":
      return heard(tx, { message, files, addressed }, desk);
  }
}

interface Heard {
  message: InboundMessage;
  files: readonly ReceivedFile[];
  addressed: Addressed;
}

async function heard(tx: Transaction, { message, files, addressed }: Heard, desk: Desk): Promise<void> {
  const { groupTitle } = message;
  const turn = await personTurn(tx, { ...addressed, chat: message.chat, ...(groupTitle ? { groupTitle } : {}) }, desk);
  if (addressed.text.length > LONGEST_TEXT) {
    throw new Refusal("reception.too-long", chatPhrases.tooLong(addressed.text.length, LONGEST_TEXT));
  }
  const matched = matchCommand(desk.commands, addressed.text);
  if (await answered(turn, { text: addressed.text, files, isCommand: isCommand(matched, addressed.text) }, desk))
    return;
  if (files.length > 0) return turn.reply(receptionPhrases.noOneWaitsForFile(files.map(({ name }) => name)));
  if (addressed.text.trim() === "") return turn.reply(receptionPhrases.emptyMessage());
  if (!matched)
    return turn.reply(receptionPhrases.unknownCommand(nearestWords(mayUse(turn, desk.commands), addressed.text)));
  requireCapability(turn, matched.command);
  await matched.command.run(turn, { by: "words", rest: matched.rest, verbatim: matched.verbatim });
}

const isCommand = (matched: Matched | undefined, text: string): boolean =>
  matched !== undefined && (matched.rest === "" || plainText(text).length <= LONGEST_COMMAND);

/** Whether what was said answers what the bot waits for. A command comes before an answer, the talk's own words first. */
async function answered(
  turn: PersonTurn,
  said: { text: string; files: readonly ReceivedFile[]; isCommand: boolean },
  { talks }: Desk,
): Promise<boolean> {
  if (turn.place !== "direct") return false;
  const dialogue = await turn.dialogues.current(turn.tx, turn.person.staffId);
  const talk = talks.find(({ kind }) => kind === dialogue?.kind);
  if (!dialogue || !talk) return false;
  if (said.isCommand && said.files.length === 0 && !talk.owns(said.text)) return false;
  return talk.hear(turn, { state: dialogue.state, text: said.text, files: said.files });
}

async function pressed(tx: Transaction, { callback, card }: Press, desk: Desk): Promise<PressOutcome> {
  const campaign = campaignOf(desk.campaigns, card.campaignId);
  const command = desk.commands.find(({ id }) => id === callback.action);
  const person = memberOf(campaign.definition, callback.person);
  if (!command || !person) return { toast: chatPhrases.unknownAction(), changed: false };
  const direct: Chat = { kind: "direct", person: callback.person };
  const turn = await personTurn(tx, { campaign, person, chat: direct }, desk);
  requireCapability(turn, command);
  const { subject, form } = callback;
  const outcome = await command.run(turn, { by: "press", subject, card, ...(form ? { form } : {}) });
  const inGroup = chatOfKey(card.chat).kind === "group";
  const toast =
    outcome.toast ?? (inGroup && command.effect === "look" ? receptionPhrases.sentToDirectChat() : undefined);
  return { changed: outcome.changed ?? false, ...(toast === undefined ? {} : { toast }) };
}

/** What may be proposed to this person: commands for one moment only, such as 采用, are not. */
const mayUse = (turn: PersonTurn, commands: readonly Command[]): Command[] =>
  commands.filter(
    ({ capability, offered }) => offered !== false && mayMember(turn.campaign.definition, turn.person, capability),
  );

function requireCapability(turn: PersonTurn, command: Command): void {
  if (mayMember(turn.campaign.definition, turn.person, command.capability)) return;
  const { roles } = turn.campaign.definition.campaign;
  const own = turn.person.roles.map(({ role }) => roles.find(({ id }) => id === role)?.name ?? role);
  throw new Refusal("reception.may-not", receptionPhrases.mayNot(command.words[0] ?? "", [...new Set(own)].join("、")));
}

async function personTurn(
  tx: Transaction,
  {
    campaign,
    person,
    chat,
    groupTitle,
  }: { campaign: RunningCampaign; person: Member; chat: Chat; groupTitle?: string },
  { parts, clock }: Desk,
): Promise<PersonTurn> {
  return {
    ...(await makeTurn(tx, { campaign, now: clock.now() }, parts)),
    person,
    chat,
    ...(groupTitle ? { groupTitle } : {}),
    place: chat.kind,
    reply: (view) => parts.outbox.say(tx, chat, { view }),
  };
}

function campaignOf(campaigns: Campaigns, id: string): RunningCampaign {
  const campaign = campaigns.byId(id);
  if (!campaign) throw new Refusal("reception.campaign-not-served", chatPhrases.unknownCard());
  return campaign;
}

function faceOf(faces: ReadonlyMap<string, CardFace>, card: LiveCard): CardFace {
  const face = faces.get(card.kind);
  if (!face) throw new Error(`no face for cards of kind ${card.kind}`);
  return face;
}
