import { describe, expect, test } from "vitest";
import { appOf } from "./support/app.ts";
import { startEmulator } from "./support/world.ts";

const eventsOf = (unionId: string) => `/v1.0/calendar/users/${unionId}/calendars/primary/events`;
const EVENTS = eventsOf("union-organizer");
const event = (more: object = {}) => ({
  summary: "评审会",
  start: { dateTime: "2023-08-21T09:00:00+08:00", timeZone: "Asia/Shanghai" },
  end: { dateTime: "2023-08-21T10:00:00+08:00", timeZone: "Asia/Shanghai" },
  attendees: [{ id: "union-district" }],
  ...more,
});

async function startWithCalendar() {
  const emulator = await startEmulator();
  await emulator.control("/settings", { callsPerSecond: 1_000 });
  const app = appOf(emulator);
  const create = async (token?: string) => {
    const headers = {
      "content-type": "application/json",
      "x-acs-dingtalk-access-token": await emulator.token(),
      ...(token === undefined ? {} : { "x-client-token": token }),
    };
    const init = { method: "POST", headers, body: JSON.stringify(event()) };
    return (await emulator.request<{ id: string; code?: string }>(EVENTS, init)).body;
  };
  return { emulator, app, create };
}

describe("an event in a calendar", () => {
  test("is there for those invited until the organizer ends it", async () => {
    const { app, create } = await startWithCalendar();
    const { id } = await create();
    const at = (unionId: string) => `${eventsOf(unionId)}/${id}`;

    expect((await app.get(at("union-district"))).body).toMatchObject({
      id,
      summary: "评审会",
      organizer: { id: "union-organizer", self: false },
      attendees: [{ id: "union-district", displayName: "区县经办人", responseStatus: "needsAction", self: true }],
    });
    expect((await app.get(at("union-outsider"))).body.code).toBe("itemNotFound");
    expect((await app.get(at("union-district"), "DELETE")).status).toBe(200);
    expect((await app.get(at("union-district"))).status).toBe(404);
    expect((await app.get(at("union-organizer"))).status).toBe(200);
    await app.get(at("union-organizer"), "DELETE");
    expect((await app.get(at("union-organizer"))).status).toBe(404);
  });

  test("is listed for those invited by its beginning, and in the view by the time it touches, page by page", async () => {
    const { app, create } = await startWithCalendar();
    const [first, second] = [await create("1"), await create("2")];
    const ids = async (unionId: string, query: string, list = "events") => {
      const path = eventsOf(unionId).replace(/events$/, list);
      const { body } = await app.get<{ events: { id: string }[]; nextToken?: string }>(`${path}?${query}`);
      return [body.events.map(({ id }) => id), body.nextToken];
    };
    const both = [first.id, second.id].sort();
    const between = (min: string, max: string) =>
      `timeMin=${encodeURIComponent(`${min}+08:00`)}&timeMax=${encodeURIComponent(`${max}+08:00`)}`;
    const late = between("2023-08-21T09:00:01", "2023-08-22T00:00:00");

    expect(await ids("union-district", "")).toEqual([both, undefined]);
    expect(await ids("union-outsider", "")).toEqual([[], undefined]);
    expect(await ids("union-district", between("2023-08-21T09:00:00", "2023-08-21T09:00:00"))).toEqual([
      both,
      undefined,
    ]);
    expect(await ids("union-district", late)).toEqual([[], undefined]);
    expect(await ids("union-district", late, "eventsview")).toEqual([both, undefined]);
    expect(await ids("union-district", "maxResults=1")).toEqual([both.slice(0, 1), "1"]);
    expect(await ids("union-district", "maxResults=1&nextToken=1")).toEqual([both.slice(1), undefined]);
    expect((await app.get(`${EVENTS}?${between("2023-01-01T00:00:00", "2024-01-03T00:00:00")}`)).body.code).toBe(
      "invalidParameter",
    );
  });

  test("is made once for one client token within a day", async () => {
    const { emulator, create } = await startWithCalendar();
    const first = await create("1");

    expect((await create("1")).id).toBe(first.id);
    expect((await create("2")).id).not.toBe(first.id);
    await emulator.control("/clock/advance", { ms: 24 * 60 * 60 * 1_000 });
    expect((await create("1")).id).not.toBe(first.id);
  });

  test("is one of a hundred a day at most when strict", async () => {
    const { emulator, app, create } = await startWithCalendar();
    for (let n = 0; n < 99; n += 1) await create();

    expect((await create()).code).toBeUndefined();
    expect((await create()).code).toBe("flowLimit");
    await app.lenient();
    expect((await create()).code).toBeUndefined();
    await emulator.control("/settings", { strict: true });
    await emulator.control("/clock/advance", { to: "2023-08-10T00:00:00+08:00" });
    expect((await create()).code).toBeUndefined();
  });

  test.each([
    ["a summary", { summary: " " }, "Event summary cannot be blank"],
    ["a start", { start: undefined }, "Event start time not set."],
    ["an end", { end: {} }, "Event end time not set."],
  ])("without %s is refused", async (_what, given, message) => {
    const { emulator } = await startWithCalendar();

    const { status, body } = await emulator.platform("POST", EVENTS, event(given));

    expect([status, body.code, body.message]).toEqual([400, "invalidParameter", message]);
  });

  test("of nobody here is refused", async () => {
    const { app } = await startWithCalendar();

    expect(await app.refusal("POST", eventsOf("union-ghost"), event())).toEqual([400, "permissionDeny"]);
  });
});
