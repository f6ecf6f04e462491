import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EmulatedMessage } from "../../contract.ts";
import { around, earlier, later, placesOf, type Stretch } from "./window.ts";

const NEAR_END_PX = 60;
/** So far from the edge of what is drawn the next stretch is fetched. */
const AHEAD_PX = 900;

export interface Scroll {
  list: RefObject<HTMLDivElement | null>;
  inner: RefObject<HTMLDivElement | null>;
  from: number;
  shown: readonly EmulatedMessage[];
  /** Messages of others below what the person has seen; undefined while they read the end. */
  below: number | undefined;
  onScroll(): void;
  toEnd(): void;
  /** Brings a message into view and marks it for a moment. */
  toMessage(messageId: string): void;
}

/** Draws a stretch of a long chat and keeps it at its end while it grows, unless the person has scrolled away. */
export function useScroll(messages: readonly EmulatedMessage[], userId: string): Scroll {
  const list = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [stretch, setStretch] = useState<Stretch>("end");
  const [seen, setSeen] = useState<number | undefined>(undefined);
  const { from, to } = placesOf(stretch, messages.length);
  const wanted = useRef<string | undefined>(undefined);
  const pinned = useRef<Element | undefined>(undefined);
  const atEnd = useRef(true);
  atEnd.current = stretch === "end" && seen === undefined;

  useStayAtEnd({ list, inner, atEnd, last: messages.at(-1)?.id });
  useLayoutEffect(() => {
    const target = wanted.current === undefined ? null : (inner.current?.querySelector(`#${wanted.current}`) ?? null);
    if (target === null) return;
    wanted.current = undefined;
    target.scrollIntoView({ block: "center" });
    flash(target);
  });

  // A browser holds the view still while something grows above it, but not at the very top.
  useLayoutEffect(() => {
    const element = pinned.current;
    pinned.current = undefined;
    if (element instanceof HTMLElement && list.current !== null) list.current.scrollTop = element.offsetTop;
  }, [from]);

  function onScroll(): void {
    const element = list.current;
    if (element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const fromEnd = scrollHeight - scrollTop - clientHeight;
    if (fromEnd < NEAR_END_PX && to === messages.length) follow();
    else leaveEnd(element, fromEnd);
  }
  function leaveEnd({ scrollTop }: HTMLElement, fromEnd: number): void {
    if (seen === undefined) setSeen(messages.length);
    if (scrollTop < AHEAD_PX && from > 0) {
      pinned.current = scrollTop < 1 ? (inner.current?.firstElementChild ?? undefined) : undefined;
      setStretch(earlier(stretch, messages.length));
    } else if (fromEnd < AHEAD_PX && to < messages.length) setStretch(later(stretch, messages.length));
    else if (stretch === "end") setStretch({ from, to });
  }
  function follow(): void {
    setSeen(undefined);
    setStretch("end");
  }
  function toEnd(): void {
    follow();
    atEnd.current = true;
    requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight }));
  }
  function toMessage(messageId: string): void {
    const place = messages.findIndex(({ id }) => id === messageId);
    if (place < 0) return;
    wanted.current = placeName(userId, messageId);
    setSeen(seen ?? messages.length);
    setStretch(place >= from && place < to ? { from, to } : around(place, messages.length));
  }
  const below =
    seen === undefined ? undefined : messages.slice(seen).filter((message) => message.from !== userId).length;
  return { list, inner, from, shown: messages.slice(from, to), below, onScroll, toEnd, toMessage };
}

/** The place of a message in one person's client. */
export const placeName = (userId: string, messageId: string): string =>
  `at-${userId.replace(/[^\w-]/g, "_")}-${messageId}`;

function flash(target: Element): void {
  target.classList.add("sought");
  setTimeout(() => target.classList.remove("sought"), 1_600);
}

interface AtEnd {
  list: RefObject<HTMLDivElement | null>;
  inner: RefObject<HTMLDivElement | null>;
  atEnd: RefObject<boolean>;
  last: string | undefined;
}

/** A picture that arrives or a card that grows must not push the end out of sight either. */
function useStayAtEnd({ list, inner, atEnd, last }: AtEnd): void {
  useLayoutEffect(() => {
    if (atEnd.current && list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [last, list, atEnd]);
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
