import { useStore } from "../state/context.ts";
import type { TrafficFilters } from "./filters.ts";
import { KIND_LABELS, type TrafficKind } from "./kind.ts";

const KINDS: readonly (readonly [TrafficFilters["kind"], string])[] = [
  ["all", "全部"],
  ...(["push", "call", "ack"] as const).map((kind: TrafficKind) => [kind, KIND_LABELS[kind]] as const),
];

/** Filters of the traffic, and pause. */
export function TrafficFilterBar() {
  const { traffic, world } = useStore();
  const filters = traffic.filters.value;
  const paused = traffic.paused.value;
  const change = (part: Partial<TrafficFilters>) => {
    traffic.filters.value = { ...filters, ...part };
  };
  return (
    <div class="traffic-bar">
      <div class="traffic-bar-row">
        <select
          class="field small"
          aria-label="只看此人"
          value={filters.userId}
          onChange={(event) => change({ userId: event.currentTarget.value })}
        >
          <option value="">所有人</option>
          {world.value?.users.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
        <KindChoice chosen={filters.kind} onChoose={(kind) => change({ kind })} />
      </div>
      <div class="traffic-bar-row">
        <input
          type="search"
          class="field small"
          aria-label="查找流量"
          placeholder="查找"
          value={filters.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
        <label class="only-trouble">
          <input
            type="checkbox"
            checked={filters.onlyTrouble}
            onChange={(event) => change({ onlyTrouble: event.currentTarget.checked })}
          />
          只看异常
        </label>
        <button
          type="button"
          class={`button small${paused ? " primary" : ""}`}
          aria-pressed={paused}
          onClick={() => traffic.pause(!paused)}
        >
          {paused ? "继续" : "暂停"}
        </button>
        <button type="button" class="button small" onClick={() => traffic.clear()}>
          清空
        </button>
      </div>
    </div>
  );
}

function KindChoice({
  chosen,
  onChoose,
}: {
  chosen: TrafficFilters["kind"];
  onChoose(kind: TrafficFilters["kind"]): void;
}) {
  return (
    <fieldset class="segments" aria-label="种类">
      {KINDS.map(([kind, word]) => (
        <label key={kind} class={kind === chosen ? "chosen" : ""}>
          <input
            type="radio"
            name="traffic-kind"
            value={kind}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
          />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
