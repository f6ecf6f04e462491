import { expect, test } from "vitest";
import { mapInPieces } from "../../src/shared/in-pieces.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

test("a long list is mapped whole and in its order, and what came meanwhile has its turn before the end", async () => {
  const order: string[] = [];
  const mapping = mapInPieces(numbers(1_000), (one) => one * 2).then((doubled) => {
    order.push("mapped");
    return doubled;
  });
  setImmediate(() => order.push("came meanwhile"));

  expect(await mapping).toEqual(numbers(1_000).map((one) => one * 2));
  expect(order).toEqual(["came meanwhile", "mapped"]);
});

test("a short list keeps nobody waiting", async () => {
  const order: string[] = [];
  setImmediate(() => order.push("came meanwhile"));
  expect(await mapInPieces(numbers(199), String)).toHaveLength(199);
  expect(order).toEqual([]);
});
