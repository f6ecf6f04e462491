import type { CivilDate } from "../../shared/civil-date.ts";
import type { PublicNotice } from "../public-notice/notice.ts";
import { isDecided, type Objection } from "./objection.ts";

/** What comes next: 交办、核查 by the organizer, the approver's decision, the reply, nothing. */
export type NextStep = "report" | "decide" | "reply" | "nothing";

export function nextStep({ state, repliedOn }: Pick<Objection, "state" | "repliedOn">): NextStep {
  if (state === "registered" || state === "assigned") return "report";
  if (state === "reported") return "decide";
  return repliedOn === undefined ? "reply" : "nothing";
}

/** Whether it came 公示期内, 公示前, 公示后; undefined without any 公示. */
export function whenReceived(
  receivedOn: CivilDate,
  notices: readonly Pick<PublicNotice, "beginsOn" | "endsOn">[],
): "within" | "before" | "after" | undefined {
  if (notices.length === 0) return undefined;
  if (notices.some(({ beginsOn, endsOn }) => beginsOn <= receivedOn && receivedOn <= endsOn)) return "within";
  return notices.every(({ beginsOn }) => receivedOn < beginsOn) ? "before" : "after";
}

/** Upheld with the effect that the case is taken off the list. */
export const takesOff = ({ state, effect }: Pick<Objection, "state" | "effect">): boolean =>
  state === "upheld" && effect === "removed";

/** Still without the approver's decision. */
export const isOpen = (one: Pick<Objection, "state">): boolean => !isDecided(one);

/** Why a decision cannot be as asked for. */
export type DecisionProblem = "ownRecord" | "noEffect" | "notListed";

/** The approver decides on what somebody else recorded; an upheld one says what becomes of the list. */
export function decisionProblem(
  { registeredBy, reportedBy, caseId }: Pick<Objection, "registeredBy" | "reportedBy" | "caseId">,
  { verdict, effect, by }: { verdict: Objection["state"]; effect: Objection["effect"]; by: string },
): DecisionProblem | undefined {
  if (by === registeredBy || by === reportedBy) return "ownRecord";
  if (verdict !== "upheld") return undefined;
  if (effect === undefined) return "noEffect";
  return effect === "removed" && caseId === undefined ? "notListed" : undefined;
}
