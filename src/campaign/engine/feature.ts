import type { z } from "zod";
import type { LiveCard } from "../../platform/chat/cards.ts";
import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import type { Listed, View } from "../../platform/chat/view.ts";
import type { JournalTable, RetiredTable } from "../../platform/journal/journal-table.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { Decision } from "../definition/schema/decisions.ts";
import type { Membership } from "../directory/member.ts";
import type { AcceptedUntil, CommandListing } from "./command-listing.ts";
import type { Context, PersonContext } from "./context.ts";
import { EVERY, type EventType, type Subjects } from "./events.ts";
import type { ExtensionPoint } from "./extension-point.ts";

/** A part of the campaign, registered in features.ts. */
export interface Feature {
  commands?: readonly Command[];
  renderers?: readonly CardRenderer[];
  dueKinds?: readonly DueKind[];
  dialogues?: readonly Dialogue[];
  listeners?: readonly Listener[];
  extensions?: readonly Extension[];
  /** Tables recorded in the journal and restored by replay; parents first. */
  tables?: readonly JournalTable[];
  retiredTables?: readonly RetiredTable[];
  /** Decisions whose answer this part carries out; cards say of all others that people do. */
  enforces?: readonly Decision[];
  /** What nearly every turn reads of this part: begun with its first statement. */
  foresees?: (tx: Transaction, campaignId: string) => Promise<unknown>;
}

/** A request, typed or pressed; handlers rarely need to distinguish. */
export interface CommandRequest {
  /** Text after the command's words; empty for a press. */
  words: string;
  /** `words` with original punctuation and width. */
  verbatim: string;
  /** Subject of the pressed button; undefined if typed. */
  subject?: string;
  /** Form values by field name; empty without a form. */
  values: Readonly<Record<string, unknown>>;
}

export interface CommandOutcome {
  /** Sent to the chat, for typed commands; after a press the card shows the result. */
  reply?: View;
  /** Short notice after a press. */
  toast?: string;
  /** True: the pressed card needs a redraw. */
  changed?: boolean;
  /** What the numbers on a card that was shown stand for. */
  listed?: readonly Listed[];
}

/** A command, with one handler for words and button. */
export interface Command extends CommandListing {
  /** 代填: what follows its words is a district, and a command to be done for it; id of the one where none is named. */
  delegates?: string;
  /** It compares a form from an earlier version of the card with the present state itself: nothing typed is lost. */
  reconciles?: true;
  /** Whether words that begin with no command, and answer no question, are for it. It gets all of them as `verbatim`. */
  recognises?(context: PersonContext, text: string): boolean;
  /** Whether what stands behind its words is what it takes, and no text that only begins like it: 已汇报 8月10日. */
  owns?(rest: string): boolean;
  /** Throws what it would refuse of these words, before they are offered as they are meant. */
  checks?(context: PersonContext, verbatim: string): Promise<void>;
  handle(context: PersonContext, request: CommandRequest): Promise<CommandOutcome>;
}

/** Draws a kind of card from the current state. */
export interface CardRenderer {
  /** `<part>.<what>`, e.g. stage.official */
  kind: string;
  /** Events that trigger a redraw; empty for static cards. */
  redrawOn: readonly RedrawRule[];
  /** The district it is about: who works for districts only, and not for this one, sees no current content. */
  district?(context: Context, card: LiveCard): Promise<string | undefined>;
  render(context: Context, card: LiveCard): Promise<View>;
}

/** A kind of scheduled moment. */
export interface DueKind {
  kind: string;
  /** All moments of this kind, including past ones. */
  moments(
    campaign: RunningCampaign,
    rulings: RulingsOverTime,
    memberships?: readonly Membership[],
  ): readonly { key: string; dueAt: Date }[];
  /** Id of the deliverable that it is about. Once that is ended, the moment is not shown. */
  about?(key: string): string;
  /** Its moments are stored by those who want them; planning leaves them alone. */
  onDemand?: true;
  /** Label on the emulator's time bar; left out: not shown. */
  label?(campaign: RunningCampaign, key: string): string;
  /** The moment only refreshes cards: an emulated clock does not stop at it. */
  refreshesOnly?: true;
  /** Runs in the transaction that marks the moment done. @returns `done`, or the reason for skipping it */
  fire(context: Context, moment: { key: string; dueAt: Date }): Promise<string>;
}

/** Message in the direct chat while a question is open. */
export interface DialogueInput<State> {
  state: State;
  text: string;
  files: readonly ReceivedFile[];
  /** The text is the answer as it stands (内容：…). */
  asText?: boolean;
  /** The message quotes this question of the dialogue, or the dialogue if it is empty; left out: nothing is quoted. */
  quoted?: { question?: string };
}

/** A kind of question. Stored state that does not parse counts as closed. */
export interface Dialogue {
  /** `<part>.<what>`, stored with the open dialogue. */
  kind: string;
  state: z.ZodType;
  /** Until when answers are accepted; left out: until the campaign is closed. */
  until?: AcceptedUntil;
  /** True if the dialogue takes the text before any command: 上一步, 跳过, 改. */
  claims(text: string): boolean;
  /** As {@link CommandListing.readsCorrections}: left out, an answer that corrects itself is asked about. */
  readsCorrections?: true;
  /** What is waited for now; decides whether words that begin like a command are one. Left out: a short one is. */
  awaits?(context: PersonContext, state: unknown): Promise<"text" | "value">;
  /** The label of the field that goes by these words, which a command has too: 材料 is 申报材料. */
  labelled?(context: PersonContext, state: unknown, words: string): Promise<string | undefined>;
  /**
   * It was asked what a message is meant for: these are sent for what it may be. 好 answers that question, and none that
   * the dialogue asked before.
   */
  asked?(context: PersonContext, state: unknown, readings: readonly string[]): Promise<void>;
  /** @returns false if the message does not answer the question; it is then matched as a command */
  handle(context: PersonContext, input: DialogueInput<unknown>): Promise<boolean>;
}

/** Infers the state's type. */
export const dialogue = <State>(spec: {
  kind: string;
  state: z.ZodType<State>;
  until?: AcceptedUntil;
  claims?: (text: string) => boolean;
  readsCorrections?: true;
  awaits?: (context: PersonContext, state: State) => Promise<"text" | "value">;
  labelled?: (context: PersonContext, state: State, words: string) => Promise<string | undefined>;
  asked?: (context: PersonContext, state: State, readings: readonly string[]) => Promise<void>;
  handle(context: PersonContext, input: DialogueInput<State>): Promise<boolean>;
}): Dialogue => ({
  kind: spec.kind,
  state: spec.state,
  ...(spec.until ? { until: spec.until } : {}),
  claims: spec.claims ?? (() => false),
  ...(spec.readsCorrections ? { readsCorrections: true as const } : {}),
  ...(spec.awaits ? { awaits: spec.awaits as NonNullable<Dialogue["awaits"]> } : {}),
  ...(spec.labelled ? { labelled: spec.labelled as NonNullable<Dialogue["labelled"]> } : {}),
  ...(spec.asked ? { asked: spec.asked as NonNullable<Dialogue["asked"]> } : {}),
  handle: (context, input) => spec.handle(context, input as DialogueInput<State>),
});

export interface Listener {
  event: string;
  handle(context: Context, payload: unknown): Promise<void>;
}

export const on = <Payload>(
  type: EventType<Payload>,
  handle: (context: Context, payload: Payload) => Promise<void>,
): Listener => ({ event: type.name, handle: (context, payload) => handle(context, payload as Payload) });

/** An event that triggers a redraw of cards of a kind. */
export interface RedrawRule {
  event: string;
  subjects(payload: unknown, context: Context): Subjects | Promise<Subjects>;
}

/** @param subjects of the cards to redraw; default: every card of the kind */
export const redrawOn = <Payload>(
  type: EventType<Payload>,
  subjects: (payload: Payload, context: Context) => Subjects | Promise<Subjects> = () => EVERY,
): RedrawRule => ({ event: type.name, subjects: (payload, context) => subjects(payload as Payload, context) });

/** Contribution of a later part at an extension point. */
export interface Extension {
  point: string;
  contribute(context: Context, input: unknown): Promise<unknown>;
}

/** @param contribute returns undefined to contribute nothing */
export const extend = <Input, Contribution>(
  point: ExtensionPoint<Input, Contribution>,
  contribute: (context: Context, input: Input) => Promise<Contribution | undefined>,
): Extension => ({ point: point.name, contribute: (context, input) => contribute(context, input as Input) });
