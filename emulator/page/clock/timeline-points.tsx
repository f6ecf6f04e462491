import type { Timeline } from "../../src/contract/control.ts";
import { fullMoment } from "../text/time.ts";
import type { Scale } from "./scale.ts";

interface TimelinePointsProps {
  points: Timeline["points"];
  scale: Scale;
  now: string;
  /** The time cannot be moved at the moment. */
  still: boolean;
  onGo(to: string): void;
}

/** Deadlines and other moments as marks that can be pressed; those of one moment are merged. */
export function TimelinePoints({ points, scale, now, still, onGo }: TimelinePointsProps) {
  return (
    <>
      {merged(points).map(({ at, label, kind }) => (
        <button
          key={at}
          type="button"
          class={`point ${kind}${at <= now ? " past" : ""}${scale.at(at) > 50 ? " leftwards" : ""}`}
          style={{ left: `${scale.at(at)}%` }}
          disabled={still || at <= now}
          aria-label={`前往${fullMoment(at)}：${label}`}
          data-tip={`${fullMoment(at)} ${label}`}
          onClick={() => onGo(at)}
        />
      ))}
    </>
  );
}

function merged(points: Timeline["points"]): Timeline["points"] {
  const byMoment = new Map<string, Timeline["points"][number]>();
  for (const point of points) {
    const same = byMoment.get(point.at);
    if (same === undefined) byMoment.set(point.at, point);
    else
      byMoment.set(point.at, {
        at: point.at,
        label: `${same.label}；${point.label}`,
        kind: same.kind === "deadline" ? "deadline" : point.kind,
      });
  }
  return [...byMoment.values()];
}
