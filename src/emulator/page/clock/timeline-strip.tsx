import { useState } from "preact/hooks";
import type { Timeline } from "../../contract.ts";
import type { ClockReading } from "../api/control.ts";
import { useStore } from "../state/context.ts";
import { dayNumber, fullMoment, momentOn, monthDay } from "../text/time.ts";
import { type Scale, scaleOf } from "./scale.ts";

const MORNING = "09:00";

/** The campaign from end to end: stages, rest days, deadlines, now. A press goes there; time only moves forward. */
export function TimelineStrip({ clock }: { clock: ClockReading }) {
  const { time } = useStore();
  const timeline = time.timeline.value;
  if (timeline.spans.length === 0 && timeline.points.length === 0) return null;
  const scale = scaleOf(timeline, clock.now);
  const still = !clock.frozen || time.travelling.value;
  const go = (to: string) => {
    if (!still && to > clock.now) void time.advance({ to });
  };
  return (
    <nav class="timeline" aria-label="活动日程">
      <div class="timeline-inner">
        <Days scale={scale} now={clock.now} rests={timeline.spans.filter(({ kind }) => kind === "rest")} onGo={go} />
        {timeline.spans
          .filter(({ kind }) => kind === "rest")
          .map(({ from, to, label }) => (
            <span key={from} class="rest" title={label} style={placed(scale, from, to)} />
          ))}
        {timeline.spans
          .filter(({ kind }) => kind === "stage")
          .map(({ from, to, label }) => (
            <button
              key={`${from} ${label}`}
              type="button"
              class={`stage ${tenseOf(from, to, clock.now)}`}
              style={placed(scale, from, to)}
              disabled={still || from <= clock.now}
              title={`${label}：${monthDay(from)}至${monthDay(to)}`}
              onClick={() => go(from)}
            >
              {label}
            </button>
          ))}
        {timeline.points.map(({ at, label, kind }) => (
          <button
            key={`${at} ${label}`}
            type="button"
            class={`point ${kind}${at <= clock.now ? " past" : ""}${scale.at(at) > 50 ? " leftwards" : ""}`}
            style={{ left: `${scale.at(at)}%` }}
            disabled={still || at <= clock.now}
            aria-label={`前往${fullMoment(at)}：${label}`}
            data-tip={`${fullMoment(at)} ${label}`}
            onClick={() => go(at)}
          />
        ))}
        <span class="needle" style={{ left: `${scale.at(clock.now)}%` }} aria-hidden="true" />
      </div>
    </nav>
  );
}

interface DaysProps {
  scale: Scale;
  now: string;
  rests: Timeline["spans"];
  onGo(to: string): void;
}

/** The ground of the strip, for the pointer only: the field 前往 does the same by keyboard. */
function Days({ scale, now, rests, onGo }: DaysProps) {
  const [day, setDay] = useState<number | undefined>(undefined);
  const dayUnder = (event: MouseEvent) => {
    const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
    return box === undefined ? scale.firstDay : scale.dayAt((event.clientX - box.left) / box.width);
  };
  const left = (number: number) => `${((number - scale.firstDay) / scale.days) * 100}%`;
  const weeks = Array.from({ length: scale.days }, (_, at) => scale.firstDay + at).filter((number) => isMarked(number));
  return (
    <button
      type="button"
      class="days"
      tabIndex={-1}
      aria-hidden="true"
      onMouseMove={(event) => setDay(dayUnder(event))}
      onMouseLeave={() => setDay(undefined)}
      onClick={(event) => onGo(momentOn(dayUnder(event), MORNING))}
    >
      {weeks.map((number) => (
        <span key={number} class="tick" style={{ left: left(number) }}>
          {monthDay(momentOn(number, MORNING))}
        </span>
      ))}
      {day !== undefined && (
        <span
          class={`day-under${day <= dayNumber(now) ? " past" : ""}`}
          style={{ left: left(day), width: `${100 / scale.days}%` }}
        >
          <span class={`tip${day > scale.firstDay + scale.days / 2 ? " leftwards" : ""}`}>
            {fullMoment(momentOn(day, MORNING))} {restOn(day, rests)}
          </span>
        </span>
      )}
    </button>
  );
}

const restOn = (day: number, rests: Timeline["spans"]): string =>
  rests.find(({ from, to }) => dayNumber(from) <= day && day <= dayNumber(to))?.label ?? "";

/** The 1st, 11th and 21st of each month. */
const isMarked = (day: number): boolean => [1, 11, 21].includes(new Date(day * 24 * 60 * 60 * 1000).getUTCDate());

const placed = (scale: Scale, from: string, to: string) => ({
  left: `${scale.at(from)}%`,
  width: `${scale.at(to) - scale.at(from)}%`,
});

const tenseOf = (from: string, to: string, now: string): "past" | "present" | "future" =>
  now < from ? "future" : now <= to ? "present" : "past";
