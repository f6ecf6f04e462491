import { useStore } from "../state/context.ts";

/** How many faults are in force; nothing while none is. */
export function FaultMark() {
  const { length } = useStore().faults.active.value;
  return length === 0 ? null : <span class="tag orange fault-mark">故障 {length}</span>;
}
