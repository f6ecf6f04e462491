import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { CardReading } from "../../src/contract/card.ts";

/** Scrolls to the top of the card when the person's own press brings another page of its form. */
export function useScrollToNewPage(
  { forms }: CardReading,
  { busy }: { busy: string | undefined },
): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null);
  const acted = useRef(false);
  const formId = forms[0]?.formId;
  const before = useRef(formId);
  if (busy !== undefined) acted.current = true;
  useEffect(() => {
    const turned = acted.current && before.current !== undefined && formId !== undefined && before.current !== formId;
    before.current = formId;
    if (!turned) return;
    acted.current = false;
    frame.current?.scrollIntoView({ block: "start" });
  }, [formId]);
  return frame;
}
