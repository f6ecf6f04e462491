import { useLayoutEffect, useRef } from "preact/hooks";

const NEAR_END_PX = 120;

/** Keeps a list at its end while it grows, unless the person has scrolled away from there. */
export function useStayAtEnd(entries: unknown) {
  const list = useRef<HTMLDivElement>(null);
  const fromEnd = useRef(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const toEnd = () => {
      if (fromEnd.current < NEAR_END_PX) element.scrollTop = element.scrollHeight;
    };
    toEnd();
    const observer = new ResizeObserver(toEnd);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [entries]);
  const onScroll = ({ currentTarget }: { currentTarget: HTMLDivElement }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    fromEnd.current = scrollHeight - scrollTop - clientHeight;
  };
  return { list, onScroll };
}
