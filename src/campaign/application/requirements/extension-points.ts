import { extensionPoint } from "../../engine/extension-point.ts";
import type { ClauseFinding } from "./requirements.ts";

/**
 * What was found of clauses by others than the district, by application id. It goes before what the district answered.
 * `pending`: also what nobody has decided on yet, which a district does not hear of.
 */
export const clauseFindings = extensionPoint<
  { caseIds: readonly string[]; pending: boolean },
  ReadonlyMap<string, readonly ClauseFinding[]>
>("requirements.findings");
