import { type Signal, signal } from "@preact/signals";
import type { FeedEvent } from "../../contract.ts";
import { type Control, ControlError, type World } from "../api/control.ts";
import { type FeedLink, openFeed } from "../api/feed.ts";
import { type ColumnStore, makeColumns } from "./columns.ts";
import { type FidelityStore, makeFidelity } from "./fidelity.ts";
import { type InboxStore, makeInboxes } from "./inboxes.ts";
import { makeNotices, type NoticeStore } from "./notices.ts";
import { makePreferences, type PreferenceStore } from "./preferences.ts";
import { makeSeen, type SeenStore } from "./seen.ts";
import { makeTimeTravel, type TimeTravel } from "./time-travel.ts";

/** Everything the page knows. Components read the signals and call the verbs; nothing else holds state that lasts. */
export interface Store {
  control: Control;
  world: Signal<World | undefined>;
  link: Signal<FeedLink>;
  time: TimeTravel;
  inboxes: InboxStore;
  columns: ColumnStore;
  preferences: PreferenceStore;
  seen: SeenStore;
  fidelity: FidelityStore;
  notices: NoticeStore;
  /** Words put into a person's input box from outside it (guided steps, suggestions). */
  draft: Signal<{ userId: string; text: string } | undefined>;
  /** What was last sent, for the guided steps. */
  sent: Signal<{ userId: string; text: string } | undefined>;
  /** Runs something that talks to the emulator; a refusal becomes a notice. @returns undefined when it failed */
  attempt<Result>(work: () => Promise<Result>, userId?: string): Promise<Result | undefined>;
  catchUp(): Promise<void>;
  retryNow(): void;
}

export function makeStore({ control, storage }: { control: Control; storage: Storage }): Store {
  const notices = makeNotices();
  const world = signal<World | undefined>(undefined);
  const link = signal<FeedLink>({ kind: "connecting" });
  const inboxes = makeInboxes(control);
  const columns = makeColumns({ storage, address: location });
  const onTrouble = (error: unknown, userId?: string) =>
    notices.say(sentenceFor(error), { tone: "trouble", ...(userId === undefined ? {} : { userId }) });
  const time = makeTimeTravel(control, onTrouble);
  const fidelity = makeFidelity(control);
  const shown = () => columns.current.value.map(({ userId }) => userId);

  async function loadWorld(): Promise<void> {
    const [next] = await Promise.all([control.state(), time.load()]);
    if (world.value !== undefined && next.now < world.value.now) inboxes.clear();
    world.value = next;
    columns.keepKnown(next.users.map(({ userId }) => userId));
    await inboxes.catchUp(shown());
  }
  async function attempt<Result>(work: () => Promise<Result>, userId?: string): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      onTrouble(error, userId);
      return undefined;
    }
  }
  const quietly = (work: () => Promise<void>) => void work().catch(() => undefined);

  function onEvent(event: FeedEvent): void {
    if (event.kind === "clock") time.clock.value = event;
    else if (event.kind === "toast") notices.say(event.text, { userId: event.userId });
    else if (event.kind === "state") quietly(loadWorld);
    else if (event.kind === "traffic") fidelity.heard();
    else if (event.kind === "changed") {
      const isKnown = event.conversationIds.every(
        (id) => isTray(id) || world.value?.conversations.some((chat) => chat.conversationId === id),
      );
      quietly(isKnown ? () => inboxes.catchUp(shown(), event.seq) : loadWorld);
    }
  }

  const feed = openFeed(control.feedUrl, {
    onEvent,
    onLink: (now) => {
      link.value = now;
      if (now.kind !== "live") return;
      quietly(loadWorld);
      fidelity.heard();
    },
  });
  return {
    control,
    world,
    link,
    time,
    inboxes,
    columns,
    preferences: makePreferences(storage),
    seen: makeSeen(storage),
    fidelity,
    notices,
    draft: signal(undefined),
    sent: signal(undefined),
    attempt,
    catchUp: () => inboxes.catchUp(shown()),
    retryNow: feed.retryNow,
  };
}

/** DINGs and to-dos lie in conversations of their own, which no list of conversations names. */
const isTray = (conversationId: string): boolean => conversationId === "ding" || conversationId === "todo";

const sentenceFor = (error: unknown): string =>
  error instanceof ControlError ? error.message : "模拟器没有应答，请稍后再试。";
