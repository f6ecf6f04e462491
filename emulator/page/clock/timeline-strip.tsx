import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Timeline } from "../../src/contract/control.ts";
import type { ClockReading } from "../api/control.ts";
import { useStore } from "../state/context.ts";
import { lastDay, momentOn, monthDay } from "../text/time.ts";
import { DayBackground } from "./day-background.tsx";
import { Needle } from "./needle.tsx";
import { type Scale, scaleOf } from "./scale.ts";
import { TimelinePoints } from "./timeline-points.tsx";

export function TimelineStrip({ clock }: { clock: ClockReading }) {
  const { time } = useStore();
  const timeline = time.timeline.value;
  if (timeline.spans.length === 0 && timeline.points.length === 0) return null;
  return <Strip clock={clock} timeline={timeline} />;
}

/** The whole campaign: stages, rest days, deadlines, current time. A press goes there; time only moves forward. */
function Strip({ clock, timeline }: { clock: ClockReading; timeline: Timeline }) {
  const { time } = useStore();
  const scale = scaleOf(timeline, clock.now);
  const still = !clock.frozen || time.isAdvancing.value;
  const go = (to: string) => {
    if (!still && to > clock.now) void time.advance({ to });
  };
  const frame = useCenteredNeedle(scale.at(clock.now));
  const rests = timeline.spans.filter(({ kind }) => kind === "rest");
  const stages = timeline.spans.filter(({ kind }) => kind === "stage");
  return (
    <nav ref={frame} class="timeline" aria-label="活动日程">
      <div class="timeline-inner">
        <DayBackground scale={scale} now={clock.now} rests={rests} onGo={go} />
        {rests.map((span) => (
          <span key={span.from} class="rest" style={placed(scale, span)} />
        ))}
        {stages.map((span) => (
          <span
            key={`${span.from} ${span.label}`}
            class={`stage ${tenseOf(span, clock.now)}`}
            style={placed(scale, span)}
          >
            {span.label}
            <span class="unseen">
              {monthDay(span.from)}至{monthDay(momentOn(lastDay(span.to), "00:00"))}
            </span>
          </span>
        ))}
        <TimelinePoints points={timeline.points} scale={scale} now={clock.now} still={still} onGo={go} />
        <Needle scale={scale} now={clock.now} still={still} rests={rests} onGo={go} />
      </div>
    </nav>
  );
}

type Span = Timeline["spans"][number];

const placed = (scale: Scale, { from, to }: Span) => ({
  left: `${scale.at(from)}%`,
  width: `${scale.at(to) - scale.at(from)}%`,
});

const tenseOf = ({ from, to }: Span, now: string): "past" | "present" | "future" =>
  now < from ? "future" : now < to ? "present" : "past";

/**
 * In a window narrower than the strip, the current time is centered whenever it moves.
 * @param place per cent of the strip
 */
function useCenteredNeedle(place: number): RefObject<HTMLElement | null> {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (element !== null) element.scrollLeft = (element.scrollWidth * place) / 100 - element.clientWidth / 2;
  }, [place]);
  return frame;
}
