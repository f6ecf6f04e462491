import { namesOf } from "../inspector/names.ts";
import { useStore } from "../state/context.ts";
import { describeFault } from "./rule.ts";

/** The active rules, in the order in which they are matched. */
export function ActiveFaults() {
  const { faults, toasts, world, attempt } = useStore();
  const active = faults.active.value;
  const names = namesOf(world.value);
  const clear = async () => {
    const done = await attempt(async () => {
      await faults.clear();
      return true;
    });
    if (done === true) toasts.say("故障已全部清除。");
  };
  return (
    <section class="in-force" aria-label="生效中的故障">
      <div class="in-force-head">
        <h2>生效中</h2>
        {active.length > 0 && (
          <button type="button" class="button small danger" onClick={() => void clear()}>
            全部清除
          </button>
        )}
      </div>
      {active.length === 0 && <p class="meta">没有生效中的故障，一切照常。</p>}
      <ul>
        {active.map((fault, index) => {
          const { label, detail } = describeFault(fault, names);
          return (
            <li key={`${index} ${label}`}>
              <span class="tag orange">{label}</span>
              <span>{detail}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
