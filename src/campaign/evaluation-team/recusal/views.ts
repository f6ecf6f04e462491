import { type Action, type Block, textView, type View } from "../../../platform/chat/view.ts";
import { applicationById } from "../../application/store.ts";
import { roleName } from "../../definition/role-name.ts";
import { districtsOf, type Member, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context } from "../../engine/context.ts";
import { type CardRenderer, redrawOn } from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import { ONE } from "../actions.ts";
import { decidersOf } from "../deciders.ts";
import { recusalChanged, teamChanged } from "../events.ts";
import { recusalsOf, teamMembers } from "../store.ts";
import type { Recusal } from "../team.ts";
import { viewerOf } from "../views.ts";
import { alongsideAction, DECIDE_RECUSAL, OPEN_RECUSALS, RAISE, RAISE_FORM } from "./actions.ts";
import { sameEnterprise } from "./alongside.ts";
import { decisionFields, MOST_OPEN, raiseFields } from "./form.ts";
import { type RecusalWords, wordsOf } from "./lines.ts";
import { recusalPhrases as phrases } from "./phrases.ts";
import { standingRecusal } from "./rules.ts";

const paragraph = (text: string): Block => ({ kind: "text", text });

/** As many offers as a card makes. */
const MOST_OFFERS = 2;

/** What waits for the viewer's decision, with the form for it. */
async function openView(context: Context, viewer: Member): Promise<View> {
  const all = await recusalsOf(context.tx, context.campaign.id);
  const open = all.filter(
    ({ state, memberId }) => state === "raised" && decidersOf(context, memberId).by.some((id) => id === viewer.staffId),
  );
  const shown = await wordsOf(context, open.slice(0, MOST_OPEN));
  const offers = await offersTo(context, viewer, all);
  return {
    title: phrases.openTitle(),
    tone: open.length === 0 ? "done" : "near",
    status: phrases.openStatus(open.length),
    body: [
      ...(open.length === 0 ? [paragraph(phrases.nothingOpen())] : [listOf(shown)]),
      ...(open.length > MOST_OPEN ? [paragraph(phrases.more(open.length - MOST_OPEN))] : []),
      ...offers.map(({ text }) => paragraph(text)),
    ],
    ...(open.length > 0 && context.cards.interactive
      ? {
          form: {
            ...{ id: "recusal", action: DECIDE_RECUSAL, subject: ONE, submitLabel: phrases.submitDecision() },
            fields: decisionFields(
              shown.map(({ recusal, caseName, member }) => ({ recusal, line: `${caseName}　${member}` })),
            ),
          },
        }
      : {}),
    actions: open.length > 0 ? [] : offers.map(({ action }) => action),
    ...(open.length > 0 ? { footnote: phrases.openFootnote() } : {}),
  };
}

const listOf = (shown: readonly RecusalWords[]): Block => ({
  kind: "list",
  ordered: shown.length > 1,
  items: shown.map(({ line, facts, by }) => [line, phrases.facts(facts), by].join("；")),
});

/** What the viewer accepted, where the same may hold for other cases of the enterprise. */
async function offersTo(context: Context, viewer: Member, all: readonly Recusal[]) {
  const members = await teamMembers(context);
  const accepted = all.filter(({ state, decidedBy }) => state === "accepted" && decidedBy === viewer.staffId);
  const offers: { text: string; action: Action }[] = [];
  for (const one of accepted.toReversed()) {
    if (offers.length === MOST_OFFERS || one.ground === "sameDistrict" || one.ground === "residence") continue;
    const same = await sameEnterprise(context, one, () => true);
    const name = (await applicationById(context.tx, one.caseId))?.compoundName ?? "";
    const member = members.get(one.memberId)?.name ?? one.memberId;
    if (!same) continue;
    const names = same.cases.map(({ compoundName }) => compoundName);
    const typed = `${phrases.alongsideWord()} ${name} ${member}`;
    offers.push({
      text: `${member}：${phrases.sameDecided(same.enterprise, names)}`,
      action: alongsideAction(`${one.caseId}/${one.memberId}`, typed),
    });
  }
  return offers;
}

export const openRenderer: CardRenderer = {
  kind: OPEN_RECUSALS,
  redrawOn: [redrawOn(recusalChanged), redrawOn(teamChanged), redrawOn(peopleChanged)],
  async render(context, { chat }) {
    const viewer = viewerOf(context, chat);
    if (viewer && mayMember(context.campaign.definition, viewer, "recusal.decide")) return openView(context, viewer);
    return textView(phrases.openTitle(), phrases.nothingOpen(), { tone: "closed" });
  },
};

/** What was raised, with the offer to raise the same for other cases of the enterprise that the raiser may name. */
export async function raisedView(
  context: Context,
  viewer: Member,
  { caseId, memberId }: Pick<Recusal, "caseId" | "memberId">,
): Promise<View> {
  const { definition } = context.campaign;
  const name = (await applicationById(context.tx, caseId))?.compoundName ?? "";
  const member = (await teamMembers(context)).get(memberId)?.name ?? memberId;
  const isOwn = memberId === viewer.staffId;
  const organizes = mayMember(definition, viewer, "team.propose");
  if (!isOwn && !organizes) return textView(phrases.raisedTitle(), phrases.received(name), { tone: "done" });
  const { role } = decidersOf(context, memberId);
  const same = await sameEnterprise(context, { caseId, memberId }, () => true);
  const said = phrases.raised(member, name, roleName(definition, role));
  return {
    ...textView(phrases.raisedTitle(), said, { tone: "done" }),
    body: [
      paragraph(said),
      ...(same
        ? [
            paragraph(
              phrases.same(
                same.enterprise,
                same.cases.map(({ compoundName }) => compoundName),
              ),
            ),
          ]
        : []),
    ],
    actions: same ? [alongsideAction(`${caseId}/${memberId}`, `${phrases.alongsideWord()} ${name} ${member}`)] : [],
  };
}

/** The form by which a ground is given; once given, what became of it. Subject: the case. */
export const raiseRenderer: CardRenderer = {
  kind: RAISE_FORM,
  redrawOn: [redrawOn(recusalChanged, ({ caseId }) => caseId), redrawOn(teamChanged)],
  async render(context, { subject, chat }) {
    const { definition } = context.campaign;
    const viewer = viewerOf(context, chat);
    const application = await applicationById(context.tx, subject);
    if (!viewer || !application || !mayMember(definition, viewer, "recusal.raise"))
      return textView(phrases.raisedTitle(), phrases.nothingOpen(), { tone: "closed" });
    const all = await recusalsOf(context.tx, context.campaign.id);
    const raised = all.findLast(
      ({ caseId, raisedBy, state }) => caseId === subject && raisedBy === viewer.staffId && state === "raised",
    );
    const others =
      mayMember(definition, viewer, "team.propose") || districtsOf(definition, viewer).includes(application.district);
    const before = raised && (await raisedView(context, viewer, raised));
    // Who names others may go on with the next one.
    if (before && !others) return before;
    const isOut = standingRecusal(all, { caseId: subject, memberId: viewer.staffId })?.state === "accepted";
    if (isOut && !others)
      return textView(phrases.raisedTitle(), phrases.isOut(application.compoundName), { tone: "closed" });
    const form = textView(phrases.formTitle(application.compoundName), phrases.formIntro(nounsOf(definition)));
    return {
      ...form,
      tone: "near",
      body: [...form.body, ...(before?.body ?? [])],
      form: {
        ...{ id: "recusal", action: RAISE, subject, submitLabel: phrases.submit() },
        fields: raiseFields({ others, nouns: nounsOf(definition) }),
      },
    };
  },
};
