import type { Action } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";

/** How much proof each row of a case has, in words, by row. Extended by the part that keeps the files. */
export const rowProof = extensionPoint<{ caseId: string }, ReadonlyMap<string, string>>("scoring.row-proof");

/** Buttons that show the proof of rows on a page, which they leave unsaved. Extended by the part that keeps the files. */
export const rowProofActions = extensionPoint<
  { application: { id: string; compoundName: string }; rows: readonly string[] },
  readonly Action[]
>("scoring.row-proof-actions");
