import { z } from "zod";
import type { ViewField, ViewForm } from "../../../platform/chat/view.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { opinionPhrases as phrases, opinionRefusals as refusals } from "./phrases.ts";
import type { SpokenOpinion } from "./read-words.ts";
import type { OfficeStanding } from "./rules.ts";

const AGAINST = "against";
/** What a form's field of an office is called: its date. */
const dateOf = (office: string): string => `${office}-on`;

/** Offices that a form asks for: the district's, whose opinion is missing or has to be given anew. */
export const askedOffices = (standings: readonly OfficeStanding[]): OfficeStanding[] =>
  standings.filter(
    ({ office, state }) => office.givenBy === "district" && (state === "missing" || state === "toConfirm"),
  );

/** A date for each of the offices; filled in means that the paper has its opinion. Undefined if none is asked for. */
export function opinionForm(
  { cards }: Pick<Context, "cards">,
  asked: readonly OfficeStanding[],
  { action, subject }: Pick<ViewForm, "action" | "subject">,
): ViewForm | undefined {
  if (asked.length === 0 || !cards.interactive) return undefined;
  const dates = asked.map(
    ({ office }): ViewField => ({
      name: dateOf(office.id),
      label: phrases.dateField(office.name),
      kind: "date",
      required: false,
    }),
  );
  const against: ViewField = {
    name: AGAINST,
    label: phrases.againstField(),
    kind: "multiSelect",
    required: false,
    options: asked.map(({ office }) => ({ value: office.id, text: office.name })),
  };
  const { limit, measure } = cards.formRoom;
  // 不同意 can be written as well; the dates come first.
  const fields = measure([...dates, against]) <= limit ? [...dates, against] : dates;
  return {
    id: "opinions",
    action,
    ...(subject === undefined ? {} : { subject }),
    submitLabel: phrases.submit(),
    fields,
  };
}

const chosen = z.array(z.string()).catch([]);
const date = z
  .string()
  .transform((text) => text.slice(0, 10))
  .refine(isCivilDate)
  .optional()
  .catch(undefined);

/**
 * The opinions that were filled in.
 * @throws {RefusalError} for none, for a day to come, or for 不同意 without a day
 */
export function opinionsIn(
  { now }: Pick<PersonContext, "now">,
  standings: readonly OfficeStanding[],
  values: Readonly<Record<string, unknown>>,
): SpokenOpinion[] {
  const against = chosen.parse(values[AGAINST]);
  const given = standings.map(({ office }) => ({ office, on: date.parse(values[dateOf(office.id)]) }));
  const undated = given.filter(({ office, on }) => against.includes(office.id) && on === undefined);
  if (undated.length > 0) {
    const names = undated.map(({ office }) => office.name);
    throw new RefusalError("application.against-undated", refusals.againstWithoutDate(names));
  }
  const opinions = given.flatMap(({ office, on }): SpokenOpinion[] =>
    on === undefined
      ? []
      : [{ office: office.id, stance: against.includes(office.id) ? "disagrees" : "agrees", givenOn: on }],
  );
  if (opinions.length === 0) throw new RefusalError("application.no-opinion-filled", refusals.nothing());
  const future = given.find(({ on }) => isLaterThan(on, dayOf(now)));
  if (future) throw new RefusalError("application.opinion-future", refusals.future(future.office.name));
  return opinions;
}

const isLaterThan = (on: CivilDate | undefined, today: CivilDate): boolean => on !== undefined && on > today;
