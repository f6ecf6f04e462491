import { extensionPoint } from "../engine/extension-point.ts";

/** What stands in the opinion boxes of the printed form, by the opinion's id. Boxes without a text stay empty. */
export const printedOpinions = extensionPoint<{ caseId: string }, ReadonlyMap<string, string>>(
  "form-paper.printed-opinions",
);
