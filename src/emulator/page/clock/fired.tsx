import type { Fired as FiredMoment } from "../../client/clock.ts";
import type { Timeline } from "../../contract.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { fullMoment } from "../text/time.ts";

const SHOWN = 6;
const KINDS: Record<string, string> = { refresh: "卡片刷新" };

/** What the last advance set off. */
export function Fired() {
  const { time } = useStore();
  const arrival = time.arrival.value;
  if (arrival === undefined) return null;
  const { fired } = arrival;
  return (
    <div class="fired" role="status">
      <p>
        {fired.length === 0
          ? `已到${fullMoment(arrival.now)}，其间没有到期事项。`
          : `已到${fullMoment(arrival.now)}，触发${fired.length}项：`}
      </p>
      <ul>
        {fired.slice(0, SHOWN).map((moment) => (
          <li key={`${moment.kind} ${moment.key} ${moment.dueAt}`} title={`${moment.kind} ${moment.key}`}>
            <time>{fullMoment(moment.dueAt)}</time> {nameOf(moment, time.timeline.value.points)}
          </li>
        ))}
        {fired.length > SHOWN && <li>等</li>}
      </ul>
      <button
        type="button"
        class="icon-button"
        aria-label="收起"
        onClick={() => {
          time.arrival.value = undefined;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The campaign's own word for the moment, where its timeline has one. */
function nameOf({ kind, key, dueAt }: FiredMoment, points: Timeline["points"]): string {
  const point = points.find(({ at }) => Date.parse(at) === Date.parse(dueAt));
  return point?.label ?? KINDS[kind] ?? `${kind} ${key}`;
}
