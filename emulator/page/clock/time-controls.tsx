import { useState } from "preact/hooks";
import type { ClockReading } from "../api/control.ts";
import { useStore } from "../state/context.ts";
import { DAY_MS, fieldValue, fromFieldValue, fullMoment, HOUR_MS } from "../text/time.ts";

export function TimeControls({ clock }: { clock: ClockReading }) {
  const { time } = useStore();
  const busy = time.isAdvancing.value;
  if (!clock.frozen) return <p class="real-time">与本机时间一致，不能调整</p>;
  const step = (ms: number) => () => void time.advance({ ms });
  return (
    <div class="time-controls" aria-busy={busy}>
      <button type="button" class="button small" disabled={busy} onClick={step(HOUR_MS)}>
        +1小时
      </button>
      <button type="button" class="button small" disabled={busy} onClick={step(DAY_MS)}>
        +1天
      </button>
      <button
        type="button"
        class="button small primary"
        disabled={busy || clock.nextDueAt === null}
        title={clock.nextDueAt === null ? "此后没有到期事项" : fullMoment(clock.nextDueAt)}
        onClick={() => void time.advance({ next: true })}
      >
        {busy ? "正在前进……" : "下一时点"}
      </button>
      <NextDeadline clock={clock} busy={busy} />
      <GoTo clock={clock} busy={busy} />
    </div>
  );
}

/** The campaign's next deadline, possibly several due moments ahead. */
function NextDeadline({ clock, busy }: { clock: ClockReading; busy: boolean }) {
  const { time } = useStore();
  const [next] = time.timeline.value.points
    .filter(({ kind, at }) => kind === "deadline" && at > clock.now)
    .sort((one, other) => one.at.localeCompare(other.at));
  if (next === undefined) return null;
  return (
    <button
      type="button"
      class="button small next-deadline"
      disabled={busy}
      title={`${fullMoment(next.at)} ${next.label}`}
      onClick={() => void time.advance({ to: next.at })}
    >
      下一截止
    </button>
  );
}

/** Any later moment, by its date and time. */
function GoTo({ clock, busy }: { clock: ClockReading; busy: boolean }) {
  const { time } = useStore();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const earliest = fieldValue(clock.now);
  const target = chosen !== undefined && chosen > earliest ? chosen : earliest;
  const go = (event: Event) => {
    event.preventDefault();
    setChosen(undefined);
    void time.advance({ to: fromFieldValue(target) });
  };
  return (
    <form class="go-to" onSubmit={go}>
      <input
        type="datetime-local"
        class="field"
        aria-label="前往的日期和时间"
        min={earliest}
        value={target}
        onInput={(event) => setChosen(event.currentTarget.value)}
      />
      <button type="submit" class="button small" disabled={busy || target === earliest}>
        前往
      </button>
    </form>
  );
}
