import { type PackedTemplate, unpackTemplate } from "../../src/card/packed-template.ts";
import type { CardTemplate } from "../../src/card/template.ts";
import { makeCall } from "../../src/client/call.ts";
import type { CardAnswer } from "../../src/client/use-card.ts";
import type { CardStep } from "../../src/contract/card.ts";
import type { EmulatedMessage, EmulatorState, FiredMoment, Timeline } from "../../src/contract/control.ts";
import type { FaultRule } from "../../src/contract/fault-rule.ts";
import type { ActiveFault, TrafficEntry, Warning } from "../../src/contract/instruments.ts";

export interface ClockReading {
  now: string;
  /** False when the emulator follows the machine's time: it cannot be moved then. */
  frozen: boolean;
  nextDueAt: string | null;
}

/** The reply to a press with the client's next steps, or to a form with the required fields that are empty. */
export type PageAnswer = CardAnswer & { next?: CardStep[]; missing?: string[] };

export type OpenedLink = { kind: "sent"; msgId: string } | { kind: "opened"; url: string };
export type ClockStep = { ms: number } | { to: string } | { next: true };

export type Control = ReturnType<typeof makeControl>;

/** The control interface as the page uses it. @param url where the emulator listens; empty for the page's own origin */
export function makeControl(url: string) {
  const call = makeCall(url);
  const base = `${url}/_emulator`;
  const person = (userId: string) => `/users/${encodeURIComponent(userId)}`;

  return {
    state: () => call<EmulatorState>("/state"),
    clock: () => call<ClockReading>("/clock"),
    timeline: () => call<Timeline>("/page/timeline"),
    warnings: () => call<{ warnings: Warning[] }>("/warnings"),
    traffic: (after: number) => call<{ entries: TrafficEntry[]; last: number }>(`/traffic?after=${after}`),
    faults: () => call<{ faults: ActiveFault[] }>("/page/faults"),
    injectFault: (rule: FaultRule) => call<unknown>("/faults", { rules: [rule] }),
    clearFaults: () => call<unknown>("/faults", undefined, "DELETE"),
    advance: (step: ClockStep) => call<{ now: string; fired: FiredMoment[] }>("/clock/advance", step),
    /** Resets everything, including the bots. */
    reset: () => call<{ now: string }>("/reset", {}),
    /** The newest messages of all this person's chats, and the number of earlier ones in longer chats. */
    recent: (userId: string) =>
      call<{ messages: EmulatedMessage[]; older: Record<string, number>; seq: number }>(
        `/page${person(userId)}/recent`,
      ),
    /** The messages before one of a chat. */
    earlier: (userId: string, conversationId: string, before: string) =>
      call<{ messages: EmulatedMessage[]; older: number }>(
        `/page${person(userId)}/earlier?${new URLSearchParams({ conversationId, before })}`,
      ),
    /** Messages of all this person's chats that changed after the given seq. */
    changes: (userId: string, after: number) =>
      call<{ messages: EmulatedMessage[]; seq: number }>(`${person(userId)}/messages?conversationId=*&after=${after}`),
    say: (
      userId: string,
      message: { conversationId?: string; text: string; at: boolean; robotCode?: string; quote?: string },
    ) => call<{ msgId: string }>(`${person(userId)}/say`, message),
    drop: (userId: string, form: FormData) => call<{ msgIds: string[] }>(`${person(userId)}/drop`, form),
    press: (
      userId: string,
      press: { outTrackId: string; actionId: string; version: number; inputs?: Record<string, unknown> },
    ) => call<PageAnswer>(`/page${person(userId)}/press`, press),
    submit: (
      userId: string,
      form: { outTrackId: string; formId: string; version: number; values: Record<string, unknown> },
    ) => call<PageAnswer>(`${person(userId)}/submit`, form),
    follow: (userId: string, linkId: string) => call<OpenedLink>(`${person(userId)}/follow`, { linkId }),
    read: (userId: string, messageId: string) => call<unknown>(`${person(userId)}/read`, { messageId }),
    /** Everything of one chat. */
    readAll: (userId: string, conversationId: string) =>
      call<unknown>(`${person(userId)}/read`, { messageId: "all", conversationId }),
    recall: (userId: string, msgId: string) => call<unknown>(`${person(userId)}/recall`, { msgId }),
    template: async (templateId: string): Promise<CardTemplate> =>
      unpackTemplate(await call<PackedTemplate>(`/page/templates/${encodeURIComponent(templateId)}`)),
    fileUrl: (fileId: string) => `${base}/files/${encodeURIComponent(fileId)}`,
    feedUrl: `${base}/feed`,
  };
}
