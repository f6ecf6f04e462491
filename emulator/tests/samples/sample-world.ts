import { differences } from "dingtalk-payloads/samples/differences.ts";
import { sample } from "dingtalk-payloads/samples/sample.ts";
import { expect } from "vitest";
import { credentials, GROUP, TEMPLATE } from "../support/world.ts";
import { knownDifferences } from "./directions.ts";

/** The names in the samples, and who and what they are in the emulator's world. */
const inOurWorld: Record<string, string> = {
  dingclientid001: credentials.clientId,
  secret001: credentials.clientSecret,
  "cidGROUP001==": GROUP,
  manager807: "district",
  user456: "organizer",
  unionManager: "union-district",
  unionCreator: "union-organizer",
  "00000000-0000-0000-0000-000000000001.schema": TEMPLATE,
};

/** The body of a sample, told in the emulator's world. @param more further names, as ids that only the test knows */
export function bodyOf(number: string, more: Record<string, string> = {}): Record<string, unknown> {
  const names = Object.entries({ ...inOurWorld, ...more });
  const text = names.reduce((body, [theirs, ours]) => body.replaceAll(theirs, ours), JSON.stringify(sample(number)));
  return JSON.parse(text);
}

/** The body has the fields and types of the sample, but for what is known to differ. */
export function expectSample(number: string, body: unknown): void {
  const known = knownDifferences.filter(({ samples }) => samples.includes(number));
  expect(differences(body, sample(number))).toEqual(known.map(({ difference }) => difference));
}
