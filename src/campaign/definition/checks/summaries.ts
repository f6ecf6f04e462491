import type { Check } from "./finding.ts";
import { part, query } from "./query.ts";

/** Reports a day of the week of a workbook that does not come by the week: nothing would read it. */
export const weekdays: Check = ({ files: { campaign } }) =>
  query(campaign.content, "summaries.*")
    .filter(({ value }) => part(value, "weekday") !== undefined && part(value, "what") !== "weekly")
    .map(({ path }) => ({
      ...{ in: "campaign" as const, path: [...path, "weekday"] },
      message: "weekday 只用于每周发送的 weekly，请删去。",
    }));
