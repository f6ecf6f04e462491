import { expect, test } from "vitest";
import { scoringFeature } from "../../../src/campaign/scoring/feature.ts";
import type { RowChange } from "../../../src/platform/journal/journal-table.ts";

const upgrade = (change: RowChange) =>
  scoringFeature.retiredTables?.find(({ name }) => name === change.table)?.upgrade(change);

const opened = {
  application_id: "a1",
  campaign_id: "shaoxing-2023",
  opened_at: "2023-08-21T01:00:00+00:00",
  opened_by: "keqiao-1",
  locked_at: null,
  locked_by: null,
};
const locked = { ...opened, locked_at: "2023-08-22T01:00:00+00:00", locked_by: "keqiao-2" };

const sheet = {
  case_id: "a1",
  ledger: "district",
  scorer: "district",
  campaign_id: "shaoxing-2023",
  state: "open",
  opened_at: "2023-08-21T01:00:00+00:00",
  opened_by: "keqiao-1",
  finalized_at: null,
  finalized_by: null,
};

test("a review of an old journal becomes the district's sheet, open until it was locked", () => {
  const key = { application_id: "a1" };

  expect(upgrade({ table: "preliminary_review", key, before: null, after: opened })).toEqual([
    {
      table: "score_sheet",
      key: { case_id: "a1", ledger: "district", scorer: "district" },
      before: null,
      after: sheet,
    },
  ]);
  expect(upgrade({ table: "preliminary_review", key, before: opened, after: locked })).toEqual([
    {
      table: "score_sheet",
      key: { case_id: "a1", ledger: "district", scorer: "district" },
      before: sheet,
      after: {
        ...sheet,
        state: "finalized",
        finalized_at: "2023-08-22T01:00:00+00:00",
        finalized_by: "keqiao-2",
      },
    },
  ]);
});

test.each([[null], [{ personal: "p1", hash: "h1" }]])(
  "points of an old journal become scores, their reason %j",
  (reason) => {
    const point = {
      application_id: "a1",
      campaign_id: "shaoxing-2023",
      criterion: "3-2",
      hundredths: 250,
      reason,
      definition_version: 2,
      given_by: "keqiao-1",
      given_at: "2023-08-21T02:00:00+00:00",
    };
    const key = { application_id: "a1", criterion: "3-2" };

    expect(upgrade({ table: "preliminary_point", key, before: null, after: point })).toEqual([
      {
        table: "score",
        key: { case_id: "a1", ledger: "district", scorer: "district", criterion: "3-2" },
        before: null,
        after: {
          case_id: "a1",
          ledger: "district",
          scorer: "district",
          criterion: "3-2",
          campaign_id: "shaoxing-2023",
          state: "given",
          hundredths: 250,
          reason,
          remark: null,
          definition_version: 2,
          given_by: "keqiao-1",
          given_at: "2023-08-21T02:00:00+00:00",
        },
      },
    ]);
  },
);
