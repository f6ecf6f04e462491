import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Rows rendered beyond the visible ones, so that the keyboard finds the next one. */
const MORE_ROWS = 8;
const NEAR_END_ROWS = 2;

interface Windowed {
  /** The id of each row, by which the position is restored when rows are removed from the start. */
  ids: readonly number[];
  rowPx: number;
  /** Scrolled into view at first; without it the list starts at its end. */
  returnTo: number | undefined;
}

/**
 * The visible part of a long list of rows of equal height. It stays at its end while it grows, or where it was
 * scrolled to.
 */
export function useWindow({ ids, rowPx, returnTo }: Windowed) {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const before = useRef<readonly number[]>([]);
  const [viewport, setViewport] = useState({ top: 0, height: 0 });

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const found = ids.indexOf(returnTo ?? -1);
    if (found >= 0) element.scrollTop = Math.max(0, found * rowPx - element.clientHeight / 2);
    atEnd.current = found < 0;
    const observer = new ResizeObserver(() => setViewport({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const removed = Math.max(0, before.current.indexOf(ids[0] ?? -1));
    before.current = ids;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (removed > 0) element.scrollTop -= removed * rowPx;
    setViewport({ top: element.scrollTop, height: element.clientHeight });
  }, [ids, rowPx]);

  const first = Math.max(0, Math.floor(viewport.top / rowPx) - MORE_ROWS);
  const onScroll = ({ currentTarget }: { currentTarget: HTMLDivElement }) => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_ROWS * rowPx;
    setViewport({ top: scrollTop, height: clientHeight });
  };
  return { list, onScroll, first, end: Math.ceil((viewport.top + viewport.height) / rowPx) + MORE_ROWS };
}
