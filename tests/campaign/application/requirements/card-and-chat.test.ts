import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesFrom } from "../../../../src/campaign/application/requirements/page.ts";
import { readEntries } from "../../../../src/campaign/application/requirements/read-entries.ts";
import { readTyped } from "../../../../src/campaign/application/requirements/read-typed.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

const facts = { definition: shaoxing, answering: { today: "2023-09-01", year: 2023 }, before: {} } as const;

function byCard(values: Readonly<Record<string, string>>) {
  const { figures, problems } = readEntries(entriesFrom(shaoxing, values), facts);
  return { figures, problems };
}

function byChat(line: string) {
  const { given } = readTyped(line, facts);
  return { figures: given?.figures, problems: given?.problems };
}

const CHINESE = "零一二三四五六七八九十";
const yuan = fc
  .integer({ min: 1, max: 9_999 })
  .chain((number) =>
    fc.constantFrom(
      `${number}元`,
      `${number}.5元`,
      `${number}万元`,
      `${number}万`,
      `${number}.25万元`,
      `${number},000元`,
      `约${number}元`,
    ),
  );
const people = fc
  .integer({ min: 1, max: 10 })
  .chain((number) =>
    fc.constantFrom(
      `${number}`,
      `${number}人`,
      `${number}名`,
      `${CHINESE[number]}人`,
      `${CHINESE[number]}`,
      `${number}.5人`,
    ),
  );
const pieces = fc
  .integer({ min: 0, max: 10 })
  .chain((number) => fc.constantFrom(`${number}件`, `${number}`, `${CHINESE[number]}件`, `${number}.5件`));
const draw = <Value>(from: fc.Arbitrary<Value>): Value[] => fc.sample(from, { seed: 20_231_104, numRuns: 60 });

const differing = <Value>(all: readonly Value[]): number => new Set(all.map((one) => JSON.stringify(one))).size;

test("the same amounts, numbers of people and counts give the same figure or the same sentence on the card and in the chat", () => {
  const amounts = draw(fc.tuple(yuan, yuan));
  const members = draw(fc.tuple(people, people));
  const counts = draw(fc.tuple(pieces, fc.constantFrom("2023年5月1日", "2023-05-01", "5月1日", "2099年1月1日")));
  expect(differing([...amounts, ...members, ...counts])).toBeGreaterThanOrEqual(120);

  for (const [due, collected] of amounts)
    expect(byCard({ feesDue: due, feesCollected: collected })).toEqual(byChat(`应收 ${due}，实收 ${collected}`));
  for (const [all, party] of members)
    expect(byCard({ bodyMembers: all, partyMembers: party })).toEqual(byChat(`成员 ${all}，党员 ${party}`));
  for (const [services, last] of counts)
    expect(byCard({ services, lastServiceOn: last })).toEqual(byChat(`为民办实事 ${services}，最近一件 ${last}`));
});
