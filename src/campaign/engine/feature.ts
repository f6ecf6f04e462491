import type { Cards, LiveCard } from "../../platform/chat/cards.ts";
import type { Dialogues } from "../../platform/chat/dialogue.ts";
import type { Outbox } from "../../platform/chat/outbox/outbox.ts";
import type { Chat } from "../../platform/chat/ports.ts";
import type { ReceivedFile } from "../../platform/chat/turn.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Drafts } from "../../platform/conversation/drafts.ts";
import type { PersonalValues } from "../../platform/journal/personal-value.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { FileStore } from "../../platform/storage/files.ts";
import type { RulingsInForce, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Capability } from "../definition/schema/roles.ts";
import type { Member } from "../directory/member.ts";

/** What all work on a campaign has at hand. Everything written belongs to the one transaction. */
export interface Turn {
  tx: Transaction;
  /** Campaign time. */
  now: Date;
  campaign: RunningCampaign;
  /** The answers to 口径 that are in force now. */
  rulings: RulingsInForce;
  /** Those of the whole year, also answers that take effect later. */
  rulingsOverTime: RulingsOverTime;
  outbox: Outbox;
  cards: Cards;
  dialogues: Dialogues;
  drafts: Drafts;
  personal: PersonalValues;
  files: FileStore;
}

/** What every turn is given besides its moment and its campaign. */
export type TurnParts = Pick<Turn, "outbox" | "cards" | "dialogues" | "drafts" | "personal" | "files"> & {
  readRulings(tx: Transaction, campaign: RunningCampaign): Promise<RulingsOverTime>;
};

/** Work that a person asked for. */
export interface PersonTurn extends Turn {
  person: Member;
  /** Where the person is; in a group everybody reads the answer. */
  place: "direct" | "group";
  /** Where the answer goes: the chat written in; after a press always the person's direct chat. */
  chat: Chat;
  /** The group's name, where the platform gave it. */
  groupTitle?: string;
  reply(view: View): Promise<void>;
}

/** How the person asked: in words after the command's own, or by pressing its button. */
export type Asked =
  | { by: "words"; rest: string /** The rest with its own punctuation and width. */; verbatim: string }
  | { by: "press"; subject: string; card: LiveCard; form?: Record<string, unknown> };

export interface CommandOutcome {
  /** One sentence beside the pressed card. */
  toast?: string;
  /** The pressed card has a new face. */
  changed?: boolean;
}

/** Something people can ask for: the same handler behind the words and behind the button. */
export interface Command {
  /** `<feature>.<verb>`; also the id of the button's action. */
  id: string;
  /** What people type, the usual word first. */
  words: readonly string[];
  capability: Capability;
  /** `change`: a press must stand on the card's newest face. */
  effect: "look" | "change";
  /** For 帮助: what to copy, and what it does. */
  example: string;
  purpose: string;
  /** Stages in which 帮助 offers it; left out: always. */
  stages?: readonly string[];
  /** Its words are always followed by an object, and no blank need stand between: 依据要求8. */
  joined?: boolean;
  /** The same in every campaign: nobody with parts in several is asked which. */
  anyCampaign?: boolean;
  /** Left out: works everywhere. 帮助 offers no button for it elsewhere. */
  onlyIn?: "direct" | "group";
  /** False: works, but 帮助 does not list it. */
  offered?: boolean;
  run(turn: PersonTurn, asked: Asked): Promise<CommandOutcome>;
}

/** A kind of card and how it is drawn from the state as it is now. */
export interface CardFace {
  kind: string;
  draw(turn: Turn, card: LiveCard): Promise<View>;
}

/** A kind of due moment: when they are, and what happens then. */
export interface DueKind {
  kind: string;
  /** Every moment of this kind in the campaign, past ones too. */
  moments(campaign: RunningCampaign, rulings: RulingsOverTime): readonly { key: string; dueAt: Date }[];
  /** What a time bar writes beside the moment. */
  label(campaign: RunningCampaign, key: string): string;
  /** Does it, in the transaction that marks it done. @returns `done`, or why there was nothing to do */
  fire(turn: Turn, moment: { key: string; dueAt: Date }): Promise<string>;
}

/** A kind of conversation: what is done with what a person says while the bot waits for them in the direct chat. */
export interface Talk {
  /** As in the open dialogue. */
  kind: string;
  /** Whether the text means something within this conversation, before any command: 上一步, 跳过, 改. */
  owns(text: string): boolean;
  /** @returns false when what was said is no answer here; then it is looked at as a command */
  hear(turn: PersonTurn, heard: { state: unknown; text: string; files: readonly ReceivedFile[] }): Promise<boolean>;
}

/** One part of the campaign, as the composition root puts it in. */
export interface Feature {
  commands?: readonly Command[];
  faces?: readonly CardFace[];
  dueKinds?: readonly DueKind[];
  talks?: readonly Talk[];
}
