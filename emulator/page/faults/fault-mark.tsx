import { useStore } from "../state/context.ts";

/** The number of active faults; hidden when there are none. */
export function FaultMark() {
  const { length } = useStore().faults.active.value;
  return length === 0 ? null : <span class="tag orange fault-mark">故障 {length}</span>;
}
