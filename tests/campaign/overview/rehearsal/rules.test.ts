import { expect, test } from "vitest";
import type { RehearsedMessage } from "../../../../src/campaign/engine/rehearsal.ts";
import { gathered, problemWith, untilByItself } from "../../../../src/campaign/overview/rehearsal/rules.ts";
import { groupId, staffId } from "../../../../src/shared/brand.ts";
import { addDays, civilDate, momentOf } from "../../../../src/shared/civil-date.ts";
import { at } from "../../tasks/support/state.ts";

test("a rehearsal goes on from now, for 120 days at most", () => {
  const now = at("09-27T08:46:00");
  const inDays = (days: number, ms = 0) => new Date(now.getTime() + days * 86_400_000 + ms);
  expect(problemWith(now, now)).toBe("past");
  expect(problemWith(inDays(0, 1), now)).toBeUndefined();
  expect(problemWith(inDays(120), now)).toBeUndefined();
  expect(problemWith(inDays(120, 1), now)).toBe("tooFar");
});

test("without a moment it goes to the morning after the next day that binds, else two weeks ahead", () => {
  const today = civilDate("2023-09-27");
  const days = ["2023-09-20", "2023-10-20", "2023-09-30"].map((day) => civilDate(day));
  expect(untilByItself(days, today)).toEqual(at("10-01T09:00:00"));
  expect(untilByItself([], today)).toEqual(momentOf(addDays(today, 14), "09:00"));
});

test("messages of one moment with one title stand together, each person once", () => {
  const message = (moment: string, title: string, person?: string): RehearsedMessage => ({
    at: at(moment),
    chat: person === undefined ? { kind: "group", group: groupId("g") } : { kind: "direct", person: staffId(person) },
    content: { view: { title, tone: "running", body: [], actions: [] } },
  });
  const all = [
    message("09-28T09:00:00", "提醒", "keqiao-1"),
    message("09-28T09:00:00", "汇总"),
    message("09-28T09:00:00", "提醒", "keqiao-2"),
    message("09-29T09:00:00", "提醒", "keqiao-1"),
  ];
  const titleOf = ({ content }: RehearsedMessage) => ("view" in content ? content.view.title : content.file);
  expect(gathered(all, titleOf).map(({ title, people, groups }) => [title, people.length, groups])).toEqual([
    ["提醒", 2, 0],
    ["汇总", 0, 1],
    ["提醒", 1, 0],
  ]);
});
