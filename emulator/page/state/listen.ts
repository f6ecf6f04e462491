import type { Signal } from "@preact/signals";
import type { EmulatorState, FeedEvent } from "../../src/contract/control.ts";
import { isPseudoConversation } from "../../src/contract/pseudo-conversations.ts";
import type { Control } from "../api/control.ts";
import { type FeedLink, openFeed } from "../api/feed.ts";
import type { ClockStore } from "./clock-store.ts";
import type { ColumnStore } from "./columns.ts";
import type { FaultStore } from "./faults.ts";
import type { FidelityStore } from "./fidelity.ts";
import type { InboxStore } from "./inboxes.ts";
import type { TemplateStore } from "./templates.ts";
import type { ToastStore } from "./toasts.ts";
import type { TrafficStore } from "./traffic.ts";

interface ListenDeps {
  control: Control;
  world: Signal<EmulatorState | undefined>;
  link: Signal<FeedLink>;
  time: ClockStore;
  inboxes: InboxStore;
  columns: ColumnStore;
  fidelity: FidelityStore;
  traffic: TrafficStore;
  faults: FaultStore;
  toasts: ToastStore;
  templates: TemplateStore;
}

/** Synchronises the page with the emulator. A failed request is ignored: the feed reports when the emulator is back. */
export function listen(deps: ListenDeps): { retryNow(): void; catchUp(): Promise<void> } {
  const { control, world, link, time, inboxes, columns, fidelity, traffic, faults, toasts, templates } = deps;
  const shown = () => columns.current.value.map(({ userId }) => userId);
  const ignoreFailure = (work: Promise<void>) => work.catch(() => undefined);

  async function loadWorld(): Promise<void> {
    const [next] = await Promise.all([control.state(), time.load()]);
    world.value = next;
    templates.renew();
    columns.removeUnknown(next.users.map(({ userId }) => userId));
    await inboxes.catchUp(shown());
  }
  const knows = (chatId: string) =>
    isPseudoConversation(chatId) ||
    world.value?.conversations.some(({ conversationId }) => conversationId === chatId) === true;

  function refreshTraffic(): void {
    fidelity.refresh();
    traffic.refresh();
  }
  function reloadAll(): void {
    inboxes.clear();
    traffic.reset();
    refreshTraffic();
    void ignoreFailure(loadWorld());
  }
  function onEvent(event: FeedEvent): void {
    if (event.kind === "anew") reloadAll();
    else if (event.kind === "clock") time.clock.value = event;
    else if (event.kind === "toast") toasts.say(event.text, { userId: event.userId });
    else if (event.kind === "traffic") refreshTraffic();
    else if (event.kind === "faults") faults.refresh();
    else if (event.kind === "changed" && event.conversationIds.every(knows))
      void ignoreFailure(inboxes.catchUp(shown(), event.seq));
    else void ignoreFailure(loadWorld());
  }
  function onLink(now: FeedLink): void {
    const wasAway = link.value.kind === "away";
    link.value = now;
    if (now.kind !== "live") return;
    faults.refresh();
    // The emulator may have been restarted, so that its numbers start again.
    if (wasAway) reloadAll();
    else {
      refreshTraffic();
      void ignoreFailure(loadWorld());
    }
  }
  const { retryNow } = openFeed(control.feedUrl, { onEvent, onLink });
  return { retryNow, catchUp: () => ignoreFailure(inboxes.catchUp(shown())) };
}
