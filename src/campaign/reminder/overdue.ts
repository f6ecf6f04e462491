import { textView, type View } from "../../platform/chat/view.ts";
import { type CivilDate, dayOf, momentOf } from "../../shared/civil-date.ts";
import { type Deadline, type Deliverable, deadlineOf, deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { momentsOverTime } from "../definition/rulings-in-force.ts";
import { deadlineContext, type RunningCampaign } from "../definition/running-campaign.ts";
import { sourceWords } from "../definition/source-words.ts";
import { duePhraseOf } from "../definition/wording.ts";
import { districtOfficers } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type DueKind, redrawOn } from "../engine/feature.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { deadlinesMoved, deliveryChanged, receivedChanged } from "../stage/events.ts";
import { isOwed } from "../stage/rules.ts";
import { taskActions } from "../tasks/actions.ts";
import { deliveriesIn, totalsIn } from "../tasks/deliveries.ts";
import { ALL_DISTRICTS, reachOfDistricts } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import { owed, tasksFor } from "../tasks/rules.ts";
import { overduePhrases as phrases } from "./overdue-phrases.ts";

const TOLD_AT = "09:00";
/** Card of earlier versions, of a district that is late; subject: {@link districtSubject}. */
const DISTRICT_CARD = "reminder.overdue";
/** Card of earlier versions, of the organizers; subject: the deliverable. */
const CITY_CARD = "reminder.overdue-city";

const districtSubject = (deliverable: string, district: string): string => `${deliverable}/${district}`;

/** What each district owes as a whole by a binding day. Work counted by case is never told as overdue. */
const isDated = (deliverable: Deliverable): boolean =>
  isOwed(deliverable) && (deliverable.purpose === "list" || deliverable.purpose === "report");

/** The first working day on which what comes is late. */
export const toldOn = ({ calendar }: Pick<RunningCampaign, "calendar">, { lateFrom }: Deadline): CivilDate =>
  calendar.nextWorkingDay(dayOf(lateFrom));

/**
 * The day on which a deliverable is overdue, for whoever looks ahead. Nothing more is sent then: the organizers have read
 * it on 今日待办 a quarter of an hour before, and the districts' officers have their 催办. Lists are spoken of only until
 * 公布, after which none is accepted.
 */
export const overdueNotices: DueKind = {
  kind: "reminder.overdue",
  moments: (campaign, steps) =>
    momentsOverTime(steps, (rulings) =>
      campaign.definition.campaign.deliverables.filter(isDated).flatMap(({ id }) => {
        const deadline = deadlineOf(deadlineContext(campaign, rulings), id);
        const day = toldOn(campaign, deadline);
        return deadline.binding ? [{ key: `${id}/${day}`, dueAt: momentOf(day, TOLD_AT) }] : [];
      }),
    ),
  about: (key) => key.split("/")[0] ?? "",
  label: ({ definition }, key) => phrases.label(deliverableById(definition, key.split("/")[0] ?? "").name),
  fire: async () => "onMorningCard",
};

export const districtRenderer: CardRenderer = {
  kind: DISTRICT_CARD,
  district: async (_, { subject }) => subject.split("/")[1],
  redrawOn: [
    redrawOn(receivedChanged, ({ deliverable, district }) => districtSubject(deliverable, district)),
    redrawOn(deliveryChanged),
    redrawOn(deadlinesMoved),
  ],
  async render(context, { subject }) {
    const [deliverable = "", district = ""] = subject.split("/");
    const asked = askedOf(context, deliverable);
    return asked ? districtView(context, asked, district) : goneView();
  },
};

export const cityRenderer: CardRenderer = {
  kind: CITY_CARD,
  redrawOn: [
    redrawOn(receivedChanged, ({ deliverable }) => deliverable),
    redrawOn(deliveryChanged),
    redrawOn(expectedDistrictsNamed),
    redrawOn(deadlinesMoved),
  ],
  async render(context, { subject }) {
    const asked = askedOf(context, subject);
    return asked ? cityView(context, asked) : goneView();
  },
};

/** The adopted definition may not ask for it any more. */
const askedOf = ({ campaign }: Context, id: string): Deliverable | undefined =>
  campaign.definition.campaign.deliverables.find((one) => one.id === id);

const goneView = (): View => textView(phrases.gone(), phrases.goneText(), { tone: "closed" });

const byWords = ({ campaign, rulings }: Context, { id }: Deliverable): string =>
  duePhraseOf(campaign.definition, deadlineOf(deadlineContext(campaign, rulings), id));

async function districtView(context: Context, deliverable: Deliverable, district: string): Promise<View> {
  const { definition } = context.campaign;
  const state = await readState(context, reachOfDistricts(definition, [district]));
  const place = districtName(definition, district);
  const delivery = deliveriesIn(state, district, dayOf(context.now)).get(deliverable.id);
  const name = phrases.doneTitle(place, deliverable.name);
  if (delivery?.isEnded) return textView(name, phrases.ended(delivery.words), { tone: "closed" });
  if (delivery?.done) return textView(name, phrases.done(), { tone: "done" });
  const [officer] = districtOfficers(context.people, district);
  const tasks = officer ? tasksFor(owed(state, context.now), officer.member.staffId) : [];
  const own = tasks.filter(({ about }) => about.deliverable === deliverable.id && about.district === district);
  return {
    title: phrases.title(deliverable.name, byWords(context, deliverable)),
    tone: "overdue",
    status: phrases.status(),
    body: [{ kind: "text", text: phrases.text(place, deliverable.name, byWords(context, deliverable)) }],
    actions: taskActions(state, own),
    footnote: phrases.footnote(sourceWords(definition, deliverable.line)),
  };
}

async function cityView(context: Context, deliverable: Deliverable): Promise<View> {
  const { definition } = context.campaign;
  const total = totalsIn(await readState(context, ALL_DISTRICTS), dayOf(context.now)).find(
    (one) => one.deliverable.id === deliverable.id,
  );
  const missing = total?.missing ?? [];
  const isDone = missing.length === 0;
  if (!isDone && total?.isEnded) {
    const ended = phrases.cityEnded(nounsOf(definition), missing);
    return textView(phrases.cityTitle(deliverable.name), ended, { tone: "closed" });
  }
  return {
    title: phrases.cityTitle(deliverable.name),
    tone: isDone ? "done" : "overdue",
    status: isDone ? phrases.allIn() : phrases.status(),
    body: [
      { kind: "facts", facts: [{ label: deliverable.name, value: total?.words ?? "" }] },
      ...(isDone
        ? []
        : [
            { kind: "text" as const, text: phrases.missing(byWords(context, deliverable), nounsOf(definition)) },
            { kind: "list" as const, items: missing },
          ]),
    ],
    actions: [],
    footnote: phrases.footnote(sourceWords(definition, deliverable.line)),
  };
}
