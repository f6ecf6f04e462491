import type { Timeline } from "../../src/contract/control.ts";
import { fullMoment, MORNING, momentOn } from "../text/time.ts";
import { restLabelOn } from "./rest-on.ts";
import type { Scale } from "./scale.ts";
import { useNeedleDrag } from "./use-needle-drag.ts";

interface NeedleProps {
  scale: Scale;
  now: string;
  /** The time cannot be moved at the moment. */
  still: boolean;
  rests: Timeline["spans"];
  onGo(to: string): void;
}

/** The current time, as a needle that can be dragged to a later day. */
export function Needle({ scale, now, still, rests, onGo }: NeedleProps) {
  const { target, held, backwards, today, last, handlers } = useNeedleDrag({ scale, now, still, onGo });
  const moment = target === undefined || target === today ? now : momentOn(target, MORNING);
  const style = { left: `${scale.at(moment)}%` };
  const hint = `${held ? "松开前往" : "回车前往"} ${fullMoment(moment)} ${restLabelOn(target ?? today, rests)}`;
  return (
    <>
      <span class={`needle${target === undefined ? "" : " drawn"}`} style={style} />
      <div
        class="needle-grip"
        role="slider"
        tabIndex={0}
        style={style}
        aria-label="当前时间，可拖到以后的日期"
        aria-valuemin={today}
        aria-valuemax={last}
        aria-valuenow={target ?? today}
        aria-valuetext={fullMoment(moment)}
        aria-disabled={still}
        {...handlers}
      >
        {target !== undefined && (
          <span class={`tip${scale.at(moment) > 50 ? " leftwards" : ""}`}>{backwards ? "时间不能后退" : hint}</span>
        )}
      </div>
    </>
  );
}
