import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { TOOLS } from "./tools.ts";

export const BUTTON_ID = "tool-button";

/** Opens or closes the panel; opens the faults while some are active. Shows the number of active faults. */
export function ToolButton() {
  const { preferences, faults } = useStore();
  const activeCount = faults.active.value.length;
  const isOpen = TOOLS.some(({ id }) => id === preferences.current.value.tool);
  if (TOOLS.length === 0) return null;
  const first = activeCount > 0 ? "faults" : TOOLS[0]?.id;
  return (
    <button
      id={BUTTON_ID}
      type="button"
      class="button small quiet tool-button"
      title="工具：场景、流量、故障"
      aria-label={activeCount === 0 ? "工具" : `工具，故障 ${activeCount} 项生效中`}
      aria-expanded={isOpen}
      onClick={() => preferences.change({ tool: isOpen ? undefined : first })}
    >
      <Icon name="tools" />
      <span class="tool-word">工具</span>
      <FaultMark />
    </button>
  );
}

/** The number of active faults; hidden when there are none. */
function FaultMark() {
  const { length } = useStore().faults.active.value;
  return length === 0 ? null : <span class="tag orange fault-mark">故障 {length}</span>;
}
