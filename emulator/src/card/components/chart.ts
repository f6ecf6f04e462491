import type { CardChartLook, CardNode } from "../../contract/card.ts";
import type { Draw } from "../drawing.ts";
import { formatValue } from "../parse-value.ts";
import { member } from "../path.ts";
import { resolve } from "../resolve.ts";

function lookOf(config: unknown): CardChartLook {
  const least = member(member(config, "yAxisConfig"), "min");
  return {
    ...(member(config, "stack") === true ? { stacked: true } : {}),
    ...(typeof least === "number" ? { least } : {}),
  };
}

/** The variable holds `type`, `data` (points x, y, and type for the series) and `config`. */
export const chart: Draw = (node, scope): CardNode[] => {
  const value = resolve(scope, node.props.data);
  if (value === undefined) return [];
  const config = member(value, "config");
  return [
    {
      kind: "chart",
      title: formatValue(member(config, "title")),
      type: formatValue(member(value, "type")),
      data: member(value, "data") ?? [],
      ...lookOf(config),
    },
  ];
};
