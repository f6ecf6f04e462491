import { setTimeout as pause } from "node:timers/promises";
import { withoutContent } from "../gateway/quota-notice.ts";
import type { Faults } from "../instruments/faults.ts";
import type { Traffic } from "../instruments/traffic.ts";
import type { App } from "../world/records.ts";

export interface HttpPost {
  app: App;
  url: string;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** A topic, as over a stream, or an event's type. */
  topic: string;
  /** Users it comes from or is about. */
  userIds: readonly string[];
  /** Recorded in the traffic instead of an encrypted body. */
  readable?: object;
}

/** Pushes over HTTP; injects faults and records traffic. */
export interface HttpPusher {
  /** The reply's text; undefined for no answer in time and any status but 2xx. */
  post(post: HttpPost): Promise<string | undefined>;
  /**
   * Starts a timer, so that a push that fails early is not retried before its time is over, as over a stream.
   * @returns a function that waits for the timer; false when everything was cancelled meanwhile
   */
  retryAfter(ms: number): () => Promise<boolean>;
  /** Cancels running pushes and waiting timers. */
  cancelAll(): void;
}

const ACTIONS = ["drop", "cut", "delay", "duplicate", "badFrame", "quota"];
const DELAY_MS = 1_000;

export function makeHttpPusher(deps: { faults: Faults; traffic: Traffic }): HttpPusher {
  let cancellation = new AbortController();
  const wait = (ms: number, { signal } = cancellation): Promise<boolean> =>
    pause(Math.max(0, ms), true, { ref: false, signal }).catch(() => false);
  return {
    retryAfter: (ms) => {
      const [due, current] = [performance.now() + ms, cancellation];
      return () => wait(due - performance.now(), current);
    },
    cancelAll: () => {
      cancellation.abort();
      cancellation = new AbortController();
    },
    post: async (post) => {
      const { topic, userIds } = post;
      const fault = deps.faults.consume({ direction: "toBot", topic, userIds }, ACTIONS);
      const faultLabel = fault === undefined ? {} : { fault: fault.action };
      const send = (one: HttpPost) => sendRecorded(deps.traffic, one, { ...faultLabel, signal: cancellation.signal });
      switch (fault?.action) {
        case "drop":
        case "cut":
          await wait(post.timeoutMs);
          return undefined;
        case "delay":
          await wait(fault.ms ?? DELAY_MS);
          return send(post);
        case "duplicate":
          await send(post);
          return send(post);
        case "badFrame":
          return send({ ...post, body: post.body.slice(0, -20) });
        case "quota":
          return send(post.readable === undefined ? { ...post, body: withoutContent(post.body) } : post);
        default:
          return replyUnlessLost(deps.faults, post, await send(post));
      }
    },
  };
}

/** The reply, unless a fault loses it. */
function replyUnlessLost(faults: Faults, { topic, userIds }: HttpPost, reply: string | undefined): string | undefined {
  const lost = faults.consume({ direction: "fromBot", topic, userIds }, ["loseReply"]);
  return lost === undefined ? reply : undefined;
}

interface Sending {
  fault?: string;
  signal: AbortSignal;
}

async function sendRecorded(traffic: Traffic, post: HttpPost, { fault, signal }: Sending): Promise<string | undefined> {
  const began = performance.now();
  const reply = await sendOnce(post, signal);
  traffic.record({
    way: "toBot",
    kind: "http",
    name: `POST ${post.topic}`,
    clientId: post.app.clientId,
    ...(post.userIds.length === 0 ? {} : { userIds: [...post.userIds] }),
    ...(reply === undefined ? {} : { status: reply.status }),
    ms: Math.round((performance.now() - began) * 100) / 100,
    ...(fault === undefined ? {} : { fault }),
    request: { url: post.url, body: post.readable ?? parsed(post.body) },
    response: reply === undefined ? undefined : parsed(reply.text),
  });
  return reply?.ok === true ? reply.text : undefined;
}

async function sendOnce({ url, headers, body, timeoutMs }: HttpPost, signal: AbortSignal) {
  try {
    const reply = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body,
      // Redirects are not followed, as far as is known: they are not 2xx.
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: reply.status, ok: reply.ok, text: await reply.text() };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 1_000);
  }
}
