import type { Action, Block, View, ViewField, ViewForm } from "../../platform/chat/view.ts";
import { viewPhrases } from "../../platform/conversation/view-phrases.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { teamInForce } from "../evaluation-team/store.ts";
import type { TeamMember } from "../evaluation-team/team.ts";
import { visitPhrases as phrases } from "./phrases.ts";
import { membersPerSite, proposal } from "./proposal.ts";
import { type Site, sitesToVisit } from "./sites.ts";
import { ARRANGE, ASSIGN, SITES, TAKE_PROPOSAL } from "./views.ts";

const text = (words: string): Block => ({ kind: "text", text: words });
const namesOf = (sites: readonly Site[]): string[] => sites.map(({ application }) => application.compoundName);

/** As many sites as the form has room for, those without a day first. */
function sitesField(context: Context, sites: readonly Site[], others: readonly ViewField[]): ViewField {
  const { limit, measure } = context.cards.formRoom;
  const field = (of: readonly Site[]): ViewField => ({
    ...{ name: "sites", label: phrases.sitesField(nounsOf(context.campaign.definition)), kind: "multiSelect" },
    required: true,
    options: of.map(({ application: { id, compoundName } }) => ({ value: shortOf(id), text: compoundName })),
  });
  return field(sites.filter((_, at) => measure([field(sites.slice(0, at + 1)), ...others]) <= limit));
}

/** What stands for a site in a form: the beginning of its id. */
export const shortOf = (id: string): string => id.slice(0, 8);

/** The page on which a day, its sites, car and escort are filled in. */
export async function dayPageView(context: Context): Promise<View> {
  const nouns = nounsOf(context.campaign.definition);
  const sites = (await sitesToVisit(context)).filter(({ visit }) => visit?.state !== "made");
  const undated = sites.filter(({ visit }) => !visit);
  const { interactive } = context.cards;
  const body = [text(phrases.dayLead(namesOf(undated), nouns))];
  if (!interactive) body.push(text(phrases.dayTyped(namesOf(undated), nouns)));
  const rest: ViewField[] = [
    { name: "car", label: phrases.carField(), kind: "number", required: false },
    { name: "escort", label: phrases.escortField(), kind: "text", required: false },
    { name: "quiet", label: phrases.quietField(nouns), kind: "switch", required: false },
  ];
  const day: ViewField = { name: "day", label: phrases.dayField(), kind: "date", required: true };
  const offered = undated.length > 0 ? undated : [];
  const form: ViewForm = {
    ...{ id: "day", action: ARRANGE, subject: "day", submitLabel: phrases.arrange() },
    fields: [day, sitesField(context, offered, [day, ...rest]), ...rest],
  };
  const status = phrases.status(undated.length);
  return {
    ...{ title: phrases.dayTitle(), tone: undated.length === 0 ? "done" : "running", status, body, actions: [] },
    ...(interactive && offered.length > 0 ? { form } : {}),
  };
}

/** The page on which members are given to sites: the proposal, and a form for one site. */
export async function membersPageView(context: Context): Promise<View> {
  const team = await teamInForce(context);
  const sites = (await sitesToVisit(context)).filter(({ visit }) => visit?.state !== "made");
  const proposed: ReadonlyMap<string, readonly TeamMember[]> = team ? await proposal(context, team, sites) : new Map();
  const perSite = membersPerSite(context);
  const short = sites.filter(
    ({ application, members }) => members.length + (proposed.get(application.id)?.length ?? 0) < perSite,
  );
  const items = sites.flatMap(({ application: { id, compoundName }, members }) => {
    const added = proposed.get(id) ?? [];
    return added.length === 0 ? [] : [phrases.proposed(compoundName, nameEach(members), nameEach(added))];
  });
  const proposals: Block[] =
    items.length === 0
      ? []
      : [
          text(phrases.proposalLead(perSite, nounsOf(context.campaign.definition))),
          { kind: "list", ordered: true, items },
        ];
  const loads = (team?.members ?? []).map(({ id, name }) => ({
    name,
    count: sites.filter((site) => site.members.some((one) => one.id === id)).length,
  }));
  const form = team && context.cards.interactive ? membersForm(context, sites, team.members) : undefined;
  return {
    title: phrases.membersTitle(),
    tone: items.length + short.length === 0 ? "done" : "running",
    status: phrases.membersStatus(
      items.length + short.filter(({ application }) => !proposed.has(application.id)).length,
    ),
    body: [
      ...proposals,
      ...(items.length + short.length === 0 ? [text(phrases.allAssigned())] : []),
      ...(short.length === 0 ? [] : [text(phrases.proposalShort(namesOf(short)))]),
      ...(loads.some(({ count }) => count > 0) ? [text(phrases.loads(loads))] : []),
      ...(form || !sites[0] ? [] : [text(phrases.assignTyped(sites[0].application.compoundName))]),
    ],
    ...(form ? { form } : {}),
    actions: items.length === 0 ? [] : [takeAction(form !== undefined)],
  };
}

const nameEach = (members: readonly TeamMember[]): string[] => members.map(({ name }) => name);

const takeAction = (besideForm: boolean): Action => ({
  id: TAKE_PROPOSAL,
  label: besideForm ? viewPhrases.withoutSaving(phrases.take()) : phrases.take(),
  typed: phrases.takeWords[0] ?? "",
  look: besideForm ? "default" : "primary",
});

function membersForm(context: Context, sites: readonly Site[], members: readonly TeamMember[]): ViewForm | undefined {
  const { limit, measure } = context.cards.formRoom;
  const perSite = membersPerSite(context);
  const byNeed = sites.toSorted(
    (one, other) => Math.min(one.members.length, perSite) - Math.min(other.members.length, perSite),
  );
  const chosen: ViewField = {
    ...{ name: "verifiers", label: phrases.membersField(), kind: "multiSelect", required: true },
    options: members.map(({ id, name }) => ({ value: id, text: name })),
  };
  const site = (of: readonly Site[]): ViewField => ({
    ...{ name: "site", label: phrases.siteField(nounsOf(context.campaign.definition)), kind: "select", required: true },
    options: of.map(({ application: { id, compoundName } }) => ({ value: shortOf(id), text: compoundName })),
  });
  const fitting = byNeed.filter((_, at) => measure([site(byNeed.slice(0, at + 1)), chosen]) <= limit);
  if (fitting.length === 0) return undefined;
  return {
    id: "verifiers",
    action: ASSIGN,
    subject: SITES,
    submitLabel: phrases.assign(),
    fields: [site(fitting), chosen],
  };
}
