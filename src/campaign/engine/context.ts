import type { CardSubject, LiveCard } from "../../platform/chat/cards.ts";
import type { OpenDialogue } from "../../platform/chat/dialogue.ts";
import type { OutboundFile } from "../../platform/chat/outbox/outbox.ts";
import type { Chat, FormRoom } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Draft } from "../../platform/conversation/drafts.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { JournalEntry } from "../../platform/journal/with-journal.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { FileStore } from "../../platform/storage/files.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { RulingsInForce, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Member, People } from "../directory/member.ts";
import type { CommandListing } from "./command-listing.ts";
import type { EventType } from "./events.ts";
import type { ExtensionPoint } from "./extension-point.ts";

/**
 * What all work on a campaign has at hand, bound to one transaction, one campaign and whoever acts. Everything written
 * belongs to the transaction.
 */
export interface Context {
  tx: Transaction;
  /** Campaign time. */
  now: Date;
  campaign: RunningCampaign;
  /** The answers to 口径 that are in force now. */
  rulings: RulingsInForce;
  /** Those of the whole year, also answers that take effect later. */
  rulingsOverTime: RulingsOverTime;
  /** Everybody with a role today. */
  people: People;
  /** staffId, or `system` where nobody asked. */
  actor: StaffId | "system";
  outbox: CampaignOutbox;
  cards: CampaignCards;
  drafts: CampaignDrafts;
  personal: CampaignPersonalValues;
  files: FileStore;
  /** Every command of the bot, for 帮助. */
  commands: readonly CommandListing[];
  /** Does the work and appends one journal entry with the named rows before and after it. */
  withJournal<Result>(entry: JournalAct, work: () => Promise<Result>): Promise<Result>;
  /** Raises an event: its listeners run after the work that raised it, before the transaction commits. */
  emit<Payload>(event: EventType<Payload>, payload: Payload): void;
  /** What later parts contribute at a point, in the year's order. */
  contributions<Input, Contribution>(
    point: ExtensionPoint<Input, Contribution>,
    input: Input,
  ): Promise<readonly Contribution[]>;
  /** Plans the campaign's due moments again, under this definition and these answers. */
  replan(under?: { campaign?: RunningCampaign; rulings?: RulingsOverTime }): Promise<void>;
  /** The same under other answers, e.g. right after one was confirmed. */
  underRulings(rulings: RulingsOverTime, at?: Date): Context;
  /** Takes over what was changed of campaigns and people within the transaction. */
  reload(): Promise<void>;
}

/** Work that a person asked for. */
export interface PersonContext extends Context {
  person: Member;
  /** Where the person is; in a group everybody reads the answer. */
  place: "direct" | "group";
  /** Where the answer goes: the chat written in; after a press always the person's direct chat. */
  chat: Chat;
  /** The group's name, where the platform gave it. */
  groupTitle?: string;
  /** What the bot waits for from this person. */
  dialogue: PersonDialogue;
  reply(view: View): Promise<void>;
}

/** An entry without what the context knows: campaign, time, actor. */
export interface JournalAct extends Omit<JournalEntry, "campaignId" | "at" | "actor"> {
  /** Also in a closed campaign; without it, people change nothing there any more. */
  whenClosed?: boolean;
}

export type CardName = Omit<CardSubject, "campaignId">;

/** Cards of this campaign. */
export interface CampaignCards {
  /** False where no card template is configured: views go out as messages, without forms, and never change. */
  readonly interactive: boolean;
  /** How large one form on a card may be. */
  readonly formRoom: FormRoom;
  /** Shows the card again at the end of the chat: a new generation; the one before it shrinks to one line. */
  show(to: Chat | StaffId, card: CardName): Promise<LiveCard>;
  /** Shows it only if the chat never had one of this name. */
  showOnce(to: Chat | StaffId, card: CardName): Promise<void>;
  /** Redraws live cards; left out, `subject` means all of the kind. The pressed card is answered by its press. */
  refresh(cards: { kind: string; subject?: string }): Promise<void>;
  /** Redraws them when the conversation pauses: people were told in words meanwhile. */
  refreshLater(card: CardName): Promise<void>;
  /** Whether the chat ever had such a card. */
  wasShown(cards: { kind: string; subject?: string }): Promise<boolean>;
}

/** Messages of this campaign; a second one under the same key is not stored. */
export interface CampaignOutbox {
  say(to: Chat | StaffId, view: View, dedupeKey?: string): Promise<void>;
  sendFile(to: Chat | StaffId, file: OutboundFile, dedupeKey?: string): Promise<void>;
}

export interface DraftName {
  /** `<part>.<what>` */
  kind: string;
  district?: string;
  subject?: string;
}

/** Unfinished work of this campaign, stored encrypted. */
export interface CampaignDrafts {
  start(draft: DraftName & { startedBy: StaffId; body: unknown }): Promise<Draft>;
  /** Locked until the transaction ends; undefined where there is none in this campaign. */
  read(id: string): Promise<Draft | undefined>;
  /** Those not done and not dropped, the one touched last first. */
  unfinished(draft: DraftName): Promise<Draft[]>;
  save(draft: Draft, change: { body?: unknown; state?: Draft["state"]; subject?: string }): Promise<Draft>;
}

/** Personal values and free text of this campaign, stored apart from the tables that name them. */
export interface CampaignPersonalValues {
  store(value: string): Promise<PersonalRef>;
  /** The values by id; an erased one is missing. */
  read(refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

/** One open question a person, the newest. */
export interface PersonDialogue {
  open(kind: string, state: unknown): Promise<void>;
  /** What is open in this campaign. */
  current(): Promise<OpenDialogue | undefined>;
  /** @param kind closes only a dialogue of this kind @returns whether one was open */
  close(kind?: string): Promise<boolean>;
}
