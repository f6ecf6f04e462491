import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { applicationSubmitted, applicationWithdrawn } from "../../application/events.ts";
import { hasRecommendation } from "../../application/offered.ts";
import { opinionsChanged } from "../../application/opinions/events.ts";
import { collectsOpinions } from "../../application/opinions/standing.ts";
import { onRequirements } from "../../application/requirements/redraw.ts";
import { attachmentsChanged } from "../../attachment/events.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { annexFor } from "../../definition/purposes.ts";
import { districtsOf } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { districtScope } from "../../directory/scope.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type CardRenderer, type Command, type Feature, redrawOn } from "../../engine/feature.ts";
import { takesEvidence } from "../../evidence/rules.ts";
import { sheetEvents } from "../../scoring/events.ts";
import { DRAFT, listDraftOf } from "../draft.ts";
import { listConfirmed, listHoldChanged } from "../events.ts";
import { areListsFrozen } from "../list-step.ts";
import { listsInForce } from "../store.ts";
import { type GapKinds, gapsPhrases as phrases } from "./phrases.ts";
import { draftGapsView, GAPS_CARD, reportedGapsView, SEE_GAPS } from "./views.ts";

const kindsOf = (definition: Definition): GapKinds => ({
  evidence: takesEvidence(definition),
  requirements: annexFor(definition, "requirements")?.name,
  opinions: collectsOpinions(definition),
});

/** 所缺: what the cases on a list lack, on one page. */
const see: Command = {
  id: SEE_GAPS,
  words: [phrases.word(), phrases.label()],
  capability: "application.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasRecommendation,
  // Who sees several districts has to name one.
  help: {
    example: phrases.example(),
    purpose: (definition) => phrases.purpose(kindsOf(definition)),
    step: "recommendation",
    // After 公布 nothing that is lacking changes anything on the list.
    until: "publication",
    notAtSites: true,
    withoutButton: true,
  },
  async handle(context, { words, subject: pressed }) {
    const draft = pressed === undefined ? undefined : await context.drafts.read(pressed);
    const district = askedDistrict(context, { words, pressed: draft?.district ?? pressed });
    const isOwn = districtsOf(context.campaign.definition, context.person).includes(district);
    const subject = await subjectOf(context, district, isOwn);
    await context.cards.show(context.person.staffId, { kind: GAPS_CARD, subject });
    return {};
  },
};

/** @throws {RefusalError} unless the button or the words name a district, or the person has only one */
function askedDistrict(
  { campaign: { definition }, person }: PersonContext,
  { words, pressed }: { words: string; pressed: string | undefined },
): string {
  const { districts } = definition.campaign;
  const own = districtsOf(definition, person);
  const sees = districtScope(definition, person, "application.see");
  const among = districts.filter(({ id }) => sees === "all" || own.includes(id));
  const [named] = among.filter(({ id, name }) =>
    pressed === undefined ? words.includes(name) || words.trim() === name.slice(0, -1) : id === pressed,
  );
  const [first] = own;
  const district = named?.id ?? (words.trim() === "" && own.length === 1 ? first : undefined);
  if (district !== undefined) return district;
  const names = among.map(({ name }) => name);
  throw new RefusalError("recommendation.gaps-which", phrases.which(names, nounsOf(definition)), { choices: names });
}

/** The list being prepared by the own district, else the one in force. */
async function subjectOf(context: PersonContext, district: string, isOwn: boolean): Promise<string> {
  const { tx, campaign, drafts } = context;
  const [draft] = isOwn && !(await areListsFrozen(context)) ? await drafts.unfinished({ kind: DRAFT, district }) : [];
  if (draft && (await listDraftOf(context, draft)).order.length > 0) return draft.id;
  if ((await listsInForce(tx, campaign.id)).has(district)) return district;
  const name = districtName(campaign.definition, district);
  throw new RefusalError("recommendation.no-gaps", isOwn ? phrases.none(name) : phrases.notReported(name));
}

const renderer: CardRenderer = {
  kind: GAPS_CARD,
  district: async (context, { subject }) => (await context.drafts.read(subject))?.district ?? subject,
  redrawOn: [
    redrawOn(listConfirmed),
    redrawOn(listHoldChanged),
    redrawOn(applicationSubmitted),
    redrawOn(applicationWithdrawn),
    redrawOn(opinionsChanged),
    redrawOn(attachmentsChanged),
    ...onRequirements(),
    ...sheetEvents.map((type) => redrawOn(type)),
  ],
  async render(context, { subject }) {
    const draft = await context.drafts.read(subject);
    const district = draft?.district ?? subject;
    const isOpen = draft !== undefined && draft.state !== "done" && !(await areListsFrozen(context));
    const list = isOpen ? await listDraftOf(context, draft) : undefined;
    if (list && list.order.length > 0) return draftGapsView(context, list);
    const reported = (await listsInForce(context.tx, context.campaign.id)).get(district);
    if (reported) return reportedGapsView(context, reported);
    const name = districtName(context.campaign.definition, district);
    return textView(phrases.title(name), phrases.gone(name), { tone: "closed", status: phrases.ended() });
  },
};

/** One page of everything that a list lacks, with the press that reports it as it is. */
export const gapsFeature: Feature = { commands: [see], renderers: [renderer] };
