import type { FormState } from "../../../platform/conversation/form-state.ts";
import { missingQuestions } from "../../../platform/conversation/form-state.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { applicationForm } from "../../application/form.ts";
import { wordsOf } from "../../application/words.ts";
import { deadlineOf } from "../../definition/deadlines.ts";
import { stageWindow } from "../../definition/definition.ts";
import { governedForm } from "../../definition/governed-form.ts";
import { deliverableFor, rulingDeciding, stagesWith } from "../../definition/purposes.ts";
import { deadlineContext } from "../../definition/running-campaign.ts";
import { dayWords, fullDayWords } from "../../definition/wording.ts";
import type { Context } from "../../engine/context.ts";
import { noticePhrases as phrases } from "./phrases.ts";

/** A page to forward: the same as text, as a picture and in Word. */
export interface Sheet {
  title: string;
  parts: readonly SheetPart[];
  /** To be read on a wall: in Word in larger letters. */
  isPosted?: boolean;
}

export interface SheetPart {
  heading?: string;
  /** What is asked row by row, above the lines. */
  sections?: readonly SheetSection[];
  lines: readonly string[];
}

export interface SheetSection {
  name: string;
  rows: readonly { id: string; text: string; how: readonly string[] }[];
}

/**
 * 告知单: what a compound is asked for, by when, what to photograph and to cover up, what is missing, and who keeps the
 * data, why and how long.
 * @param state what has been filled in; undefined before anything was
 * @param beyond what is missing besides the form: clauses, opinions
 */
export function noticeSheet(
  context: Context,
  name: string,
  { state, beyond }: { state: FormState | undefined; beyond: readonly string[] },
): Sheet {
  const { definition } = context.campaign;
  const { campaign, rubric } = definition;
  const words = wordsOf(definition);
  const form = governedForm(applicationForm(context), state?.answers ?? {});
  const labels = (required: boolean) =>
    form.fields.filter((field) => field.required === required).map(({ label }) => label);
  const due = deliverableFor(definition, "application");
  const rows = rubric.sections.flatMap(({ criteria }) => criteria);
  const missing = state && missingQuestions(form, state).map(({ label }) => label);
  const keepers = phrases.keepers(campaign.city.bureau, words);
  return {
    title: phrases.title(name),
    parts: [
      { lines: [phrases.lead(campaign.title, words)] },
      ...(due
        ? [
            {
              heading: phrases.dueHeading(),
              lines: [dueLine(context, words.form, due.id)],
            },
          ]
        : []),
      { heading: phrases.asksHeading(), lines: [phrases.asks(labels(true)), phrases.asksMore(labels(false))] },
      ...(rows.length === 0
        ? []
        : [
            {
              heading: phrases.photosHeading(),
              sections: rubric.sections.map(({ name, criteria }) => ({
                name,
                rows: criteria.map(({ id, short, seenBy }) => ({
                  ...{ id, text: short },
                  how: seenBy.map((how) => phrases.seen[how]),
                })),
              })),
              lines: [phrases.named(rows[0]?.id ?? "", words.case)],
            },
          ]),
      { heading: phrases.coverHeading(), lines: [phrases.cover()] },
      { heading: phrases.missingHeading(), lines: [missingLine(missing), ...beyond] },
      {
        heading: phrases.dataHeading(),
        lines: [
          phrases.data(keepers, campaign.title),
          ...keptFor(context),
          phrases.rights(campaign.contact.name, campaign.contact.phone),
        ],
      },
    ],
  };
}

function dueLine({ campaign, rulings, now }: Context, form: string, deliverable: string): string {
  const { statedOn, binding } = deadlineOf(deadlineContext(campaign, rulings), deliverable);
  const sentence = dayOf(now) > statedOn ? phrases.overdue : phrases.due;
  return sentence(form, dayWords(statedOn), binding);
}

function missingLine(missing: readonly string[] | undefined): string {
  if (missing === undefined) return phrases.notBegun();
  return missing.length === 0 ? phrases.nothingMissing() : phrases.missing(missing);
}

function keptFor({ campaign: { definition }, rulings }: Context): string[] {
  const ruling = rulingDeciding(definition, "retention");
  if (!ruling) return [];
  const answer = rulings.get(ruling.id)?.text;
  if (answer !== undefined) return [phrases.keptRuled(answer)];
  return ruling.default ? [phrases.keptProposed(ruling.default.text)] : [];
}

/** A notice that a compound can post: what goes on, when and how to apply, what is required. */
export function postedNotice(context: Context): Sheet {
  const { definition } = context.campaign;
  const { campaign, requirements } = definition;
  const words = wordsOf(definition);
  const [stage] = stagesWith(definition, "application");
  const window = stage && stageWindow(definition, stage);
  return {
    title: phrases.postTitle(campaign.title),
    isPosted: true,
    parts: [
      {
        lines: [
          phrases.postLead(campaign.title, words.case),
          ...(window ? [phrases.postWindow(fullDayWords(window.from), dayWords(window.to))] : []),
          phrases.postHow(words),
          ...(requirements.requirements.length > 0
            ? [
                phrases.postRequirements(requirements.title),
                ...requirements.requirements.map(({ text }, at) => phrases.postRequirement(at + 1, text)),
              ]
            : []),
          phrases.postContact(campaign.contact.name, campaign.contact.phone),
        ],
      },
    ],
  };
}
