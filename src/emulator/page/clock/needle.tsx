import { useState } from "preact/hooks";
import type { Timeline } from "../../contract.ts";
import { dayNumber, fullMoment, MORNING, momentOn } from "../text/time.ts";
import { restOn } from "./rest-on.ts";
import type { Scale } from "./scale.ts";

interface NeedleProps {
  scale: Scale;
  now: string;
  /** Time cannot be moved now. */
  still: boolean;
  rests: Timeline["spans"];
  onGo(to: string): void;
}

/** What a key moves the needle by, in days; a week with the page keys. */
const KEYS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 7,
  PageDown: -7,
};

/** Now, as a needle to be drawn to a later day: by the pointer until it is let go, or by keys until Enter. */
export function Needle({ scale, now, still, rests, onGo }: NeedleProps) {
  const [target, setTarget] = useState<number | undefined>(undefined);
  const [held, setHeld] = useState(false);
  const today = dayNumber(now);
  const last = scale.firstDay + scale.days - 1;
  const draw = (day: number) => setTarget(Math.min(last, Math.max(today, day)));
  const letGo = () => {
    setHeld(false);
    setTarget(undefined);
    if (target !== undefined && target > today) onGo(momentOn(target, MORNING));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const days = KEYS[event.key];
    if (still || (days === undefined && !["Enter", "Escape"].includes(event.key))) return;
    event.preventDefault();
    if (days !== undefined) draw((target ?? today) + days);
    else if (event.key === "Enter") letGo();
    else setTarget(undefined);
  };
  const moment = target === undefined || target === today ? now : momentOn(target, MORNING);
  return (
    <>
      <span class={`needle${target === undefined ? "" : " drawn"}`} style={{ left: `${scale.at(moment)}%` }} />
      <div
        class="needle-grip"
        role="slider"
        tabIndex={0}
        style={{ left: `${scale.at(moment)}%` }}
        aria-label="当前时间，可拖到以后的日期"
        aria-valuemin={today}
        aria-valuemax={last}
        aria-valuenow={target ?? today}
        aria-valuetext={fullMoment(moment)}
        aria-disabled={still}
        onKeyDown={onKeyDown}
        onBlur={() => setTarget(undefined)}
        onPointerDown={(event) => {
          if (still) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setHeld(true);
        }}
        onPointerMove={(event) => {
          const strip = event.currentTarget.parentElement?.getBoundingClientRect();
          if (held && strip !== undefined) draw(scale.dayAt((event.clientX - strip.left) / strip.width));
        }}
        onPointerUp={letGo}
        onPointerCancel={() => {
          setHeld(false);
          setTarget(undefined);
        }}
      >
        {target !== undefined && (
          <span class={`tip${scale.at(moment) > 50 ? " leftwards" : ""}`}>
            {held ? "松开前往" : "回车前往"} {fullMoment(moment)} {restOn(target, rests)}
          </span>
        )}
      </div>
    </>
  );
}
