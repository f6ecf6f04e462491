import { chatOfKey } from "../../platform/chat/chat-key.ts";
import type { Action, Block, Tone, View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { decisionsChanged } from "../authority/events.ts";
import { REGISTER } from "../authority/feature.ts";
import { authorityPhrases } from "../authority/phrases.ts";
import { deliverableFor } from "../definition/purposes.ts";
import { momentWords } from "../definition/wording.ts";
import { type Member, mayMember, memberOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { signedName } from "../directory/signed-name.ts";
import { namesOf } from "../directory/store.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import {
  APPROVE_TEAM,
  DECIDE_TEAM,
  ONE,
  PROPOSE,
  RETURN_TEAM,
  SEE_RECUSALS,
  TEAM_CARD,
  TEAM_FORM,
  TEAM_NOTICE,
} from "./actions.ts";
import { teamChanged } from "./events.ts";
import { decisionFields, teamFields } from "./form.ts";
import { teamPhrases as phrases } from "./phrases.ts";
import { teamMembers, teamsOf } from "./store.ts";
import { type EvaluationTeam, presentTeam, standingVersions, stillThere, type TeamMember } from "./team.ts";

const paragraph = (text: string): Block => ({ kind: "text", text });

/** 张三; 李工（市物业管理协会） */
export const namedWithUnit = ({ name, unit = "" }: Pick<TeamMember, "name" | "unit">): string =>
  phrases.form.withUnit(name, unit);

type Standing = ReturnType<typeof standingVersions>;

type State = keyof typeof phrases.status;

const TONES: Readonly<Record<State, Tone>> = { none: "near", proposed: "near", returned: "overdue", approved: "done" };

/** The team as it stands, for whoever looks: the approver decides on it, the organizer goes on with it. */
export async function teamView(context: Context, viewer: Member): Promise<View> {
  const { approved, open: waiting } = standingVersions(await teamsOf(context));
  const open = seesProposals(context, viewer) ? waiting : undefined;
  const state: State = open?.state === "returned" ? "returned" : open ? "proposed" : approved ? "approved" : "none";
  const quote = deliverableFor(context.campaign.definition, "team")?.quote;
  return {
    title: phrases.word(),
    tone: TONES[state],
    status: phrases.status[state],
    body: [
      ...(approved ? await approvedBlocks(context, approved) : []),
      ...(open ? await openBlocks(context, open, approved) : []),
      ...(isOwn(approved, viewer) ? [paragraph(phrases.recusalAsked(nounsOf(context.campaign.definition)))] : []),
      ...(approved || open ? [] : [paragraph(phrases.none(nounsOf(context.campaign.definition)))]),
    ],
    ...decisionForm(context, viewer, open),
    actions: actionsFor(context, viewer, { approved, open }),
    ...(quote === undefined ? {} : { footnote: phrases.footnote(nounsOf(context.campaign.definition), quote) }),
  };
}

/** What is proposed is no business of the members before it is approved. */
const seesProposals = ({ campaign: { definition } }: Context, viewer: Member): boolean =>
  (["team.propose", "team.approve", "journal.see"] as const).some((one) => mayMember(definition, viewer, one));

async function approvedBlocks(context: Context, team: EvaluationTeam): Promise<Block[]> {
  const { tx, campaign, now } = context;
  const { decidedBy, decidedAt, authority } = team;
  const by =
    decidedBy && decidedAt
      ? await signedName(tx, campaign.id, { staffId: decidedBy, role: "approver", at: decidedAt })
      : "";
  const left = team.members.filter(({ leftAt }) => leftAt !== undefined);
  return [
    {
      kind: "facts",
      facts: [
        ...peopleFacts(stillThere(team)),
        ...(decidedAt ? [{ label: phrases.decidedLabel(), value: phrases.decided(by, momentWords(decidedAt)) }] : []),
        {
          label: authorityPhrases.label(),
          value: authority ? authorityPhrases.words(authority, now) : authorityPhrases.toBeRegistered(),
        },
      ],
    },
    ...(left.length > 0 ? [paragraph(phrases.leftLine(left.map(namedWithUnit)))] : []),
  ];
}

function peopleFacts({ members }: EvaluationTeam) {
  const lead = members.find(({ role }) => role === "teamLead");
  const others = members.filter((one) => one !== lead);
  return [
    { label: phrases.leadLabel(), value: lead ? namedWithUnit(lead) : phrases.noLead() },
    { label: phrases.membersLabel(others.length), value: others.map(namedWithUnit).join("、") || phrases.nobody() },
  ];
}

async function openBlocks(
  context: Context,
  open: EvaluationTeam,
  approved: EvaluationTeam | undefined,
): Promise<Block[]> {
  const names = await namesOf(context.tx, [open.proposedBy]);
  const name = names.get(open.proposedBy) ?? open.proposedBy;
  const by = { name, at: momentWords(open.proposedAt), version: open.version };
  const opinion = open.opinion && (await context.personal.read([open.opinion])).get(open.opinion.personal);
  return [
    paragraph(phrases.proposed(by, { isFirst: approved === undefined })),
    { kind: "facts", facts: peopleFacts(open) },
    ...(approved ? [paragraph(differenceWords(approved, open)), paragraph(phrases.untilThen())] : []),
    ...(open.state === "returned"
      ? [paragraph(phrases.returned(nounsOf(context.campaign.definition), opinion ?? phrases.erased()))]
      : []),
  ];
}

function differenceWords(before: EvaluationTeam, after: EvaluationTeam): string {
  const beyond = (one: EvaluationTeam, other: EvaluationTeam) =>
    one.members.filter(({ id }) => !other.members.some((member) => member.id === id)).map(namedWithUnit);
  const [from, to] = [before.members[0], after.members[0]];
  return phrases.difference({
    added: beyond(after, before),
    removed: beyond(before, after),
    lead: from && to && from.id !== to.id ? to.name : undefined,
  });
}

const isOwn = (team: EvaluationTeam | undefined, viewer: Member): boolean =>
  team?.members.some(({ staffId }) => staffId === viewer.staffId) ?? false;

function decisionForm(context: Context, viewer: Member, open: EvaluationTeam | undefined): Pick<View, "form"> {
  const decides = mayMember(context.campaign.definition, viewer, "team.approve");
  if (!decides || open?.state !== "proposed" || !context.cards.interactive) return {};
  const submitLabel = phrases.form.submitDecision();
  return { form: { id: "team", action: DECIDE_TEAM, subject: ONE, submitLabel, fields: decisionFields() } };
}

function actionsFor(context: Context, viewer: Member, { approved, open }: Standing): Action[] {
  const may = (capability: Parameters<typeof mayMember>[2]) =>
    mayMember(context.campaign.definition, viewer, capability);
  const waits = open?.state === "proposed";
  const { interactive } = context.cards;
  const organizes = may("team.propose");
  const proposal = approved || open ? phrases.changeLabel() : phrases.proposeLabel();
  return [
    ...(may("team.approve") && open && waits && !interactive ? decisions(open) : []),
    ...(organizes && interactive
      ? [action({ id: TEAM_FORM, label: proposal, typed: phrases.formWord(), primary: !waits && !approved })]
      : []),
    ...(organizes && (approved || waits)
      ? [action({ id: TEAM_NOTICE, label: phrases.noticeLabel(), typed: phrases.noticeWord() })]
      : []),
    ...(organizes && may("ruling.record") && approved && approved.authority?.number === undefined
      ? [registration()]
      : []),
    ...(approved && (organizes || isOwn(approved, viewer) || may("recusal.decide"))
      ? [action({ id: SEE_RECUSALS, label: phrases.recusalsLabel(), typed: phrases.recusalsLabel() })]
      : []),
  ];
}

const decisions = ({ version }: EvaluationTeam): Action[] => {
  const typed = (word: string) => phrases.ofVersion(word, version);
  return [
    action({ id: APPROVE_TEAM, label: phrases.approveLabel(), typed: typed(phrases.approveWord()), primary: true }),
    {
      ...action({ id: RETURN_TEAM, label: phrases.returnLabel(), typed: typed(phrases.returnWord()) }),
      look: "danger",
    },
  ];
};

const action = ({
  id,
  label,
  typed,
  primary = false,
}: {
  id: string;
  label: string;
  typed: string;
  primary?: boolean;
}): Action => ({
  ...{ id, label, typed, subject: ONE },
  look: primary ? "primary" : "default",
});

const registration = (): Action => ({
  id: REGISTER,
  label: authorityPhrases.registerLabel(),
  typed: `${authorityPhrases.registerLabel()} ${phrases.word()}`,
  look: "default",
  subject: phrases.word(),
});

/** Who has the card in their direct chat; undefined for who has no role any more. */
export function viewerOf({ people }: Context, chat: string): Member | undefined {
  const place = chatOfKey(chat);
  return place.kind === "direct" ? memberOf(people, place.person) : undefined;
}

export const teamRenderer: CardRenderer = {
  kind: TEAM_CARD,
  redrawOn: [redrawOn(teamChanged), redrawOn(decisionsChanged), redrawOn(peopleChanged)],
  async render(context, { chat }) {
    const viewer = viewerOf(context, chat);
    if (viewer && mayMember(context.campaign.definition, viewer, "verification.see")) return teamView(context, viewer);
    return phrases.notYours();
  },
};

/** The organizer's form; filled with the team as it stands. */
export const teamFormRenderer: CardRenderer = {
  kind: TEAM_FORM,
  redrawOn: [redrawOn(teamChanged), redrawOn(peopleChanged)],
  async render(context) {
    const versions = await teamsOf(context);
    const ids = presentTeam(versions, context.people);
    const known = await teamMembers(context);
    const names = await namesOf(context.tx, ids);
    const [lead, ...others] = ids.map(
      (id): TeamMember =>
        known.get(id) ?? { id, staffId: id as StaffId, role: "teamMember", name: names.get(id) ?? id },
    );
    return {
      title: phrases.form.title(),
      tone: "near",
      body: [paragraph(phrases.form.intro(nounsOf(context.campaign.definition)))],
      actions: [],
      form: {
        ...{ id: "team", action: PROPOSE, subject: ONE, submitLabel: phrases.form.submit() },
        fields: teamFields(
          lead?.leftAt === undefined ? lead : undefined,
          others.filter(({ leftAt }) => leftAt === undefined),
        ),
      },
    };
  },
};
