export { type Calendar, isYearCovered, makeCalendar, type RestSpan, UncoveredYearError } from "./calendar.ts";
export { campaignCalendar } from "./campaign-calendar.ts";
export { mayUse, scopeOf } from "./capabilities.ts";
export { checkDefinition, type Problem } from "./check.ts";
export { type Citation, cite, markLabels } from "./citation.ts";
export { compareDefinitions, type Difference } from "./compare.ts";
export {
  type Deadline,
  type DeadlineContext,
  type Deliverable,
  deadlineOf,
  deliverableById,
  reminderDays,
  reminderMoments,
  type Stage,
  stageById,
  stageOpening,
} from "./deadlines.ts";
export { type Definition, dayInCampaign, parseDefinition, stageWindow } from "./definition.ts";
export { definitionHash } from "./hash.ts";
export { DefinitionError, loadDefinition } from "./load.ts";
export {
  noRulings,
  type Reading,
  type RulingAnswer,
  type RulingsInForce,
  readingOf,
  rulingValue,
} from "./rulings-in-force.ts";
export { type Audience, dayWords, momentWords, type StageWords, stageWords } from "./wording.ts";
