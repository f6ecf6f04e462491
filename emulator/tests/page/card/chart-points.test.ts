import { expect, test } from "vitest";
import { chartPoints } from "../../../page/card/chart-points.ts";

const points = [{ label: "越城区", value: 6, series: "" }];

test.each([
  [[{ x: "越城区", y: 6 }]],
  [[{ x: "越城区", y: "6" }]],
  [{ type: "histogram", data: [{ x: "越城区", y: 6 }] }],
  ['[{"x":"越城区","y":6}]'],
  [[{ name: "越城区", value: 6 }]],
])("the points of %j are read", (data) => {
  expect(chartPoints(data)).toEqual(points);
});

test.each([["不是图表"], [null], [{ title: "无数据" }], [[{ x: "越城区", y: "无" }]]])("%j holds no points", (data) => {
  expect(chartPoints(data)).toEqual([]);
});
