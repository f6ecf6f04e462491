import { messageText } from "../client/message-text.ts";
import type { CardField, CardReading } from "../contract/card.ts";
import type { EmulatedMessage, EmulatorState } from "../contract/control.ts";
import { newestWithText } from "./find-message.ts";
import type { FieldEntry, ScenarioFile, Step } from "./scenario.ts";

/** An action of a person in terms of the control interface. */
export type UserAction =
  | { kind: "say"; userId: string; conversationId?: string; text: string; at: boolean; quote?: string }
  | { kind: "drop"; userId: string; conversationId?: string; text: string; files: readonly ScenarioFile[] }
  | {
      kind: "press";
      userId: string;
      outTrackId: string;
      actionId: string;
      inputs?: Readonly<Record<string, unknown>>;
    }
  | { kind: "submit"; userId: string; outTrackId: string; formId: string; values: Readonly<Record<string, unknown>> }
  | { kind: "follow"; userId: string; linkId: string }
  /** Reading by an explicit press; an open chat that counts as read is not an action. */
  | { kind: "read"; userId: string }
  | { kind: "recall"; userId: string; msgId: string }
  | { kind: "advance"; step: { ms: number } | { to: string } | { next: true } };

export interface RecordingContext {
  state: EmulatorState;
  /** All of the person's messages before the action. */
  messages: readonly EmulatedMessage[];
}

/** The action as the step of a scenario, with names as people read them; undefined when no step expresses it. */
export function stepOfUserAction(action: UserAction, seen: RecordingContext): Step | undefined {
  switch (action.kind) {
    case "advance":
      return timeStep(action.step);
    case "say":
      return sayStep(action, seen);
    case "drop": {
      const words = action.text === "" ? {} : { text: action.text };
      return { kind: "drop", ...whose(action, seen, action.conversationId), files: action.files, ...words };
    }
    case "press":
      return pressStep(action, seen);
    case "submit":
      return fillStep(action, seen);
    case "follow":
      return openLinkStep(action, seen);
    case "read":
      return { kind: "read", ...whose(action, seen, undefined) };
    case "recall": {
      const message = seen.messages.find(({ msgId }) => msgId === action.msgId);
      if (message === undefined) return undefined;
      const words = message.text === undefined ? {} : { text: message.text };
      return { kind: "recall", ...whose(action, seen, message.conversationId), ...words };
    }
  }
}

type Of<Kind> = Extract<UserAction, { kind: Kind }>;

function whose({ userId }: { userId: string }, { state }: RecordingContext, conversationId: string | undefined) {
  const who = state.users.find((user) => user.userId === userId)?.name ?? userId;
  return { who, ...placeOf(state, conversationId) };
}

function sayStep(action: Of<"say">, seen: RecordingContext): Step | undefined {
  const step = {
    kind: "say",
    ...whose(action, seen, action.conversationId),
    text: saidText(action, seen.state),
  } as const;
  if (action.quote === undefined) return step;
  const quote = quoteOf(action.quote, seen.messages);
  return quote === undefined ? undefined : { ...step, quote };
}

/** A line of the message that no newer one of its chat contains. */
function quoteOf(id: string, messages: readonly EmulatedMessage[]): string | undefined {
  const target = messages.find((message) => message.id === id);
  if (target === undefined) return undefined;
  const chat = messages.filter(({ conversationId }) => conversationId === target.conversationId);
  const lines = messageText(target).split("\n");
  return lines.find((line) => line.trim() !== "" && newestWithText(chat, line)?.id === id);
}

function pressStep(action: Of<"press">, seen: RecordingContext): Step | undefined {
  const message = holding(seen.messages, action.outTrackId);
  const label = message?.card.actions.find(({ actionId }) => actionId === action.actionId)?.label;
  const inputs = Object.entries(action.inputs ?? {});
  const written = inputs.filter(isWritten);
  if (message === undefined || label === undefined || written.length < inputs.length) return undefined;
  const has = ({ actions }: CardReading) => actions.some((one) => one.label === label && !one.disabled);
  const mark = cardMark(seen.messages, message, has);
  const entered = written.length === 0 ? {} : { inputs: Object.fromEntries(written) };
  return { kind: "press", ...whose(action, seen, message.conversationId), label, ...mark, ...entered };
}

/** What a scenario can express: a text, or a list of texts. */
const isWritten = (input: [string, unknown]): input is [string, FieldEntry] =>
  [input[1]].flat().every((one) => typeof one === "string");

function fillStep(action: Of<"submit">, seen: RecordingContext): Step | undefined {
  const message = holding(seen.messages, action.outTrackId);
  const form = message?.card.forms.find(({ formId }) => formId === action.formId);
  if (message === undefined || form === undefined) return undefined;
  const values = changedValues(form.fields, action.values);
  const mark = cardMark(seen.messages, message, ({ forms }) => forms.some(({ disabled }) => !disabled));
  return { kind: "fill", ...whose(action, seen, message.conversationId), values, ...mark };
}

function openLinkStep(action: Of<"follow">, seen: RecordingContext): Step | undefined {
  for (const message of seen.messages) {
    const links = [...(message.links ?? []), ...(message.card?.links ?? [])];
    const link = links.find(({ linkId }) => linkId === action.linkId);
    if (link) return { kind: "press", ...whose(action, seen, message.conversationId), label: link.label };
  }
  return undefined;
}

const MINUTE_MS = 60_000;

function timeStep(step: Of<"advance">["step"]): Step {
  if ("to" in step) return { kind: "goTo", moment: step.to };
  if ("next" in step) return { kind: "next" };
  const minutes = Math.round(step.ms / MINUTE_MS);
  const span = { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
  return { kind: "advance", span };
}

/** The direct chat is not named. */
function placeOf({ conversations }: EmulatorState, conversationId: string | undefined): { in?: string } {
  const found = conversations.find((one) => one.conversationId === conversationId);
  return found?.type === "group" ? { in: found.title } : {};
}

/** In a group the @ is part of the text, as in a scenario. */
function saidText({ text, at, conversationId }: Of<"say">, state: EmulatorState): string {
  const inGroup = placeOf(state, conversationId).in !== undefined;
  const [robot] = state.robots;
  return inGroup && at && robot !== undefined ? `@${robot.name} ${text}` : text;
}

type WithCard = EmulatedMessage & { card: CardReading };

const withCard = (message: EmulatedMessage): message is WithCard => message.card !== undefined;

const holding = (messages: readonly EmulatedMessage[], outTrackId: string): WithCard | undefined =>
  messages.filter(withCard).find(({ card }) => card.outTrackId === outTrackId);

/** Identifies the card, if the newest suitable one of the chat is another. */
function cardMark(
  messages: readonly EmulatedMessage[],
  target: WithCard,
  has: (card: CardReading) => boolean,
): { card?: string } {
  const newest = messages
    .filter(withCard)
    .filter(({ conversationId, card }) => conversationId === target.conversationId && has(card))
    .reduce<WithCard | undefined>((one, other) => (one === undefined || other.seq > one.seq ? other : one), undefined);
  return newest === undefined || newest.id === target.id ? {} : { card: target.card.text.split("\n")[0] ?? "" };
}

/** Values by label if it is unique in the form, otherwise by name; unchanged values are omitted. */
function changedValues(fields: readonly CardField[], values: Readonly<Record<string, unknown>>) {
  const isOnly = (label: string) => label !== "" && fields.filter((one) => one.label === label).length === 1;
  const entries = fields
    .filter(({ name }) => name in values)
    .map((field) => ({ field, entry: entryOf(field, values[field.name]), was: entryOf(field, bare(field.value)) }))
    .filter(({ entry, was }) => JSON.stringify(entry) !== JSON.stringify(was));
  return Object.fromEntries(
    entries.map(({ field, entry }) => [isOnly(field.label) ? field.label : field.name, entry] as const),
  );
}

const bare = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "value" in value ? value.value : value;

/** As a person would write it: a choice by its label. */
function entryOf({ type, options = [] }: CardField, value: unknown): FieldEntry {
  if (Array.isArray(value)) return value.map((one) => textOf(options, one));
  if (value === undefined || value === null) return type === "CHECKBOX" || type === "SWITCH" ? "false" : "";
  return textOf(options, value);
}

function textOf(options: readonly { value: string; text: string }[], value: unknown): string {
  const text = options.find((option) => option.value === value)?.text;
  const isOnly = options.filter((option) => option.text === text).length === 1;
  return text !== undefined && isOnly ? text : String(value);
}
