import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sampleNames } from "dingtalk-payloads/samples/sample.ts";
import { expect, test } from "vitest";

/** Pushes, answers and errors: each is fed to the adapter, which must make the right thing of it. */
const received = [
  ...["02", "03", "10", "12", "13", "14", "20", "24", "25", "30", "31", "32", "33", "34", "35", "36", "37", "38"],
  ...["40", "41", "42", "45", "52", "53", "55", "56", "61", "63", "64", "65", "66", "68", "69", "71", "72", "73"],
  ...["80", "81", "82", "83", "84", "85", "86", "87", "88", "91", "92", "93"],
];

/** What the adapter sends: its own call or answer must look like this. */
const sent = ["01", "11", "21", "22", "39", "43", "44", "50", "51", "54", "60", "62", "67", "90", "95"];

const notOurs: Record<string, string> = {
  "23": "what the official client sends for a handler that takes its time; ours must never send it",
  "57": "cards of ours are not streamed",
  "70": "answers go out by the API, since a session dies after ninety minutes",
  "94": "shortcuts of a chat only open pages",
  "96": "专有钉钉 is another product with a gateway of its own",
};

const texts = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.ts") && name !== "directions.test.ts")
  .map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));

/** As an argument, at the head of a row, or under a name. */
const isNamed = (number: string): boolean => texts.some((text) => new RegExp(`([([,]|: )\\s*"${number}"`).test(text));

test("every sample is received, sent, or not ours by name", () => {
  const placed = [...received, ...sent, ...Object.keys(notOurs)].sort();

  expect(placed).toEqual(sampleNames().map((name) => name.slice(0, 2)));
});

test("every sample that is ours is played by a test here", () => {
  expect([...received, ...sent].filter((number) => !isNamed(number))).toEqual([]);
});
