import { expect, test } from "vitest";
import type { PersonContext } from "../../../../src/campaign/engine/context.ts";
import type { PartlyOpen } from "../../../../src/campaign/engine/open-parts.ts";
import { closedRow } from "../../../../src/campaign/evidence/intake/closed-row.ts";
import type { View } from "../../../../src/platform/chat/view.ts";

/** A case that was returned for the evidence of one row. */
const returned: PartlyOpen = {
  open: new Set(["evidence:3-5"]),
  sentence: "“雅苑”已退回补正，只能修改所列各项：材料3-5。",
};

const inCase = (...limits: PartlyOpen[]) => ({ contributions: async () => limits }) as unknown as PersonContext;
const said = (view: View | undefined) =>
  view && [view.title, ...view.body.map((one) => (one.kind === "text" ? one.text : ""))];

test("a row that is closed while a case is returned is refused when it is said, with what becomes of the files", async () => {
  expect(said(await closedRow(inCase(returned), { row: "4-1", caseId: "a" }, 1))).toEqual([
    "材料未归入",
    "“雅苑”已退回补正，只能修改所列各项：材料3-5。4-1的材料目前不能归入。文件保留24小时，可另选用途。",
  ]);
  expect(said(await closedRow(inCase(returned), { row: "4-1", caseId: "a" }, 0))).toEqual([
    "材料未归入",
    "“雅苑”已退回补正，只能修改所列各项：材料3-5。4-1的材料目前不能归入。请勿发送该条的材料。",
  ]);
});

test("an open row, a case that is not returned, and files without a row are taken", async () => {
  expect(await closedRow(inCase(returned), { row: "3-5", caseId: "a" }, 1)).toBeUndefined();
  expect(await closedRow(inCase(), { row: "4-1", caseId: "a" }, 1)).toBeUndefined();
  expect(await closedRow(inCase(returned), {}, 1)).toBeUndefined();
});
