import { useLayoutEffect, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { TOOLS } from "./tools.ts";

/**
 * Left, right, Home and End move between tabs, which are one stop of the Tab key.
 * @param focused whether to focus the tab immediately
 */
export function ToolTabs({ open, focused }: { open: string; focused: boolean }) {
  const { preferences } = useStore();
  const tabs = useRef<HTMLDivElement>(null);
  const chosen = () => tabs.current?.querySelector<HTMLElement>(`[aria-selected="true"]`);
  useLayoutEffect(() => {
    if (focused) chosen()?.focus();
  }, [focused]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next =
      TOOLS[
        nextIndex(
          event.key,
          TOOLS.findIndex(({ id }) => id === open),
        )
      ];
    if (next === undefined) return;
    event.preventDefault();
    preferences.change({ tool: next.id });
    tabs.current?.querySelector<HTMLElement>(`[data-tool="${next.id}"]`)?.focus();
  };
  return (
    <div class="tool-tabs" role="tablist" ref={tabs}>
      {TOOLS.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tool-tab"
          data-tool={id}
          aria-selected={id === open}
          tabIndex={id === open ? 0 : -1}
          onKeyDown={onKeyDown}
          onClick={() => preferences.change({ tool: id })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** -1 for any other key. */
function nextIndex(key: string, index: number): number {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % TOOLS.length;
    case "ArrowLeft":
      return (index - 1 + TOOLS.length) % TOOLS.length;
    case "Home":
      return 0;
    case "End":
      return TOOLS.length - 1;
    default:
      return -1;
  }
}
