import { expect, onTestFinished, test } from "vitest";
import { addDays, civilDate } from "../../src/shared/civil-date.ts";
import { read } from "../journeys/reading.ts";
import { receivedWorkbook } from "../journeys/received-workbook.ts";
import { worldAt } from "../journeys/world-at.ts";

const FROM = "2023-08-10";
/** 预演 goes no further than 120 days from now, and now is in the morning. */
const UNTIL = "2023-12-07";
const ORGANIZER = "maxiaohan";

test("预演 119 days ahead names every message of which nobody's reading depends, as it then comes if nobody does anything", async () => {
  const world = await worldAt("8月10日");
  onTestFinished(() => world.end());
  const { users } = await world.call<{ users: { userId: string; name: string }[] }>("/state");

  const messages = await world.as(ORGANIZER).says(`演练 ${UNTIL} 09:00`);
  const said = messages.map(read).find((text) => /^(?:#+ )?预演/.test(text)) ?? "";
  expect(said).toContain("预演　至12月7日（周四）09:00");
  expect(said).not.toContain("未列出");
  expect(said).toContain("届时情况（其间无人办理）");
  const { rows } = await receivedWorkbook(world, messages);
  const rehearsed = rows.flatMap(([at, to, title]) =>
    /^\d{4}-\d\d-\d\d$/.test(String(at)) && to !== "群" ? [`${at} ${to} ${title}`] : [],
  );

  for (let day = civilDate(FROM); day < UNTIL; day = addDays(day, 1))
    await world.advanceTo(`${addDays(day, 1)}T09:00:00+08:00`);
  const came = [];
  for (const { userId, name } of users) {
    for (const message of await world.as(userId).messages()) {
      const at = message.at.slice(0, 16).replace("T", " ");
      const [title = ""] = read(message).split("\n");
      if (at > `${FROM} 09:00` && message.from !== userId)
        came.push(`${at.slice(0, 10)} ${name} ${title.replace(/^#+ /, "")}`);
    }
  }

  // The organizers' 今日待办 also comes for what is unread, which a rehearsal cannot know. Cards that newer ones have
  // replaced stand with their time and without their title.
  const comparable = (all: readonly string[]) =>
    all
      .filter((one) => !/马小涵|副联系人/.test(one))
      .map((one) => one.split(" ").slice(0, 2).join(" "))
      .sort();
  expect(comparable(rehearsed).length).toBeGreaterThan(100);
  expect(comparable(rehearsed)).toEqual(comparable(came));
}, 900_000);
