import { FaultMark } from "../faults/fault-mark.tsx";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { TOOLS } from "./tools.ts";

/** The instruments beside the people, one at a time; over the page where there is little width. */
export function ToolPanel() {
  const { preferences } = useStore();
  const open = TOOLS.find(({ id }) => id === preferences.current.value.tool);
  if (open === undefined) return null;
  const { Panel } = open;
  return (
    <aside class="tool-panel" aria-label="工具">
      <div class="tool-head">
        <div class="tool-tabs" role="tablist">
          {TOOLS.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              role="tab"
              class="tool-tab"
              aria-selected={id === open.id}
              onClick={() => preferences.change({ tool: id })}
            >
              {label}
            </button>
          ))}
        </div>
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

/** Opens the panel where it was left, or closes it. */
export function ToolButton() {
  const { preferences, faults } = useStore();
  const inForce = faults.inForce.value.length;
  const isOpen = TOOLS.some(({ id }) => id === preferences.current.value.tool);
  if (TOOLS.length === 0) return null;
  return (
    <button
      type="button"
      class="button small quiet tool-button"
      title="工具：场景、流量、故障"
      aria-label={inForce === 0 ? "工具" : `工具，${inForce}项故障生效中`}
      aria-expanded={isOpen}
      onClick={() => preferences.change({ tool: isOpen ? undefined : TOOLS[0]?.id })}
    >
      <Icon name="tools" />
      <FaultMark />
    </button>
  );
}
