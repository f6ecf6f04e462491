/** One plotted value; `series` distinguishes several lines. */
export interface ChartPoint {
  label: string;
  value: number;
  series: string;
}

/** The platform's charts hold their points as `[{x, y, type?}]`, directly or under `data`. Anything else gives none. */
export function chartPoints(data: unknown): ChartPoint[] {
  if (Array.isArray(data)) return data.flatMap(pointOf);
  if (isRecord(data)) return chartPoints(data.data ?? data.dataSource ?? data.values ?? []);
  if (typeof data === "string") return chartPoints(parsed(data));
  return [];
}

function pointOf(entry: unknown): ChartPoint[] {
  if (!isRecord(entry)) return [];
  const height = entry.y ?? entry.value;
  const value = Number(Array.isArray(height) ? height[1] : height);
  const label = entry.x ?? entry.name ?? entry.label;
  if (Number.isNaN(value) || label === undefined) return [];
  return [{ label: String(label), value, series: String(entry.type ?? entry.series ?? "") }];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The names of the series in order; a chart without groups has one with an empty name. */
export const seriesOf = (points: readonly ChartPoint[]): string[] => [...new Set(points.map(({ series }) => series))];
