import { addDays, momentOf } from "../../shared/civil-date.ts";
import { nextStep } from "../objection/rules.ts";
import type { CampaignState, OpenObjection } from "./campaign-state.ts";
import { may, type Turn } from "./turn.ts";

/** 异议 that are to be looked into, decided, replied to; named by their number only. */
export const objectionTurns = (state: CampaignState): Turn[] =>
  (state.objections ?? []).flatMap((objection) => turnOf(state, objection));

function turnOf(state: CampaignState, { number, handleBy, at, ...one }: OpenObjection): Turn[] {
  const own = { about: { version: number }, since: at };
  const handlers = may(state, "objection.handle");
  switch (nextStep(one)) {
    case "report":
      return [
        {
          ...{ ...own, what: "objection.report", doers: handlers, awaitedBy: [], waitsFor: { role: "organizer" } },
          ...(handleBy === undefined ? {} : { dueAt: momentOf(addDays(handleBy, 1)) }),
        },
      ];
    case "decide":
      return [
        {
          ...{ ...own, what: "objection.decide", doers: may(state, "objection.decide"), awaitedBy: handlers },
          waitsFor: { role: "approver" },
        },
      ];
    case "reply":
      return [{ ...own, what: "objection.reply", doers: handlers, awaitedBy: [], waitsFor: { role: "organizer" } }];
    case "nothing":
      return [];
  }
}
