import { expect, test } from "vitest";
import { heldNote } from "../../../src/platform/conversation/held.ts";

const form = {
  ...{ id: "one", title: "申报表", version: 1 },
  fields: [
    { key: "chair", label: "业委会主任", kind: "text", required: true },
    { key: "remarks", label: "地址", kind: "text", required: true },
  ],
} as const;

test("what is long is cut within its quotes: brackets close, and no full stop is doubled", () => {
  const long = "沈建民".repeat(20);
  const note = heldNote(form, {
    held: { chair: long, remarks: "解放路1号" },
    answers: { chair: `${long}转二零三`, remarks: "人民路2号" },
  });
  const cut = `${"沈建民".repeat(10)}……`;

  expect(note).toContain(
    `业委会主任：${cut}（现为“${cut}”，记录后替换）；地址：解放路1号（现为“人民路2号”，记录后替换）。`,
  );
  expect(note).not.toMatch(/。。|……。/u);
});
