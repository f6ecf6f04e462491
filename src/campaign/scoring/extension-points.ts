import { extensionPoint } from "../engine/extension-point.ts";

/** How much proof each row of a case has, in words, by row. Extended by the part that keeps the files. */
export const rowProof = extensionPoint<{ caseId: string }, ReadonlyMap<string, string>>("scoring.row-proof");
