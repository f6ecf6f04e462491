import { useRef, useState } from "preact/hooks";
import type { Timeline } from "../../src/contract/control.ts";
import { DAY_MS, dayNumber, fullMoment, MORNING, momentOn, monthDay } from "../text/time.ts";
import { restLabelOn } from "./rest-on.ts";
import type { Scale } from "./scale.ts";

interface DayBackgroundProps {
  scale: Scale;
  now: string;
  rests: Timeline["spans"];
  onGo(to: string): void;
}

/**
 * The background of the strip, for pointers only (the field 前往 does the same by keyboard): shows the day under the
 * pointer and goes to its morning. On touch screens the first tap shows the day, the second goes there.
 */
export function DayBackground({ scale, now, rests, onGo }: DayBackgroundProps) {
  const [day, setDay] = useState<number | undefined>(undefined);
  const touched = useRef<number | undefined>(undefined);
  const dayUnder = ({ currentTarget, clientX }: { currentTarget: Element; clientX: number }) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return scale.dayAt((clientX - left) / width);
  };
  const onClick = (event: MouseEvent & { currentTarget: Element }) => {
    const chosen = dayUnder(event);
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    if (isTouch && touched.current !== chosen) touched.current = chosen;
    else onGo(momentOn(chosen, MORNING));
  };
  const days = Array.from({ length: scale.days }, (_, at) => scale.firstDay + at);
  return (
    <button
      type="button"
      class="days"
      tabIndex={-1}
      aria-hidden="true"
      onMouseMove={(event) => setDay(dayUnder(event))}
      onMouseLeave={() => setDay(undefined)}
      onClick={onClick}
    >
      {days.filter(isMarked).map((number) => (
        <span key={number} class="tick" style={{ left: leftOf(number, scale) }}>
          {monthDay(momentOn(number, MORNING))}
        </span>
      ))}
      {day !== undefined && <DayUnder day={day} scale={scale} now={now} rests={rests} />}
    </button>
  );
}

function DayUnder({ day, scale, now, rests }: Omit<DayBackgroundProps, "onGo"> & { day: number }) {
  const inSecondHalf = day > scale.firstDay + scale.days / 2;
  return (
    <span
      class={`day-under${day <= dayNumber(now) ? " past" : ""}`}
      style={{ left: leftOf(day, scale), width: `${100 / scale.days}%` }}
    >
      <span class={`tip${inSecondHalf ? " leftwards" : ""}`}>
        {fullMoment(momentOn(day, MORNING))} {restLabelOn(day, rests)}
      </span>
    </span>
  );
}

const leftOf = (day: number, scale: Scale): string => `${((day - scale.firstDay) / scale.days) * 100}%`;

/** The 1st, 11th and 21st of each month. */
const isMarked = (day: number): boolean => [1, 11, 21].includes(new Date(day * DAY_MS).getUTCDate());
