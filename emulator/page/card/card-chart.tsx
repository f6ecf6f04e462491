import type { CardNode } from "../../src/contract/card.ts";
import { ChartBars } from "./chart-bars.tsx";
import { ChartLines } from "./chart-lines.tsx";
import { ChartPie } from "./chart-pie.tsx";
import { chartPoints } from "./chart-points.ts";

type Chart = Extract<CardNode, { kind: "chart" }>;

/** A line, bar or pie chart, as the variable says. Unreadable data is shown as JSON. */
export function CardChartView({ chart }: { chart: Chart }) {
  return (
    <figure class="chart">
      {chart.title !== "" && <figcaption>{chart.title}</figcaption>}
      <Drawing chart={chart} />
    </figure>
  );
}

function Drawing({ chart }: { chart: Chart }) {
  const points = chartPoints(chart.data);
  if (points.length === 0) return <pre>{JSON.stringify(chart.data, null, 1)}</pre>;
  if (/line/i.test(chart.type)) return <ChartLines points={points} least={chart.least} />;
  return /pie/i.test(chart.type) ? <ChartPie points={points} /> : <ChartBars points={points} />;
}
