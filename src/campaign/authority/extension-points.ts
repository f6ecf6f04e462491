import type { PersonContext } from "../engine/context.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import type { Authority } from "./authority.ts";

/** A decision whose authority can be recorded later. */
export interface RecordedDecision {
  /** Short and unique: R10, 市级名单第2版. */
  name: string;
  /** What is recorded so far. */
  authority?: Authority | undefined;
  /** Stores the authority and redraws the decision's cards. */
  register(context: PersonContext, authority: Authority): Promise<void>;
}

/** Decisions in force, contributed by the parts that make them. */
export const decisionsMade = extensionPoint<Record<string, never>, readonly RecordedDecision[]>("authority.decisions");
