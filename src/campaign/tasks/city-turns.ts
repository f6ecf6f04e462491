import { dayOf } from "../../shared/civil-date.ts";
import { deadlineOf } from "../definition/deadlines.ts";
import { deliverableFor, offers, stagesWith } from "../definition/purposes.ts";
import { deadlineContext } from "../definition/running-campaign.ts";
import type { Step } from "../definition/schema/purposes.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { firstDayOf, missingUntil } from "../public-notice/rules.ts";
import { pendingOf } from "../ruling/rules.ts";
import { noticePeriod, openRulings } from "../selection/rules.ts";
import type { Selection } from "../selection/selection.ts";
import type { CampaignState } from "./campaign-state.ts";
import { standInsOf } from "./stand-ins.ts";
import { isPublished, may, opensAt, type Turn } from "./turn.ts";

/** What organizers and approvers do, and wait for. */
export function cityTurns(state: CampaignState, now: Date): Turn[] {
  return [
    ...pendingAnswers(state),
    ...proposedDistricts(state),
    ...openBeforePublication(state, now),
    ...selectionTurns(state, now),
    ...waitingCorrection(state),
    ...unregisteredDecisions(state),
  ];
}

function pendingAnswers(state: CampaignState): Turn[] {
  const approvers = may(state, "ruling.answer");
  const order = state.campaign.definition.rulings.map(({ id }) => id);
  return state.answers
    .filter((answer) => answer.state === "pending")
    .toSorted((one, other) => order.indexOf(one.ruling) - order.indexOf(other.ruling))
    .map(({ ruling, version, approver, recordedBy, recordedAt }) => ({
      what: "ruling.decide",
      about: { ruling, version },
      since: recordedAt,
      doers: approvers.includes(approver)
        ? [approver, ...standInsOf(state, approver, { role: "approver" })]
        : approvers,
      principal: approver,
      awaitedBy: [...new Set([recordedBy, ...may(state, "ruling.record")])],
      waitsFor: { role: "approver" },
    }));
}

function proposedDistricts(state: CampaignState): Turn[] {
  const { proposal } = state.lists;
  if (!proposal) return [];
  return [
    {
      what: "expected.decide",
      about: {},
      since: proposal.at,
      doers: may(state, "publication.approve"),
      awaitedBy: may(state, "publication.publish"),
      waitsFor: { role: "approver" },
    },
  ];
}

/** Rulings that publication waits for, from the first stage whose work they concern. */
function openBeforePublication(state: CampaignState, now: Date): Turn[] {
  const { definition } = state.campaign;
  const since = begunOn(state, "ranking", now) ?? begunOn(state, "selection", now);
  if (!since || isPublished(state)) return [];
  return openRulings(definition, state.rulings)
    .filter(({ ruling }) => !pendingOf(state.answers, ruling))
    .map(({ ruling }) => cityTurn(state, { what: "ruling.record", about: { ruling }, since, by: "ruling.record" }));
}

function selectionTurns(state: CampaignState, now: Date): Turn[] {
  const { campaign, selection } = state;
  const begun = begunOn(state, "selection", now);
  if (!offers(campaign.definition, "selection")) return [];
  if (!selection) {
    if (!begun || !mayChoose(state, now)) return [];
    return [cityTurn(state, { what: "selection.choose", about: {}, since: begun, by: "selection.propose" })];
  }
  const { version, recordedAt, decidedAt } = selection;
  const about = { version };
  const since = decidedAt ?? recordedAt;
  switch (selection.state) {
    case "proposed": {
      const approval = cityTurn(state, { what: "selection.decide", about, since: recordedAt, by: "selection.approve" });
      return [{ ...approval, awaitedBy: may(state, "selection.propose") }];
    }
    case "declined":
    case "reopened":
      return [
        cityTurn(state, {
          what: "selection.revise",
          about,
          since: selection.reopenedAt ?? since,
          by: "selection.propose",
        }),
      ];
    case "approved":
      return publicationTurns(state, selection, now);
    case "published":
      return (state.fallenOut ?? 0) === 0
        ? []
        : [cityTurn(state, { what: "selection.amend", about, since, by: "selection.propose" })];
    default:
      return [];
  }
}

/**
 * 公布 of an approved version: not while rulings that it waits for are open; 公示 first, then from its end on, if nothing
 * hinders.
 */
function publicationTurns(state: CampaignState, selection: Selection, now: Date): Turn[] {
  const { campaign, rulings } = state;
  const { version, recordedAt, decidedAt } = selection;
  if (!offers(campaign.definition, "publication") || openRulings(campaign.definition, rulings).length > 0) return [];
  const since = decidedAt ?? recordedAt;
  const { notice, hindrance } = state;
  const period = noticePeriod(campaign.definition, rulings);
  const today = dayOf(now);
  const isBegun = notice !== undefined && !missingUntil(period, notice, campaign.calendar);
  const turn = cityTurn(state, {
    what: period.days > 0 && !isBegun ? "notice.begin" : "publication.publish",
    about: { version },
    since,
    by: "publication.publish",
  });
  const first = isBegun ? firstDayOf(period, { notice, calendar: campaign.calendar, today }) : undefined;
  return [
    {
      ...turn,
      ...(first !== undefined && today < first ? { notBefore: first } : {}),
      ...(hindrance === undefined ? {} : { hindrance }),
    },
  ];
}

function waitingCorrection(state: CampaignState): Turn[] {
  const { correction } = state;
  if (!correction) return [];
  return [
    {
      what: "correction.decide",
      about: { version: correction.number },
      since: correction.at,
      doers: may(state, "publication.approve"),
      awaitedBy: may(state, "publication.publish"),
      waitsFor: { role: "approver" },
    },
  ];
}

/** One task for all of them: 登记依据 asks which. */
function unregisteredDecisions(state: CampaignState): Turn[] {
  const { unregistered: decisions, campaign } = state;
  if (decisions.length === 0) return [];
  return [
    {
      what: "authority.register",
      about: { decisions },
      since: campaign.startedAt,
      doers: may(state, "ruling.record"),
      awaitedBy: [],
      waitsFor: { role: "organizer" },
    },
  ];
}

/** Once every list is there, or what still comes would be late. */
function mayChoose({ campaign, rulings, lists: { received, expected } }: CampaignState, now: Date): boolean {
  if (received.size === 0) return false;
  const list = deliverableFor(campaign.definition, "list");
  const lateFrom = list && deadlineOf(deadlineContext(campaign, rulings), list.id).lateFrom;
  return expected.every((id) => received.has(id)) || (lateFrom !== undefined && lateFrom <= now);
}

/** Opening of the step's first stage, once it is open. */
function begunOn(state: CampaignState, step: Step, now: Date): Date | undefined {
  const [stage] = stagesWith(state.campaign.definition, step);
  const from = stage && opensAt(state, stage);
  return from && from <= now ? from : undefined;
}

function cityTurn(
  state: CampaignState,
  { by, ...turn }: Pick<Turn, "what" | "about" | "since"> & { by: Capability },
): Turn {
  const { campaign, rulings } = state;
  const publication = deliverableFor(campaign.definition, "publication");
  const due = publication && deadlineOf(deadlineContext(campaign, rulings), publication.id).hardClosesAt;
  return {
    ...turn,
    ...(due ? { dueAt: due } : {}),
    doers: may(state, by),
    awaitedBy: [],
    waitsFor: { role: by === "selection.approve" ? "approver" : "organizer" },
  };
}
