import { useStore } from "../state/context.ts";
import { Popover } from "./popover.tsx";

const SHOWN = 12;

/** Shown when there are fidelity warnings; lists them, latest first. */
export function FidelityButton() {
  const { warnings } = useStore().fidelity;
  const all = warnings.value;
  if (all.length === 0) return null;
  const times = new Map<string, number>();
  for (const { message } of all) times.set(message, (times.get(message) ?? 0) + 1);
  const latest = [...times].reverse().slice(0, SHOWN);
  return (
    <Popover label={`提示${all.length}条`} face={<span class="tag orange">提示 {all.length}</span>}>
      <p class="meta">与真实平台可能不一致之处：</p>
      <ul class="warnings">
        {latest.map(([message, count]) => (
          <li key={message}>
            {message}
            {count > 1 && <span class="meta">（{count}次）</span>}
          </li>
        ))}
      </ul>
    </Popover>
  );
}
