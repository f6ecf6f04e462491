import { expect, test } from "vitest";
import { returnedAmong } from "../../../../src/campaign/selection/publication/open-returns.ts";
import { publicationPhrases } from "../../../../src/campaign/selection/publication/phrases.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const chosen = [
  { applicationId: "a", name: "雅苑" },
  { applicationId: "b", name: "和畅苑" },
];

test("a chosen compound that was returned and is not corrected is named before 公布, with its day", () => {
  const open = [
    { caseId: "b", dueOn: civilDate("2023-10-09") },
    { caseId: "not chosen", dueOn: civilDate("2023-10-10") },
  ];

  expect(returnedAmong(chosen, open)).toEqual([{ name: "和畅苑", dueOn: "2023-10-09" }]);
  expect(returnedAmong(chosen, [])).toEqual([]);
  expect(publicationPhrases.openReturns([{ name: "和畅苑", dueOn: "10月9日" }])).toBe(
    "“和畅苑”已退回补正（期限10月9日），尚未报送补正。公布之后不再接收补正，请确认无须等待。",
  );
});
