import type { ChartPoint } from "./chart-points.ts";

/** Circumference 100: shares are lengths of a dashed stroke. */
const RADIUS = 100 / (2 * Math.PI);

/** A ring chart with a legend of values and percentages. */
export function ChartPie({ points }: { points: readonly ChartPoint[] }) {
  const whole = points.reduce((sum, { value }) => sum + Math.max(0, value), 0) || 1;
  const shares = points.map(({ value }) => (Math.max(0, value) / whole) * 100);
  const startOf = (order: number) => shares.slice(0, order).reduce((sum, share) => sum + share, 0);
  return (
    <div class="pie">
      <svg viewBox="0 0 42 42" aria-hidden="true">
        {shares.map((share, order) => (
          <circle
            key={points[order]?.label ?? order}
            class={`series-${order % 4}`}
            cx="21"
            cy="21"
            r={RADIUS}
            stroke-dasharray={`${share} ${100 - share}`}
            stroke-dashoffset={25 - startOf(order)}
          />
        ))}
      </svg>
      <ul class="legend">
        {points.map(({ label, value }, order) => (
          <li key={label} class={`series-${order % 4}`}>
            {label} <span>{value}</span> <span class="meta">{(shares[order] ?? 0).toFixed(1)}%</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
