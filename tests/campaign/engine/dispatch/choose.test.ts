import { describe, expect, test } from "vitest";
import { choosable, ofGroup } from "../../../../src/campaign/engine/dispatch/choose.ts";

const part = (id: string, closed?: string) => ({
  campaign: { id, ...(closed === undefined ? {} : { closedAt: new Date(`${closed}T00:00:00+08:00`) }) },
});
const [open2024, open2025] = [part("open-2024"), part("open-2025")];
const [closed2022, closed2023] = [part("closed-2022", "2022-10-31"), part("closed-2023", "2023-10-31")];

const chosen = (...parts: ReturnType<typeof part>[]) => choosable(parts).map(({ campaign }) => campaign.id);

describe("what a message without a campaign's name may be meant for", () => {
  test("the only open one, whatever was closed before it", () => {
    expect(chosen(open2024)).toEqual(["open-2024"]);
    expect(chosen(closed2023, open2024)).toEqual(["open-2024"]);
    expect(chosen(closed2022, open2024, closed2023)).toEqual(["open-2024"]);
  });

  test("each of several open ones, in their order: the person is asked which", () => {
    expect(chosen(open2025, closed2023, open2024)).toEqual(["open-2025", "open-2024"]);
  });

  test("with none open, the one closed last: nobody is asked which", () => {
    expect(chosen(closed2023)).toEqual(["closed-2023"]);
    expect(chosen(closed2022, closed2023)).toEqual(["closed-2023"]);
    expect(chosen(closed2023, closed2022)).toEqual(["closed-2023"]);
  });

  test("nothing for people without a part", () => {
    expect(chosen()).toEqual([]);
  });
});

describe("whom a group that several campaigns are bound to speaks for", () => {
  test("the open one; once all are closed, the last; nobody where it is bound to none", () => {
    expect(ofGroup([closed2023, open2024])?.campaign.id).toBe("open-2024");
    expect(ofGroup([closed2023, closed2022])?.campaign.id).toBe("closed-2023");
    expect(ofGroup([])).toBeUndefined();
  });
});
