import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { contentHash } from "../../../src/campaign/application/revision.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const phone = { personal: "4711", hash: "ab12" };

describe("the hash of what was submitted", () => {
  test("is over the answers in the order of their keys", () => {
    expect(contentHash({ rate: 94.5, compoundName: "鉴湖雅苑" })).toBe(sha256("compoundName\n鉴湖雅苑\nrate\n94.5"));
    expect(contentHash({ compoundName: "鉴湖雅苑", rate: 94.5 })).toBe(
      contentHash({ rate: 94.5, compoundName: "鉴湖雅苑" }),
    );
  });

  test("stands on the proof of a personal value, not on the value or its id", () => {
    expect(contentHash({ phone })).toBe(sha256("phone\nab12"));
    expect(contentHash({ phone: { ...phone, personal: "4712" } })).toBe(contentHash({ phone }));
    expect(contentHash({ phone: { ...phone, hash: "ab13" } })).not.toBe(contentHash({ phone }));
  });

  test("of nothing is the hash of nothing", () => {
    expect(contentHash({})).toBe(sha256(""));
  });
});
