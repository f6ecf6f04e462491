import type { CardChart } from "../../contract.ts";
import { type ChartPoint, chartPoints } from "./chart-points.ts";

const WIDTH = 320;
const HEIGHT = 120;

/** Lines where the template says line, else bars with their values. What cannot be read is shown as it came. */
export function CardChartView({ chart }: { chart: CardChart }) {
  const points = chartPoints(chart.data);
  return (
    <figure class="chart">
      <figcaption>{chart.title}</figcaption>
      {points.length === 0 && <pre>{JSON.stringify(chart.data, null, 1)}</pre>}
      {points.length > 0 && (/line/i.test(chart.type) ? <Lines points={points} /> : <Bars points={points} />)}
    </figure>
  );
}

function Bars({ points }: { points: readonly ChartPoint[] }) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  return (
    <dl class="bars">
      {points.map(({ label, value, series }) => (
        <div key={`${label} ${series}`}>
          <dt>{series === "" ? label : `${label}（${series}）`}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect width={(Math.max(0, value) / most) * 100} height="8" />
            </svg>
            <span>{value}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ points }: { points: readonly ChartPoint[] }) {
  const labels = [...new Set(points.map(({ label }) => label))];
  const names = [...new Set(points.map(({ series }) => series))];
  const most = Math.max(1, ...points.map(({ value }) => value));
  const place = ({ label, value }: ChartPoint) =>
    `${(labels.indexOf(label) / Math.max(1, labels.length - 1)) * WIDTH},${HEIGHT - (value / most) * HEIGHT}`;
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
        <span>最高 {most}</span>
        <span>{labels[labels.length - 1]}</span>
      </p>
    </>
  );
}
