import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { leadsToList } from "../definition/purposes.ts";
import { subjectOf } from "../extension/extension.ts";
import type { CampaignState, OpenExtension } from "./campaign-state.ts";
import { isPublished, may, type Turn } from "./turn.ts";

/** 延期: who has to decide on it, while what it is about is still owed. */
export const extensionTurns = (state: CampaignState): Turn[] =>
  (state.extensions ?? [])
    .filter((one) => isStillOwed(state, one))
    .map((one): Turn => {
      const { definition } = state.campaign;
      const name = `${districtName(definition, one.district)}${deliverableById(definition, one.deliverable).name}`;
      const about = { name, version: one.number, extension: subjectOf(one) };
      const organizers = may(state, "extension.grant");
      return one.state === "asked"
        ? {
            ...{ what: "extension.decide", about, since: one.at, doers: organizers, awaitedBy: [] },
            waitsFor: { role: "organizer" },
          }
        : {
            ...{ what: "extension.approve", about, since: one.at, doers: may(state, "ruling.answer") },
            ...{ awaitedBy: organizers, waitsFor: { role: "approver" } },
          };
    });

function isStillOwed(state: CampaignState, { deliverable: id, district }: OpenExtension): boolean {
  const deliverable = state.campaign.definition.campaign.deliverables.find((one) => one.id === id);
  if (!deliverable || (isPublished(state) && leadsToList(deliverable))) return false;
  if (deliverable.purpose === "list") return !state.lists.received.has(district);
  return deliverable.purpose !== "report" || !state.reports.has(district);
}
