import type { FeedEvent } from "../../src/contract/control.ts";

/** State of the feed; `away` has the number of attempts and the machine time (ms) of the next one. */
export type FeedLink = { kind: "connecting" } | { kind: "live" } | { kind: "away"; tries: number; retryAt: number };

export interface FeedListener {
  onEvent(event: FeedEvent): void;
  onLink(link: FeedLink): void;
}

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 15_000;

/** Opens the feed and reconnects with exponential backoff and jitter. */
export function openFeed(url: string, listener: FeedListener): { retryNow(): void; close(): void } {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;

  function connect(): void {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(url);
    source.onopen = () => {
      tries = 0;
      listener.onLink({ kind: "live" });
    };
    source.onmessage = (message: MessageEvent<string>) => listener.onEvent(JSON.parse(message.data) as FeedEvent);
    source.onerror = wait;
  }

  function wait(): void {
    source?.close();
    tries += 1;
    const ceiling = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
    const waitMs = ceiling / 2 + (Math.random() * ceiling) / 2;
    listener.onLink({ kind: "away", tries, retryAt: Date.now() + waitMs });
    timer = setTimeout(connect, waitMs);
  }

  listener.onLink({ kind: "connecting" });
  connect();
  return {
    retryNow: connect,
    close: () => {
      clearTimeout(timer);
      source?.close();
    },
  };
}
