import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Below this width, in px, a client shows its list or its chat, not both. */
const TWO_PANES_FROM = 580;

export function useNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(true);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => setNarrow(target.getBoundingClientRect().width < TWO_PANES_FROM);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
