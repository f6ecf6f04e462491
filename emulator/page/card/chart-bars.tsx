import { type ChartPoint, seriesOf } from "./chart-points.ts";

/** One bar per value; series differ by color and name. */
export function ChartBars({ points }: { points: readonly ChartPoint[] }) {
  const max = Math.max(...points.map(({ value }) => value)) || 1;
  const names = seriesOf(points);
  return (
    <dl class="bars">
      {points.map(({ label, value, series }) => (
        <div key={`${label} ${series}`}>
          <dt>{series === "" ? label : `${label}（${series}）`}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect class={`series-${names.indexOf(series) % 4}`} width={(Math.max(0, value) / max) * 100} height="8" />
            </svg>
            <span>{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
