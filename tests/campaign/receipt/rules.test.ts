import { describe, expect, test } from "vitest";
import { isKnownAt, readCount } from "../../../src/campaign/receipt/rules.ts";
import type { Receipt } from "../../../src/campaign/receipt/store.ts";
import { staffId } from "../../../src/shared/brand.ts";

const sentAt = new Date("2023-09-19T09:00:00+08:00");
const later = new Date("2023-09-19T11:00:00+08:00");

const receipt = (person: string, change: Partial<Receipt> = {}): Receipt => ({
  ...{ message: "remind/2023-09-19", person: staffId(person), kind: "remind", sentAt },
  ...{ askedAt: undefined, readAt: undefined },
  ...change,
});

describe("已读 18/25", () => {
  test("says nothing of reading before anybody was asked about", () => {
    expect(readCount([receipt("a"), receipt("b")])).toEqual({ read: 0, of: 2, unread: ["a", "b"], isAsked: false });
  });

  test("counts who has read, and names who has not", () => {
    const asked = { askedAt: later };

    expect(readCount([receipt("a", { ...asked, readAt: later }), receipt("b", asked)])).toEqual({
      ...{ read: 1, of: 2, unread: ["b"], isAsked: true },
    });
  });

  test("is known to the platform for 24 hours, not a moment longer", () => {
    expect(isKnownAt({ sentAt }, new Date("2023-09-20T08:59:59+08:00"))).toBe(true);
    expect(isKnownAt({ sentAt }, new Date("2023-09-20T09:00:00+08:00"))).toBe(false);
  });
});
