import type { FigureValue } from "../../../../src/campaign/application/requirements/requirements.ts";
import type { CaseFacts } from "../../../../src/campaign/application/requirements/rules.ts";
import { shaoxing } from "../../definition/support/shaoxing.ts";

/** A compound of which nothing is known yet, first submitted on 1 September 2023. */
export const facts = (known: Partial<CaseFacts> = {}): CaseFacts => ({
  answers: undefined,
  form: {},
  firstOn: "2023-09-01",
  yearsBefore: { penaltyWindow: 1, serviceWindow: 1 },
  amounts: shaoxing.datePhrases.amounts,
  places: new Map(),
  findings: [],
  ...known,
});

export const withFigure = (id: string, value: FigureValue): CaseFacts =>
  facts({ answers: { clauses: {}, figures: { [id]: value } } });
