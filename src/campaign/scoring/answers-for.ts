import type { PersonContext } from "../engine/context.ts";
import { responsibleIn } from "../engine/on-behalf.ts";
import type { SheetOwner } from "./score-sheet.ts";

/** Who answers for points, where somebody else enters them: the member of the city's ledger, the district's officer. */
export const answersFor = (context: PersonContext, { ledger, scorer }: SheetOwner): string | null =>
  ledger === "city" ? (scorer === context.person.staffId ? null : scorer) : responsibleIn(context);
