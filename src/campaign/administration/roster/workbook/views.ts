import type { Action, View } from "../../../../platform/chat/view.ts";
import { dayOf } from "../../../../shared/civil-date.ts";
import { readMemberships } from "../../../directory/store.ts";
import type { Context } from "../../../engine/context.ts";
import { type CardRenderer, redrawOn } from "../../../engine/feature.ts";
import { peopleChanged } from "../../../engine/people-changed.ts";
import { ADOPT, DECLINE, PROPOSAL } from "../actions.ts";
import { isReserved } from "../rules.ts";
import { dutyName } from "../tell.ts";
import { planOf } from "./differences.ts";
import { workbookPhrases as phrases } from "./phrases.ts";
import { type Proposal, proposalOf } from "./propose.ts";

const MOST_LISTED = 20;

/** What a dropped roster changes, until it is adopted or not. */
export const proposalRenderer: CardRenderer = {
  kind: PROPOSAL,
  redrawOn: [redrawOn(peopleChanged)],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    if (!draft) throw new Error(`card of an unknown draft ${subject}`);
    const proposal = proposalOf(draft);
    if (draft.state === "open" || draft.state === "left") return openView(context, proposal, subject);
    const { done } = proposal;
    return {
      title: phrases.card(),
      tone: done ? "done" : "closed",
      status: done ? phrases.adopted() : phrases.declined(),
      body: [{ kind: "text", text: done ? phrases.adoptedLead(done.added, done.ended) : phrases.declinedLead() }],
      actions: [],
    };
  },
};

async function openView(context: Context, { entries }: Proposal, subject: string): Promise<View> {
  const { tx, campaign, now } = context;
  const memberships = await readMemberships(tx, campaign.id);
  const { added, ended } = planOf(entries, { memberships, today: dayOf(now) });
  const lines = [
    ...added.map((one) => phrases.adding(one.name, dutyName(context, one))),
    ...ended.map((one) => phrases.ending(one.name, dutyName(context, one))),
  ];
  const more = lines.length - MOST_LISTED;
  const kept = campaign.definition.campaign.roles.filter(({ id }) => isReserved(id)).map(({ name }) => name);
  const action = (id: string, label: string, typed: string, look: Action["look"]): Action => ({
    id,
    label,
    typed,
    look,
    subject,
  });
  return {
    title: phrases.card(),
    tone: "near",
    status: phrases.open(),
    body: [
      { kind: "text", text: phrases.lead(added.length, ended.length) },
      { kind: "list", items: more > 0 ? [...lines.slice(0, MOST_LISTED), phrases.more(more)] : lines },
    ],
    actions: [
      action(ADOPT, phrases.adoptLabel(), phrases.adoptTyped(), "primary"),
      action(DECLINE, phrases.declineLabel(), phrases.declineTyped(), "default"),
    ],
    footnote: phrases.keptHint(kept),
  };
}
