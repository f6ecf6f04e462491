import { asksDepartments } from "../consultation/consultation.ts";
import { consultationsOf, pendingIn } from "../consultation/read-state.ts";
import type { Context } from "../engine/context.ts";
import type { CampaignState } from "./campaign-state.ts";
import { isPublished, may, type Turn } from "./turn.ts";

/** 征求意见: who has not replied, and what waits for a decision; undefined in a campaign that asks nobody. */
export async function consultationStateIn(context: Context): Promise<CampaignState["consultation"]> {
  const { definition } = context.campaign;
  if (!asksDepartments(definition)) return undefined;
  const all = await consultationsOf(context);
  const open = all.filter(({ letter, unanswered }) => letter && unanswered.length > 0);
  return {
    unanswered: open.flatMap(({ department: { name }, letter }) => (letter ? [{ name, at: letter.madeAt }] : [])),
    pending: pendingIn(all).map(({ application, reply: { department, recordedAt: at } }) => ({
      name: application.compoundName,
      department: definition.campaign.departments.find(({ id }) => id === department)?.name ?? department,
      at,
    })),
  };
}

/** One task for all departments that have not replied, and one for everything that waits for the approver. */
export function consultationTurns(state: CampaignState): Turn[] {
  const { consultation } = state;
  if (!consultation || isPublished(state)) return [];
  const [unanswered] = consultation.unanswered;
  const [pending] = consultation.pending;
  const recorders = may(state, "consultation.record");
  return [
    ...(unanswered
      ? [
          {
            what: "consultation.record" as const,
            about: { departments: consultation.unanswered.map(({ name }) => name) },
            since: unanswered.at,
            ...{ doers: recorders, awaitedBy: [], waitsFor: { role: "organizer" as const } },
          },
        ]
      : []),
    ...(pending
      ? [
          {
            what: "consultation.decide" as const,
            about: { name: pending.name, departments: [pending.department], of: consultation.pending.length },
            since: pending.at,
            ...{ doers: may(state, "consultation.decide"), awaitedBy: recorders },
            waitsFor: { role: "approver" as const },
          },
        ]
      : []),
  ];
}
