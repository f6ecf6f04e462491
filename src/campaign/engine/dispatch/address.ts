import type { InboundMessage } from "../../../platform/chat/ports.ts";
import type { View } from "../../../platform/chat/view.ts";
import type { Transaction } from "../../../platform/storage/database.ts";
import type { GroupId } from "../../../shared/brand.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Clock } from "../../../shared/clock.ts";
import type { RunningCampaign } from "../../definition/running-campaign.ts";
import { type Member, memberOf, peopleOn } from "../../directory/member.ts";
import { type Campaigns, openOf } from "../campaigns.ts";
import type { Command } from "../feature.ts";
import type { Services } from "../make-context.ts";
import { begun, choosable, ofGroup } from "./choose.ts";
import { matchCommand, plainText } from "./match-command.ts";
import { dispatchPhrases } from "./phrases.ts";
import { askWhich, choiceOf, forgetChoice } from "./which-campaign.ts";

/** The campaign of a message, the sender's membership in it, and the text without the campaign's name. */
export interface Addressed {
  kind: "campaign";
  campaign: RunningCampaign;
  person: Member;
  text: string;
}

export type Addressee = Addressed | { kind: "outsider"; view: View } | { kind: "say"; view: View };

export interface AddressDeps {
  campaigns: Campaigns;
  commands: readonly Command[];
  dialogues: Services["dialogues"];
  clock: Clock;
  /** Campaign of the question that the message quotes. */
  quoted: string | undefined;
}

/**
 * Finds the campaign of a message. A group belongs to one campaign; a member of several names it (`进度 shaoxing-2023`)
 * or is asked. A closed campaign is chosen only if it is named or no campaign is open, one that has not begun only if it
 * is named or none has.
 */
export async function addressedCampaign(
  tx: Transaction,
  message: InboundMessage,
  deps: AddressDeps,
): Promise<Addressee> {
  const parts = partsOf(message, deps);
  if (message.chat.kind === "group") return inGroup(tx, { message, group: message.chat.group, parts }, deps);
  if (parts.length === 0) return outsider(leftBy(message, deps) ?? anyOf(deps.campaigns), message, deps);
  const [named] = parts.length > 1 ? parts.flatMap((part) => withoutName(part, message.text)) : [];
  if (named) return named;
  const quoted = parts.find(({ campaign }) => campaign.id === deps.quoted);
  if (quoted) return said(quoted, message);
  const [first, second, ...others] = begun(choosable(parts), deps.clock.now());
  if (!first || !second) return first ? said(first, message) : outsider(anyOf(deps.campaigns), message, deps);
  return ofSeveral(tx, { message, parts: [first, second, ...others], first }, deps);
}

type Part = Pick<Addressed, "campaign" | "person">;

const partsOf = ({ from }: InboundMessage, { campaigns, clock }: AddressDeps): Part[] =>
  campaigns.all().flatMap((campaign) => {
    const person = memberOf(peopleOn(campaigns.membershipsOf(campaign.id), dayOf(clock.now())), from);
    return person ? [{ campaign, person }] : [];
  });

const said = (part: Part, { text }: InboundMessage): Addressed => ({ kind: "campaign", ...part, text });

/** Campaign whose contact is shown to people without a role. */
const anyOf = (campaigns: Campaigns): RunningCampaign | undefined => openOf(campaigns)[0] ?? campaigns.all()[0];

const had = (campaign: RunningCampaign, { from }: InboundMessage, { campaigns }: Pick<AddressDeps, "campaigns">) =>
  campaigns.membershipsOf(campaign.id).some(({ staffId }) => staffId === from);

/** An open campaign in which the sender had a role. */
const leftBy = (message: InboundMessage, { campaigns }: AddressDeps): RunningCampaign | undefined =>
  openOf(campaigns).find((campaign) => had(campaign, message, { campaigns }));

function outsider(
  campaign: RunningCampaign | undefined,
  message: InboundMessage,
  deps: Pick<AddressDeps, "campaigns">,
): Addressee {
  const { title = "", contact = { name: "", phone: "" } } = campaign?.definition.campaign ?? {};
  const hasLeft = campaign !== undefined && had(campaign, message, deps);
  const view = hasLeft ? dispatchPhrases.noLonger(title, contact) : dispatchPhrases.outsider(title, contact);
  return { kind: "outsider", view };
}

async function inGroup(
  tx: Transaction,
  { message, group, parts }: { message: InboundMessage; group: GroupId; parts: readonly Part[] },
  { campaigns, commands }: AddressDeps,
): Promise<Addressee> {
  const bindings = await tx.groupBinding.findMany({ where: { groupId: group } });
  const isBound = ({ id }: RunningCampaign): boolean => bindings.some(({ campaignId }) => campaignId === id);
  const binds = matchCommand(commands, message.text)?.command.capability === "group.bind";
  const isTaken = openOf(campaigns).some(isBound);
  // A group bound only to closed campaigns can be bound again.
  const bound = binds && !isTaken ? [] : parts.filter(({ campaign }) => isBound(campaign));
  const [named] = bound.length > 1 ? bound.flatMap((part) => withoutName(part, message.text)) : [];
  const part = ofGroup(bound);
  if (part) return named ?? said(part, message);
  if (parts.length === 0 || isTaken)
    return outsider(campaigns.all().find(isBound) ?? anyOf(campaigns), message, { campaigns });
  // In an unbound group only the binding command works.
  return binds ? bindsUnbound(message, choosable(parts)) : { kind: "say", view: dispatchPhrases.unboundGroup() };
}

function bindsUnbound(message: InboundMessage, parts: readonly Part[]): Addressee {
  const [named] = parts.flatMap((part) => withoutName(part, message.text));
  const [only, second] = parts;
  if (named) return named;
  if (only && !second) return said(only, message);
  return { kind: "say", view: dispatchPhrases.bindsWhich(parts.map(({ campaign }) => campaign.id)) };
}

async function ofSeveral(
  tx: Transaction,
  { message, parts, first }: { message: InboundMessage; parts: readonly Part[]; first: Part },
  { commands, dialogues }: AddressDeps,
): Promise<Addressee> {
  const isSameInAll = message.text === "" || matchCommand(commands, message.text)?.command.anyCampaign === true;
  if (isSameInAll) {
    const open = await withOpenDialogue(tx, { message, parts }, dialogues);
    return { kind: "campaign", ...(open ?? first), text: message.text };
  }
  const choice = await choiceOf(tx, message, dialogues);
  const chosen = parts[choice?.index ?? -1];
  const talking = choice ? undefined : await talkedWith(tx, { message, parts }, { commands, dialogues });
  if (talking) return { kind: "campaign", ...talking, text: message.text };
  // Neither a number nor a command: the answer to what was asked before.
  if (!choice && !matchCommand(commands, message.text)) {
    await forgetChoice(tx, message, dialogues);
    const resumed = await withOpenDialogue(tx, { message, parts }, dialogues);
    if (resumed) return { kind: "campaign", ...resumed, text: message.text };
  }
  if (choice && chosen) {
    await forgetChoice(tx, message, dialogues);
    return { kind: "campaign", ...chosen, text: choice.text };
  }
  if (!choice) await askWhich(tx, message, dialogues);
  return { kind: "say", view: dispatchPhrases.whichCampaign(parts.map(({ campaign }) => nameOf(campaign))) };
}

/** Campaign of the open question, unless the message is a command. */
async function talkedWith(
  tx: Transaction,
  said: { message: InboundMessage; parts: readonly Part[] },
  { commands, dialogues }: Pick<AddressDeps, "commands" | "dialogues">,
): Promise<Part | undefined> {
  return matchCommand(commands, said.message.text) ? undefined : withOpenDialogue(tx, said, dialogues);
}

async function withOpenDialogue(
  tx: Transaction,
  { message, parts }: { message: InboundMessage; parts: readonly Part[] },
  dialogues: AddressDeps["dialogues"],
): Promise<Part | undefined> {
  if (message.from === undefined) return undefined;
  const open = await dialogues.current(tx, message.from);
  return parts.find(({ campaign }) => campaign.id === open?.campaignId);
}

const nameOf = ({ definition: { campaign } }: RunningCampaign): string =>
  `${campaign.year.value}年度${campaign.title}（${campaign.id}）`;

/** Removes the campaign's id or name from the end of the text. */
function withoutName(part: Part, text: string): Addressed[] {
  const plain = plainText(text);
  const { id } = part.campaign;
  if (!plain.toLowerCase().endsWith(id.toLowerCase())) return [];
  return [{ kind: "campaign", ...part, text: plain.slice(0, plain.length - id.length).trim() }];
}
