import { type ChartPoint, seriesOf } from "./chart-points.ts";

const WIDTH = 320;
const HEIGHT = 120;

/** One line per series over the labels in order; the value axis starts at 0 or where the card says. */
export function ChartLines({ points, least = 0 }: { points: readonly ChartPoint[]; least: number | undefined }) {
  const labels = [...new Set(points.map(({ label }) => label))];
  const names = seriesOf(points);
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(least, ...values), Math.max(...values)];
  const span = high - low || 1;
  const place = ({ label, value }: ChartPoint) =>
    `${(labels.indexOf(label) / Math.max(1, labels.length - 1)) * WIDTH},${HEIGHT - ((value - low) / span) * HEIGHT}`;
  const words = points.map(({ label, value, series }) => `${series}${label} ${value}`).join("，");
  return (
    <>
      <svg class="lines" viewBox={`-6 -6 ${WIDTH + 12} ${HEIGHT + 12}`} role="img" aria-label={words}>
        <path class="axis" d={`M0 0V${HEIGHT}H${WIDTH}`} />
        {names.map((name, order) => (
          <polyline
            key={name}
            class={`series-${order % 4}`}
            points={points
              .filter(({ series }) => series === name)
              .map(place)
              .join(" ")}
          />
        ))}
      </svg>
      <p class="meta axis-words">
        <span>{labels[0]}</span>
        <span>最高 {high}</span>
        <span>{labels[labels.length - 1]}</span>
      </p>
      <Legend names={names} />
    </>
  );
}

function Legend({ names }: { names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <ul class="legend">
      {names.map((name, order) => (
        <li key={name} class={`series-${order % 4}`}>
          {name}
        </li>
      ))}
    </ul>
  );
}
