import { type Listener, on } from "../engine/feature.ts";
import { recusalChanged } from "../evaluation-team/events.ts";
import { recusalKey, recusedFrom } from "../evaluation-team/store.ts";
import { sheetReopened } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { dropAgreed } from "./agree.ts";

/** What ends 合议分: points are opened again, or others verify the case. */
export const followAgreed: readonly Listener[] = [
  on(sheetReopened, async (context, { caseId, ledger }) => {
    if (ledger === "city") await dropAgreed(context, [caseId]);
  }),
  on(recusalChanged, async (context, of) => {
    if ((await recusedFrom(context.tx, context.campaign.id)).has(recusalKey(of)))
      await dropAgreed(context, [of.caseId]);
  }),
  on(assignmentsChanged, (context, { caseIds }) => dropAgreed(context, caseIds)),
];
