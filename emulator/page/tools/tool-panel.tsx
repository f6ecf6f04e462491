import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { BUTTON_ID } from "./tool-button.tsx";
import { ToolTabs } from "./tool-tabs.tsx";
import { TOOLS } from "./tools.ts";

/**
 * The tools beside the people, one at a time; over the page in a narrow window. The focus moves into the panel when
 * it opens and back to its button when it closes.
 */
export function ToolPanel() {
  const { preferences } = useStore();
  const open = TOOLS.find(({ id }) => id === preferences.current.value.tool);
  const isOpen = open !== undefined;
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) document.getElementById(BUTTON_ID)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (open === undefined) return null;
  const { Panel } = open;
  return (
    <aside class="tool-panel" aria-label="工具">
      <div class="tool-head">
        <ToolTabs open={open.id} focused={!wasOpen.current} />
        <button
          type="button"
          class="icon-button"
          title="收起工具"
          aria-label="收起工具"
          onClick={() => preferences.change({ tool: undefined })}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="tool-body" role="tabpanel" aria-label={open.label}>
        <Panel />
      </div>
    </aside>
  );
}
