import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { type Action, textView, type View, type ViewForm } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { casesSeenBy } from "../application/opinions/visible.ts";
import { seeCases } from "../application/see-case.ts";
import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import { audienceOf } from "../directory/groups.ts";
import { type Member, mayMember, memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { districtScope } from "../directory/scope.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { type CardRenderer, type Command, redrawOn } from "../engine/feature.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { journalLook } from "../verification/journal-look.ts";
import { askActions } from "./ask.ts";
import { expectable } from "./awaited-lists.ts";
import { expectedDistrictsNamed, publicationChanged } from "./events.ts";
import { isPublished } from "./extension-points.ts";
import { isHeldBack, isKeptFrom } from "./held-back.ts";
import { listWord } from "./list-word.ts";
import { rankingPhrases as phrases } from "./phrases.ts";
import { onStandings } from "./redraw.ts";
import { mayShowEarly, offersRanking } from "./rules.ts";
import { type RankingSummary, rankingSummary } from "./summary.ts";
import { cityStandings, cityView, countsView, districtStandings, openView, ownView } from "./views.ts";

export const EXPECT = "ranking.expect";
export const SHARE = "ranking.share";
const DIRECT_CARD = "ranking.direct";

/** 排名 typed. */
const read: Command = {
  id: "ranking.read",
  words: ["排名", "排名汇总", "ranking"],
  capability: "ranking.see",
  effect: "read",
  help: {
    example: "排名",
    purpose: "查看已提交初评定稿的排名汇总",
    step: "ranking",
  },
  offeredWhen: offersRanking,
  async handle(context) {
    await journalLook(context, "ranking.seen");
    return { reply: await rankingHere(context) };
  },
};

/** 排名 pressed. Shows a card, with the form for 应报地区 for organizers. */
const see: Command = {
  id: "ranking.see",
  capability: "ranking.see",
  effect: "read",
  offeredWhen: offersRanking,
  async handle(context) {
    await journalLook(context, "ranking.seen");
    requireScope(context);
    await context.cards.show(context.chat, { kind: DIRECT_CARD, subject: "summary" });
    return {};
  },
};

export const viewCommands: readonly Command[] = [read, see];

/** 排名 in a direct chat, within the person's scope. */
export const directRenderer: CardRenderer = {
  kind: DIRECT_CARD,
  redrawOn: [
    ...onStandings,
    redrawOn(expectedDistrictsNamed),
    redrawOn(publicationChanged),
    onDecisions("rankingBasis", "tieLadder", "earlyDisclosure", "countedDistricts"),
  ],
  async render(context, { chat }) {
    const place = chatOfKey(chat);
    const member = place.kind === "direct" ? memberOf(context.people, place.person) : undefined;
    if (!member || !hasScope(context, member)) {
      const nouns = nounsOf(context.campaign.definition);
      return textView(phrases.title(nouns), phrases.noScope(nouns), { tone: "closed" });
    }
    const summary = await rankingSummary(context);
    const form = context.cards.interactive && organizes(context, member) ? { form: expectForm(context, summary) } : {};
    // Beside the form its own button is the primary one.
    return { ...(await directView(context, member, { summary, look: "default" })), ...form };
  },
};

/** 排名 for the audience of the current chat. */
async function rankingHere(context: PersonContext): Promise<View> {
  const { tx, campaign, person, chat } = context;
  if (context.place === "direct") {
    requireScope(context);
    return directView(context, person, { summary: await rankingSummary(context), look: "primary" });
  }
  const summary = await rankingSummary(context);
  if ((await audienceOf(tx, campaign.id, chat)) === "city") {
    if (await isHeldBack(context)) return heldBackView(context);
    return { ...cityView(context, summary), actions: exportActions(campaign.definition) };
  }
  const open = (await isPublished(context)) ? openView(context, summary.compounds) : undefined;
  return open ?? countsView(context, summary);
}

/** In place of the joint ranking, while members still score. */
export function heldBackView({ campaign: { definition } }: Context): View {
  const nouns = nounsOf(definition);
  return textView(phrases.title(nouns), phrases.heldBack(nouns), { status: phrases.heldBackStatus() });
}

/** 排名 for one person, with the actions open to them. */
async function directView(
  context: Context,
  person: Member,
  { summary, look }: { summary: RankingSummary; look: Action["look"] },
): Promise<View> {
  const { definition } = context.campaign;
  const scope = districtScope(definition, person, "ranking.see");
  if (scope === "all" && (await isKeptFrom(context, person))) return heldBackView(context);
  const mayExport = summary.compounds.length > 0 && districtScope(definition, person, "export.make").length > 0;
  const exports = mayExport ? exportActions(definition, { look }) : [];
  const see = async (beside: readonly Action[]) => {
    const seen = new Set((await casesSeenBy(context, person)).map(({ id }) => id));
    const { compounds } = summary;
    const standings =
      scope === "all"
        ? cityStandings(context, compounds)
        : scope.flatMap((id) => districtStandings(context, compounds, id));
    const cases = standings.map(({ compound: { applicationId: id, name } }) => ({ id, name }));
    return seeCases(
      definition,
      cases.filter(({ id }) => seen.has(id)),
      beside.length,
    );
  };
  if (scope !== "all") return { ...ownView(context, scope, summary), actions: [...exports, ...(await see(exports))] };
  const mayShare =
    organizes(context, person) && (mayShowEarly(definition, context.rulings) || (await isPublished(context)));
  const share: Action[] = mayShare
    ? [{ id: SHARE, label: phrases.shareLabel(), typed: "排名 发活动群", look: "default" }]
    : [];
  const actions = [...exports, ...share, ...askActions(definition, person)];
  return { ...cityView(context, summary), actions: [...actions, ...(await see(actions))] };
}

/** Export buttons for the files available in this campaign. */
export function exportActions(definition: Definition, { look = "primary" }: { look?: Action["look"] } = {}): Action[] {
  if (!offers(definition, "export")) return [];
  const ranking = phrases.exportLabel();
  const list = listWord(definition);
  return [
    { id: "export.make", label: ranking, typed: "导出 排名", look, subject: "排名" },
    ...(list === undefined
      ? []
      : [
          {
            id: "export.make",
            label: phrases.listExportLabel(list),
            typed: `导出 ${list}`,
            look: "default" as const,
            subject: list,
          },
        ]),
  ];
}

function expectForm(context: Context, { awaited }: RankingSummary): ViewForm {
  const { label, submit } = phrases.expectForm(nounsOf(context.campaign.definition));
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
        options: expectable(context).map(({ id, name }) => ({ value: id, text: name })),
      },
    ],
  };
}

const organizes = ({ campaign }: Context, person: Member): boolean =>
  mayMember(campaign.definition, person, "publication.publish");

/** False for people with no assigned sites yet. */
const hasScope = ({ campaign }: Context, person: Member): boolean =>
  districtScope(campaign.definition, person, "ranking.see").length > 0;

/** @throws {RefusalError} if the person has no district to see */
function requireScope(context: PersonContext): void {
  if (!hasScope(context, context.person))
    throw new RefusalError("ranking.no-district", phrases.noScope(nounsOf(context.campaign.definition)));
}
