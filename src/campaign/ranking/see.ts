import type { Action, View, ViewForm } from "../../platform/chat/view.ts";
import { recorded } from "../../platform/journal/record.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import { Refusal } from "../../shared/refusal.ts";
import { audienceOf } from "../directory/groups.ts";
import { type Member, mayMember } from "../directory/member.ts";
import type { PersonTurn, Turn } from "../engine/feature.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { mayShowEarly, reachOf } from "./rules.ts";
import { type RankingSummary, rankingSummary } from "./summary.ts";
import { cityView, countsView, openView, ownView } from "./views.ts";

export const EXPECT = "ranking.expect";
export const SHARE = "ranking.share";

/** What the ranking must know of the stages after it. */
export interface RankingDeps {
  isPublished(tx: Transaction, campaignId: string): Promise<boolean>;
}

/** 排名 as it may be read where it is asked for. */
export async function rankingHere(turn: PersonTurn, { isPublished }: RankingDeps): Promise<View> {
  const { tx, campaign, person, chat } = turn;
  await journalLook(turn);
  if (turn.place === "direct") {
    const { form: _, ...view } = await directView(turn, person, { isPublished });
    return view;
  }
  const summary = await rankingSummary(turn);
  if ((await audienceOf(tx, campaign.id, chat)) === "city") return withActions(cityView(turn, summary), groupActions());
  const open = (await isPublished(tx, campaign.id)) ? openView(turn, summary.compounds) : undefined;
  return open ?? countsView(summary);
}

/** 排名 for one person alone. @throws {Refusal} when the person's sites are not assigned yet */
export async function directView(turn: Turn, person: Member, { isPublished }: RankingDeps): Promise<View> {
  const { definition } = turn.campaign;
  const reach = reachOf(definition, person, "ranking.see");
  const summary = await rankingSummary(turn);
  if (reach !== "all") {
    if (reach.length === 0) throw new Refusal("ranking.no-district", phrases.noReach());
    return withActions(ownView(turn, reach, summary), exportActions(turn, person, summary));
  }
  const organizes = mayMember(definition, person, "publication.publish");
  const form = organizes && turn.cards.interactive ? { form: expectForm(turn, summary) } : {};
  const mayShare = mayShowEarly(definition, turn.rulings) || (await isPublished(turn.tx, turn.campaign.id));
  const share: Action[] =
    organizes && mayShare ? [{ id: SHARE, label: phrases.shareLabel(), typed: "排名 发活动群", look: "default" }] : [];
  return { ...withActions(cityView(turn, summary), [...exportActions(turn, person, summary), ...share]), ...form };
}

const withActions = (view: View, actions: Action[]): View => ({ ...view, actions });

const exportActions = ({ campaign }: Turn, person: Member, { compounds }: RankingSummary): Action[] =>
  compounds.length > 0 && reachOf(campaign.definition, person, "export.make").length > 0 ? groupActions() : [];

export const groupActions = (): Action[] => [
  { id: "export.make", label: phrases.exportLabel(), typed: "导出 排名", look: "primary", subject: "排名" },
  { id: "export.make", label: phrases.listExportLabel(), typed: "导出 附件4", look: "default", subject: "附件4" },
];

function expectForm({ campaign }: Turn, { awaited }: RankingSummary): ViewForm {
  const { label, submit } = phrases.expectForm;
  return {
    id: "expected-districts",
    action: EXPECT,
    submitLabel: submit,
    fields: [
      {
        name: "districts",
        label,
        kind: "multiSelect",
        required: false,
        value: awaited.expected,
        options: campaign.definition.campaign.districts.map(({ id, name }) => ({ value: id, text: name })),
      },
    ],
  };
}

/** Whoever audits leaves a trace of every look. */
async function journalLook({ tx, campaign, now, person }: PersonTurn): Promise<void> {
  if (!person.roles.some(({ role }) => role === "auditor")) return;
  const act = { campaignId: campaign.id, at: now, actor: person.staffId, action: "ranking.seen", rows: [] };
  await recorded(tx, act, async () => undefined);
}
