import type { z } from "zod";
import type { LiveCard } from "../../platform/chat/cards.ts";
import type { ReceivedFile } from "../../platform/chat/dispatcher.ts";
import type { View } from "../../platform/chat/view.ts";
import type { JournalTable, RetiredTable } from "../../platform/journal/journal-table.ts";
import type { RulingsOverTime } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import type { CommandListing } from "./command-listing.ts";
import type { Context, PersonContext } from "./context.ts";
import { EVERY, type EventType, type Subjects } from "./events.ts";
import type { ExtensionPoint } from "./extension-point.ts";

/** One part of the campaign, as the composition root lists it. */
export interface Feature {
  commands?: readonly Command[];
  renderers?: readonly CardRenderer[];
  dueKinds?: readonly DueKind[];
  dialogues?: readonly Dialogue[];
  listeners?: readonly Listener[];
  extensions?: readonly Extension[];
  /** Tables that the journal records and replay restores; parents first. */
  tables?: readonly JournalTable[];
  retiredTables?: readonly RetiredTable[];
}

/** What a person asked for, by words or by a press; a handler rarely needs to know which. */
export interface CommandRequest {
  /** Typed after the command's own words; empty after a press. */
  words: string;
  /** The same with its own punctuation and width. */
  verbatim: string;
  /** What the pressed button is about; undefined when typed. */
  subject?: string;
  /** Values of a submitted form by field name; empty without one. */
  values: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface CommandOutcome {
  /** Sent to whoever typed the command; after a press the card itself shows the result. */
  reply?: View;
  /** One sentence beside the pressed card. */
  toast?: string;
  /** The pressed card shows something else now. */
  changed?: boolean;
}

/** Something people can ask for, with one handler behind the words and the button. */
export interface Command extends CommandListing {
  handle(context: PersonContext, request: CommandRequest): Promise<CommandOutcome>;
}

/** How a kind of card is drawn from the state as it is now, and which events change what it shows. */
export interface CardRenderer {
  /** `<part>.<what>`, e.g. stage.official */
  kind: string;
  /** Events after which it is drawn again; none where what it shows never changes. */
  redrawOn: readonly RedrawRule[];
  render(context: Context, card: LiveCard): Promise<View>;
}

/** A kind of due moment: when they are, and what happens then. */
export interface DueKind {
  kind: string;
  /** Every moment of this kind in the campaign, past ones too. */
  moments(campaign: RunningCampaign, rulings: RulingsOverTime): readonly { key: string; dueAt: Date }[];
  /** What a time bar writes beside the moment; undefined: not shown there. */
  label(campaign: RunningCampaign, key: string): string | undefined;
  /** Does it, in the transaction that marks it done. @returns `done`, or why there was nothing to do */
  fire(context: Context, moment: { key: string; dueAt: Date }): Promise<string>;
}

/** What a person said while the bot waits for an answer in the direct chat. */
export interface DialogueInput<State> {
  state: State;
  text: string;
  files: readonly ReceivedFile[];
}

/** A kind of conversation. Its state is parsed before it is handed over: an unreadable one counts as closed. */
export interface Dialogue {
  /** `<part>.<what>`, as stored with the open dialogue. */
  kind: string;
  state: z.ZodType;
  /** Whether the text means something within this dialogue, before any command: 上一步, 跳过, 改. */
  claims(text: string): boolean;
  /** @returns false when what was said is no answer here; then it is looked at as a command */
  handle(context: PersonContext, input: DialogueInput<unknown>): Promise<boolean>;
}

/** A dialogue with the type of its state. */
export const dialogue = <State>(spec: {
  kind: string;
  state: z.ZodType<State>;
  claims?: (text: string) => boolean;
  handle(context: PersonContext, input: DialogueInput<State>): Promise<boolean>;
}): Dialogue => ({
  kind: spec.kind,
  state: spec.state,
  claims: spec.claims ?? (() => false),
  handle: (context, input) => spec.handle(context, input as DialogueInput<State>),
});

/** A later part's reaction to an event. */
export interface Listener {
  event: string;
  handle(context: Context, payload: unknown): Promise<void>;
}

export const on = <Payload>(
  type: EventType<Payload>,
  handle: (context: Context, payload: Payload) => Promise<void>,
): Listener => ({ event: type.name, handle: (context, payload) => handle(context, payload as Payload) });

/** An event after which cards of a kind show something else. */
export interface RedrawRule {
  event: string;
  subjects(payload: unknown, context: Context): Subjects;
}

/** @param subjects of the cards that change; left out: every card of the kind */
export const redrawOn = <Payload>(
  type: EventType<Payload>,
  subjects: (payload: Payload, context: Context) => Subjects = () => EVERY,
): RedrawRule => ({ event: type.name, subjects: (payload, context) => subjects(payload as Payload, context) });

/** What a later part contributes at an extension point. */
export interface Extension {
  point: string;
  contribute(context: Context, input: unknown): Promise<unknown>;
}

/** @param contribute undefined: nothing here */
export const extend = <Input, Contribution>(
  point: ExtensionPoint<Input, Contribution>,
  contribute: (context: Context, input: Input) => Promise<Contribution | undefined>,
): Extension => ({ point: point.name, contribute: (context, input) => contribute(context, input as Input) });
