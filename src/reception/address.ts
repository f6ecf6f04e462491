import type { Campaigns } from "../campaign/campaigns.ts";
import type { Command, TurnParts } from "../campaign/feature.ts";
import type { RunningCampaign } from "../campaign/running-campaign.ts";
import type { InboundMessage } from "../chat/ports.ts";
import type { View } from "../chat/view.ts";
import { type Member, memberOf } from "../directory/member.ts";
import type { Transaction } from "../storage/database.ts";
import { matchCommand, plainText } from "./match-command.ts";
import { receptionPhrases } from "./phrases.ts";
import { askWhich, choiceOf, forgetChoice } from "./which-campaign.ts";

/** A person in the campaign that a message is meant for, and the words that are left of it. */
export interface Addressed {
  kind: "campaign";
  campaign: RunningCampaign;
  person: Member;
  text: string;
}

export type Addressee = Addressed | { kind: "outsider"; view: View } | { kind: "say"; view: View };

interface Desk {
  campaigns: Campaigns;
  commands: readonly Command[];
  parts: Pick<TurnParts, "dialogues">;
}

/**
 * Which campaign a message is meant for. A group belongs to one; a person with parts in several names it
 * (`进度 shaoxing-2023`) or is asked.
 */
export async function addressedCampaign(tx: Transaction, message: InboundMessage, desk: Desk): Promise<Addressee> {
  const parts = partsOf(desk.campaigns.all(), message);
  const [first] = parts;
  if (!first) return outsider(desk.campaigns.all());
  if (message.chat.kind === "group") return inGroup(tx, { message, parts }, desk);
  if (parts.length === 1) return { kind: "campaign", ...first, text: message.text };
  return ofSeveral(tx, { message, parts }, desk);
}

type Part = Pick<Addressed, "campaign" | "person">;

const partsOf = (campaigns: readonly RunningCampaign[], { from }: InboundMessage): Part[] =>
  campaigns.flatMap((campaign) => {
    const person = from === undefined ? undefined : memberOf(campaign.definition, from);
    return person ? [{ campaign, person }] : [];
  });

function outsider(campaigns: readonly RunningCampaign[]): Addressee {
  const { title = "", contact = { name: "", phone: "" } } = campaigns[0]?.definition.campaign ?? {};
  return { kind: "outsider", view: receptionPhrases.outsider(title, contact) };
}

async function inGroup(
  tx: Transaction,
  { message, parts }: { message: InboundMessage; parts: readonly Part[] },
  desk: Desk,
): Promise<Addressee> {
  const groupId = message.chat.kind === "group" ? message.chat.group : "";
  const bindings = await tx.groupBinding.findMany({ where: { groupId } });
  const bound = parts.find(({ campaign }) => bindings.some(({ campaignId }) => campaignId === campaign.id));
  if (bound) return { kind: "campaign", ...bound, text: message.text };
  if (bindings.length > 0) return outsider(desk.campaigns.all());
  // An unbound group takes one command only: the one that binds it.
  const [first] = parts;
  const binds = matchCommand(desk.commands, message.text)?.command.capability === "group.bind";
  if (first && binds) return { kind: "campaign", ...first, text: message.text };
  return { kind: "say", view: receptionPhrases.unboundGroup() };
}

async function ofSeveral(
  tx: Transaction,
  { message, parts }: { message: InboundMessage; parts: readonly Part[] },
  { parts: { dialogues } }: Desk,
): Promise<Addressee> {
  const named = parts.flatMap((part) => withoutName(part, message.text));
  if (named[0]) return named[0];
  const choice = await choiceOf(tx, message, { count: parts.length, dialogues });
  const chosen = choice === undefined ? undefined : parts[choice.index];
  if (choice && chosen) {
    await forgetChoice(tx, message, dialogues);
    return { kind: "campaign", ...chosen, text: choice.text };
  }
  await askWhich(tx, message, dialogues);
  return { kind: "say", view: receptionPhrases.whichCampaign(parts.map(({ campaign }) => nameOf(campaign))) };
}

const nameOf = ({ definition: { campaign } }: RunningCampaign): string =>
  `${campaign.year.value}年度${campaign.title}（${campaign.id}）`;

/** The text without the campaign's id or name at its end. */
function withoutName(part: Part, text: string): Addressed[] {
  const plain = plainText(text);
  const { id } = part.campaign;
  if (!plain.toLowerCase().endsWith(id.toLowerCase())) return [];
  return [{ kind: "campaign", ...part, text: plain.slice(0, plain.length - id.length).trim() }];
}
