import type { CardChoice, CardSubject, LiveCard } from "../../platform/chat/cards.ts";
import type { CurrentDialogue } from "../../platform/chat/dialogue.ts";
import type { OutboundFile } from "../../platform/chat/outbox/outbox.ts";
import type { AskReaders, Chat, FindByMobile, FormRoom, PersonalTodo } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Draft, DraftChange } from "../../platform/conversation/drafts.ts";
import type { PersonalRef } from "../../platform/journal/personal-value.ts";
import type { JournalEntry } from "../../platform/journal/with-journal.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { FileStore } from "../../platform/storage/files.ts";
import type { StaffId } from "../../shared/brand.ts";
import type { RulingsInForce, RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { Member, People } from "../directory/member.ts";
import type { OnBehalf } from "../directory/on-behalf.ts";
import type { CommandListing } from "./command-listing.ts";
import type { EventType } from "./events.ts";
import type { ExtensionPoint } from "./extension-point.ts";
import type { Rehearsed } from "./rehearsal.ts";

/**
 * State and services for work on a campaign, bound to one transaction, one campaign, and one actor. All writes belong
 * to the transaction.
 */
export interface Context {
  tx: Transaction;
  /** Campaign time. */
  now: Date;
  campaign: RunningCampaign;
  /** Answers to 口径 in force now. */
  rulings: RulingsInForce;
  /** Answers of the whole campaign, including future ones. */
  rulingsOverTime: RulingsOverTime;
  /** Members today. */
  people: People;
  /** `system` for scheduled work. */
  actor: StaffId | "system";
  /** 代填: the work is a district's and the actor is not of it. Left out: everybody does their own. */
  onBehalf?: OnBehalf;
  outbox: CampaignOutbox;
  cards: CampaignCards;
  drafts: CampaignDrafts;
  personal: CampaignPersonalValues;
  files: FileStore;
  /** Erases files of the store once the transaction has committed; in a rehearsal none. */
  eraseFiles(hashes: readonly string[]): void;
  /** Asks the organisation's directory: a call of the platform. */
  findByMobile: FindByMobile;
  /** Asks who has read a message: a call of the platform. */
  askReaders: AskReaders;
  /** Address of the page of what a person owes, which can be read until then; left out: phones reach no page. */
  pageOf?(person: StaffId, until: Date): string;
  /** Closes the open question of somebody else. */
  endTalk(person: StaffId): Promise<void>;
  /** All commands, for 帮助. */
  commands: readonly CommandListing[];
  /** Decisions that the program carries out; the others are for people. */
  enforces: ReadonlySet<Decision>;
  /** Runs the work and appends one journal entry with the rows before and after it. */
  withJournal<Result>(entry: JournalAct, work: () => Promise<Result>): Promise<Result>;
  /** Queues an event. Listeners run after the current work, before the commit. */
  emit<Payload>(event: EventType<Payload>, payload: Payload): void;
  /** Contributions of later parts, in feature order. */
  contributions<Input, Contribution>(
    point: ExtensionPoint<Input, Contribution>,
    input: Input,
  ): Promise<readonly Contribution[]>;
  /** Reschedules the due moments, by default with the current definition and answers. */
  replan(under?: { campaign?: RunningCampaign; rulings?: RulingsOverTime }): Promise<void>;
  /** Copy of the context with other answers, e.g. right after a confirmation. */
  underRulings(rulings: RulingsOverTime, at?: Date): Context;
  /**
   * Runs work in the state in which the case was at an earlier moment, under the rulings and people of then. Of other
   * cases only what the journal holds under none. What it writes is discarded.
   */
  lookBack<Result>(at: Date, caseId: string, work: (then: Context) => Promise<Result>): Promise<Result>;
  /**
   * 预演: runs what is due until the moment as if nobody did anything, and then the work. All that it writes is rolled
   * back; nothing is sent, stored as a file or asked of the platform.
   */
  rehearse<Result>(until: Date, work: (then: Context) => Promise<Result>): Promise<Rehearsed<Result>>;
  /** Reloads campaigns and people changed in this transaction. */
  reload(): Promise<void>;
}

/** Context of work requested by a person. */
export interface PersonContext extends Context {
  person: Member;
  /** Origin of the request. In a group, all members read the answer. */
  place: "direct" | "group";
  /** Destination of the answer: the chat of the message; after a press, always the direct chat. */
  chat: Chat;
  /** Set if the platform sent it. */
  groupTitle?: string;
  /** The person's open question. */
  dialogue: PersonDialogue;
  reply(view: View): Promise<void>;
  /** The same work for a district, as its officer; itself for who may not, and for officers of the district. */
  inPlaceOf(district: string): PersonContext;
}

/** Journal entry; the context adds campaign, time, and actor. */
export interface JournalAct extends Omit<JournalEntry, "campaignId" | "at" | "actor"> {
  /** Allows the change in a closed campaign. Default: people cannot change one. */
  whenClosed?: boolean;
}

export type CardName = Omit<CardSubject, "campaignId">;

export interface CampaignCards {
  /** False without a card template: views are sent as messages, without forms, and never updated. */
  readonly interactive: boolean;
  /** Size limits of a form on a card. */
  readonly formRoom: FormRoom;
  /** Sends a new generation of the card to the end of the chat; the previous one shrinks to one line. */
  show(to: Chat | StaffId, card: CardName): Promise<LiveCard>;
  /** The same in many chats at once. @returns ids of the cards by the chat's key */
  showAll(to: readonly Chat[], card: CardName): Promise<ReadonlyMap<string, string>>;
  /** Redraws the live cards of this name; one that was not sent yet is not sent any more. */
  withdraw(card: CardName): Promise<void>;
  /** Sends the card unless the chat already had one with this name. */
  showOnce(to: Chat | StaffId, card: CardName): Promise<void>;
  /** Redraws live cards. Skips the pressed card, which the press answers. */
  refresh(...cards: CardChoice[]): Promise<void>;
  /** Redraws after a pause in the conversation, because a message already reported the change. */
  refreshLater(...cards: CardChoice[]): Promise<void>;
  wasShown(cards: { kind: string; subject?: string }): Promise<boolean>;
  /** Redraws every live card of a person; one that was not sent yet is not sent any more. */
  refreshAllOf(person: StaffId): Promise<void>;
}

/** Messages of this campaign. A second message with the same key is dropped. */
export interface CampaignOutbox {
  say(to: Chat | StaffId, view: View, dedupeKey?: string): Promise<void>;
  sendFile(to: Chat | StaffId, file: OutboundFile, dedupeKey?: string): Promise<void>;
  /** To each of the chats, under the key with the chat's behind it. */
  sendFileToAll(chats: readonly Chat[], file: OutboundFile, key: string): Promise<void>;
  /** An entry in the platform's to-do list, once a source; `otherwise` is sent where it takes none. */
  addTodo(person: StaffId, todo: PersonalTodo, otherwise: View): Promise<void>;
  endTodo(person: StaffId, source: string): Promise<void>;
  /** A notice that stays until it is confirmed; `otherwise` is sent where the edition has none. Left out: switched off. */
  sendDing?(person: StaffId, text: string, otherwise: View): Promise<void>;
  /** Drops what waits under keys that begin so. */
  dropKeyed(prefix: string): Promise<void>;
  /** Drops what waits to be sent to a person: cards of this campaign; of somebody without any campaign everything. */
  dropWaiting(person: StaffId): Promise<void>;
}

export interface DraftName {
  /** `<part>.<what>` */
  kind: string;
  district?: string;
  subject?: string;
}

/** Drafts of this campaign, encrypted at rest. */
export interface CampaignDrafts {
  start(draft: DraftName & { startedBy: StaffId; body: unknown }): Promise<Draft>;
  /** Row lock until the transaction ends; undefined if this campaign has no such draft. */
  read(id: string): Promise<Draft | undefined>;
  /** Drafts neither done nor dropped, most recently changed first. @param draft `districts`: of these only */
  unfinished(draft: DraftName & { districts?: readonly string[] | undefined }): Promise<Draft[]>;
  save(draft: Draft, change: DraftChange): Promise<Draft>;
}

/** Personal values and free text, stored apart from the tables that reference them. */
export interface CampaignPersonalValues {
  store(value: string): Promise<PersonalRef>;
  /** Values by id, without erased ones. */
  read(refs: readonly (PersonalRef | null | undefined)[]): Promise<ReadonlyMap<string, string>>;
}

/** At most one open question per person. */
export interface PersonDialogue {
  open(kind: string, state: unknown): Promise<void>;
  /** Undefined if none is open in this campaign. */
  current(): Promise<CurrentDialogue | undefined>;
  /** The person has answered: for a day the question is not left. */
  touch(): Promise<void>;
  /**
   * @param kind closes only a dialogue of this kind
   * @returns true if one was open
   */
  close(kind?: string): Promise<boolean>;
}
