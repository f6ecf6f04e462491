import { type PackedTemplate, unpackTemplate } from "../../card/packed-template.ts";
import type { CardTemplate } from "../../card/template.ts";
import type {
  CardStep,
  EmulatedConversation,
  EmulatedMessage,
  EmulatedRobot,
  EmulatedUser,
  Timeline,
} from "../../contract.ts";
import type { FaultInForce, FaultRule, TrafficEntry } from "../../instruments/contract.ts";

export interface World {
  now: string;
  users: EmulatedUser[];
  conversations: EmulatedConversation[];
  robots: EmulatedRobot[];
}

export interface ClockReading {
  now: string;
  /** False when the emulator follows the machine's time: it cannot be moved then. */
  frozen: boolean;
  nextDueAt: string | null;
}

export interface Fired {
  kind: string;
  key: string;
  dueAt: string;
}

export interface CardAnswer {
  accepted: boolean;
  toast?: string;
  missing?: string[];
  version: number;
  /** What the client does on the answer. */
  next?: CardStep[];
}

/** Something the real platform would take differently. */
export interface FidelityWarning {
  id: number;
  code: string;
  message: string;
}

export type Followed = { kind: "sent"; msgId: string } | { kind: "opened"; url: string };
export type Step = { ms: number } | { to: string } | { next: true };

/** The emulator's own refusal; `message` is a sentence that may be shown. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Control = ReturnType<typeof makeControl>;

/** The control interface as the page uses it. Every call rejects with {@link ControlError} or, offline, a TypeError. */
export function makeControl(base: string) {
  const call = <Reply>(path: string, body?: object): Promise<Reply> =>
    request(path, body === undefined ? {} : requestOf(body));
  async function request<Reply>(path: string, init: RequestInit): Promise<Reply> {
    const response = await fetch(`${base}${path}`, init);
    if (!response.ok) throw new ControlError(response.status, await sentenceOf(response));
    const text = await response.text();
    // The parse boundary: the server is generated from the same contract.
    return (text === "" ? undefined : JSON.parse(text)) as Reply;
  }
  const person = (userId: string) => `/users/${encodeURIComponent(userId)}`;

  return {
    state: () => call<World>("/state"),
    clock: () => call<ClockReading>("/clock"),
    timeline: () => call<Timeline>("/timeline"),
    warnings: () => call<{ warnings: FidelityWarning[] }>("/warnings"),
    traffic: (after: number) => call<{ entries: TrafficEntry[]; last: number }>(`/traffic?after=${after}`),
    faults: () => call<{ faults: FaultInForce[] }>("/page/faults"),
    orderFault: (rule: FaultRule) => call<unknown>("/faults", { rules: [rule] }),
    clearFaults: () => request<unknown>("/faults", { method: "DELETE" }),
    advance: (step: Step) => call<{ now: string; fired: Fired[] }>("/clock/advance", step),
    /** Everything back to first start, the bots as well. */
    reset: () => call<{ now: string }>("/reset", {}),
    /** The ends of all this person's chats, and how many messages came before in those that are longer. */
    recent: (userId: string) =>
      call<{ messages: EmulatedMessage[]; older: Record<string, number>; seq: number }>(
        `/page${person(userId)}/recent`,
      ),
    /** What came before a message of a chat. */
    earlier: (userId: string, conversationId: string, before: string) =>
      call<{ messages: EmulatedMessage[]; older: number }>(
        `/page${person(userId)}/earlier?${new URLSearchParams({ conversationId, before })}`,
      ),
    /** Everything of all this person's chats that changed after the given seq. */
    changes: (userId: string, after: number) =>
      call<{ messages: EmulatedMessage[]; seq: number }>(`${person(userId)}/messages?conversationId=*&after=${after}`),
    say: (userId: string, message: { conversationId?: string; text: string; at: boolean; quote?: string }) =>
      call<{ msgId: string }>(`${person(userId)}/say`, message),
    drop: (userId: string, form: FormData) => call<{ msgIds: string[] }>(`${person(userId)}/drop`, form),
    press: (
      userId: string,
      press: { outTrackId: string; actionId: string; version: number; inputs?: Record<string, unknown> },
    ) => call<CardAnswer>(`/page${person(userId)}/press`, press),
    submit: (
      userId: string,
      form: { outTrackId: string; formId: string; version: number; values: Record<string, unknown> },
    ) => call<CardAnswer>(`${person(userId)}/submit`, form),
    follow: (userId: string, linkId: string) => call<Followed>(`${person(userId)}/follow`, { linkId }),
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

function requestOf(body: object): RequestInit {
  if (body instanceof FormData) return { method: "POST", body };
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function sentenceOf(response: Response): Promise<string> {
  const fallback = `模拟器拒绝了这一操作（${response.status}）。`;
  try {
    if (response.status === 413) return "文件超过25 MB，模拟器不接收。";
    const body = (await response.json()) as { error?: { message?: string } };
    return body.error?.message ?? fallback;
  } catch {
    return fallback;
  }
}
