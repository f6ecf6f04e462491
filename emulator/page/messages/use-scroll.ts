import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmulatedMessage } from "../../src/contract/control.ts";
import { boundsOf, extendBackward, extendForward, type MessageRange, rangeAround } from "./message-range.ts";

const NEAR_END_PX = 60;
/** Distance from the edge of the rendered range at which it is extended. */
const AHEAD_PX = 900;
/** Number of remaining fetched messages at which more are fetched. */
const AHEAD = 60;

export interface Scroll {
  list: RefObject<HTMLDivElement | null>;
  inner: RefObject<HTMLDivElement | null>;
  shown: readonly EmulatedMessage[];
  /** The message before the first shown, if it is loaded. */
  before: EmulatedMessage | undefined;
  /** New messages of others below the visible range; undefined while the end is in view. */
  below: number | undefined;
  onScroll(): void;
  toEnd(): void;
  /** To the beginning of the first new message below; to the end where there is none. */
  toNew(): void;
  /** Scrolls to a message and highlights it briefly. @returns whether it is loaded */
  toMessage(messageId: string): boolean;
}

export interface ScrollDeps {
  messages: readonly EmulatedMessage[];
  /** The number of earlier messages that are not loaded. */
  older: number;
  userId: string;
  /** Fetches what came before. */
  loadEarlier(): void;
}

/**
 * Renders a range of a long chat and stays at its end while it grows, unless the person has scrolled away. Positions
 * are counted from the chat's start, fetched or not, so that they are stable when earlier messages arrive.
 */
export function useScroll({ messages, older, userId, loadEarlier }: ScrollDeps): Scroll {
  const list = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<MessageRange>("end");
  const [seen, setSeen] = useState<number | undefined>(undefined);
  const length = older + messages.length;
  const { from, to } = boundsOf(range, length);
  const first = Math.max(0, from - older);
  const shown = messages.slice(first, Math.max(0, to - older));
  const wanted = useRef<string | undefined>(undefined);
  const pinned = useRef<Element | undefined>(undefined);
  const atEnd = useRef(true);
  atEnd.current = range === "end" && seen === undefined;

  const leave = () => setSeen(length);
  useStayAtEnd({ list, inner, atEnd, last: messages.at(-1), userId, leave });
  useLayoutEffect(() => {
    const target = wanted.current === undefined ? null : (inner.current?.querySelector(`#${wanted.current}`) ?? null);
    if (target === null) return;
    wanted.current = undefined;
    target.scrollIntoView({ block: "center" });
    flash(target);
  });
  // Browsers anchor the scroll position while something grows above it, but not at the very top.
  useLayoutEffect(() => {
    const element = pinned.current;
    pinned.current = undefined;
    if (element instanceof HTMLElement && list.current !== null) list.current.scrollTop = element.offsetTop;
  }, [shown[0]?.id]);

  // Messages fetched while the person waits at the top are rendered without another scroll.
  useEffect(() => {
    if (seen !== undefined && first === 0) onScroll();
  }, [older]);

  function onScroll(): void {
    const element = list.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const fromEnd = scrollHeight - scrollTop - clientHeight;
    if (fromEnd < NEAR_END_PX && to === length) follow();
    else leaveEnd(element, fromEnd);
  }
  function leaveEnd({ scrollTop }: HTMLElement, fromEnd: number): void {
    if (seen === undefined) setSeen(length);
    if (scrollTop < AHEAD_PX && from > 0) {
      pinned.current = scrollTop < 1 ? (inner.current?.firstElementChild ?? undefined) : undefined;
      if (first < AHEAD && older > 0) loadEarlier();
      if (first > 0) setRange(extendBackward({ from: first + older, to }, length));
    } else if (fromEnd < AHEAD_PX && to < length) setRange(extendForward(range, length));
    else if (range === "end") setRange({ from, to });
  }
  function follow(): void {
    setSeen(undefined);
    setRange("end");
  }
  function toEnd(): void {
    follow();
    atEnd.current = true;
    requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight }));
  }
  function toNew(): void {
    const first = unseen[0];
    toEnd();
    if (first === undefined) return;
    requestAnimationFrame(() => {
      const element = inner.current?.querySelector(`#${messageElementId(userId, first.id)}`);
      if (element instanceof HTMLElement && list.current !== null)
        list.current.scrollTop = Math.min(list.current.scrollTop, element.offsetTop);
    });
  }
  function toMessage(messageId: string): boolean {
    const index = messages.findIndex(({ id }) => id === messageId);
    if (index < 0) return false;
    const place = index + older;
    wanted.current = messageElementId(userId, messageId);
    setSeen(seen ?? length);
    setRange(place >= from && place < to ? { from, to } : rangeAround(place, length));
    return true;
  }
  const unseen = messages.slice(Math.max(0, (seen ?? length) - older)).filter((message) => message.from !== userId);
  const below = seen === undefined ? undefined : unseen.length;
  return { list, inner, shown, before: messages[first - 1], below, onScroll, toEnd, toNew, toMessage };
}

/** The element id of a message in one person's client. */
export const messageElementId = (userId: string, messageId: string): string =>
  `at-${userId.replace(/[^\w-]/g, "_")}-${messageId}`;

function flash(target: Element): void {
  target.classList.add("sought");
  setTimeout(() => target.classList.remove("sought"), 1_600);
}

interface AtEnd {
  list: RefObject<HTMLDivElement | null>;
  inner: RefObject<HTMLDivElement | null>;
  atEnd: RefObject<boolean>;
  last: EmulatedMessage | undefined;
  userId: string;
  /** The end is out of view although nobody has scrolled. */
  leave(): void;
}

/**
 * Pictures that load and cards that grow must not scroll the end out of view. A message higher than the chat is shown
 * from its beginning.
 */
function useStayAtEnd({ list, inner, atEnd, last, userId, leave }: AtEnd): void {
  useLayoutEffect(() => {
    if (!atEnd.current || list.current === null) return;
    list.current.scrollTop = list.current.scrollHeight;
    const newest = last === undefined ? null : inner.current?.querySelector(`#${messageElementId(userId, last.id)}`);
    if (!(newest instanceof HTMLElement) || newest.offsetHeight <= list.current.clientHeight) return;
    list.current.scrollTop = newest.offsetTop;
    atEnd.current = false;
    leave();
  }, [last?.id, list, atEnd]);
  useEffect(() => {
    if (list.current === null || inner.current === null) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
    });
    observer.observe(list.current);
    observer.observe(inner.current);
    return () => observer.disconnect();
  }, [list, inner, atEnd]);
}
