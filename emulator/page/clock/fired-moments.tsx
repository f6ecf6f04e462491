import { useEffect, useState } from "preact/hooks";
import type { FiredMoment, Timeline } from "../../src/contract/control.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { fullMoment } from "../text/time.ts";

const SHOWN = 6;
const KINDS: Record<string, string> = { refresh: "卡片刷新" };

/** The due moments of the last advance. */
export function FiredMoments() {
  const { time, sent } = useStore();
  const arrival = time.lastAdvance.value;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [arrival]);
  // Sending a message dismisses it.
  useEffect(() => {
    if (sent.value !== undefined) time.lastAdvance.value = undefined;
  }, [sent.value, time]);
  if (arrival === undefined) return null;
  const { fired, now } = arrival;
  return (
    <div class={`fired${open ? " open" : ""}`} role="status">
      {fired.length === 0 ? (
        <p>{`已到${fullMoment(now)}，其间没有到期事项。`}</p>
      ) : (
        <button type="button" class="fired-sum" aria-expanded={open} onClick={() => setOpen(!open)}>
          {`已到${fullMoment(now)}，触发${fired.length}项：`}
        </button>
      )}
      <ul>
        {fired.slice(0, SHOWN).map((moment) => (
          <li key={`${moment.kind} ${moment.key} ${moment.dueAt}`} title={`${moment.kind} ${moment.key}`}>
            {Date.parse(moment.dueAt) !== Date.parse(now) && <time>{fullMoment(moment.dueAt)} </time>}
            {nameOf(moment, time.timeline.value.points)}
          </li>
        ))}
        {fired.length > SHOWN && <li>等</li>}
      </ul>
      <button
        type="button"
        class="icon-button"
        aria-label="收起"
        onClick={() => {
          time.lastAdvance.value = undefined;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** The campaign's label for the moment, if its timeline has one. */
function nameOf({ kind, key, dueAt }: FiredMoment, points: Timeline["points"]): string {
  const point = points.find(({ at }) => Date.parse(at) === Date.parse(dueAt));
  return point?.label ?? KINDS[kind] ?? `${kind} ${key}`;
}
