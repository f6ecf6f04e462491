import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { duplicateLines } from "../../application/duplicates.ts";
import { hasReview } from "../../application/offered.ts";
import { seeCases } from "../../application/see-case.ts";
import { stageWindow } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import type { DeliverablePurpose } from "../../definition/schema/purposes.ts";
import { dayWordsIn, fullDayWords } from "../../definition/wording.ts";
import { audienceOf } from "../../directory/groups.ts";
import { districtsOf } from "../../directory/member.ts";
import { type Nouns, nounsOf } from "../../directory/nouns.ts";
import { districtScope, isWithin } from "../../directory/scope.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import { onBehalfNotes } from "../../export/on-behalf-notes.ts";
import { seeGaps } from "../../recommendation/gaps-page/views.ts";
import { outcomeCounts } from "../../selection/publication/outcome.ts";
import { stagePhrases } from "../../stage/phrases.ts";
import { currentStage, nearnessOf, type Owed, owedInCampaign, owedInStage } from "../../stage/rules.ts";
import type { CampaignState, CaseState } from "../../tasks/campaign-state.ts";
import { countPhrases } from "../../tasks/count-phrases.ts";
import { districtCounts } from "../../tasks/counts.ts";
import { deliveriesIn, totalsIn } from "../../tasks/deliveries.ts";
import { ALL_DISTRICTS, reachOfDistricts } from "../../tasks/reach.ts";
import { readState } from "../../tasks/read-state.ts";
import { answerPhrases } from "../answer/phrases.ts";
import { toldOfDistrict } from "../answer/sentences.ts";
import { readSeen } from "../nudge/nudge.ts";
import { type Beside, besideCases } from "./beside.ts";
import { daysAsked } from "./days-asked.ts";
import { outcomeFacts } from "./outcome.ts";
import { progressPhrases as phrases } from "./phrases.ts";

type Asker = Pick<PersonContext, "person" | "place" | "chat">;

/**
 * 进度. A district's own work for its officials, or for the city if it names the district; all districts for the city;
 * only totals in groups.
 *
 * @param named name of a district, or empty
 * @throws {RefusalError} if the named district is unknown, or not the person's to see
 */
export async function progressView(context: Context, asker: Asker, named: string): Promise<View> {
  if (asker.place === "group") return groupView(context, asker, await readState(context, ALL_DISTRICTS));
  const district = named === "" ? undefined : namedDistrict(context, asker, named);
  const own = district === undefined ? districtsOf(context.campaign.definition, asker.person) : [district];
  if (own.length > 0) {
    const [state, notes] = await Promise.all([
      readState(context, reachOfDistricts(context.campaign.definition, own)),
      onBehalfNotes(context, own),
    ]);
    const beside = await besideCases(context, asker, state);
    const isForCity =
      district !== undefined && districtScope(context.campaign.definition, asker.person, "progress.see") === "all";
    const told = isForCity ? toldOfDistrict(state, await readSeen(context), district) : [];
    return districtsView(context, state, { own, beside, notes, told });
  }
  return cityView(context, asker, await readState(context, ALL_DISTRICTS));
}

function namedDistrict({ campaign: { definition } }: Context, { person }: Asker, typed: string): string {
  const nouns = nounsOf(definition);
  const { districts } = definition.campaign;
  const found = districts.find(({ id, name }) => id === typed || typed.includes(name) || name.slice(0, -1) === typed);
  if (!found) {
    const sentence = phrases.unknownDistrict(
      typed,
      districts.map(({ name }) => name),
      nouns,
    );
    throw new RefusalError("progress.unknown-district", sentence);
  }
  if (seesAll(definition, person) || isWithin(districtScope(definition, person, "progress.see"), found.id))
    return found.id;
  throw new RefusalError("progress.not-own", phrases.notYours(found.name, nouns));
}

/** The team's lead sees the points of all districts, so also how far they are. */
const seesAll = (definition: Context["campaign"]["definition"], person: Asker["person"]): boolean =>
  (["progress.see", "ranking.see"] as const).some((one) => districtScope(definition, person, one) === "all");

async function districtsView(
  context: Context,
  state: CampaignState,
  { own, beside, notes, told }: Record<"own" | "notes" | "told", readonly string[]> & { beside: Beside },
): Promise<View> {
  const { definition } = context.campaign;
  const names = own.map((id) => districtName(definition, id));
  const outcome = state.isPublished ? await outcomeFacts(context, own) : [];
  const isNothingYet = outcome.length === 0 && own.every((id) => shownNow(context, state, id).length === 0);
  return {
    title: phrases.ownTitle(names.join("、")),
    tone: "running",
    body: [
      stageBlock(context),
      ...(isNothingYet ? [{ kind: "text" as const, text: phrases.nothingYet() }] : []),
      ...(outcome.length > 0 ? [{ kind: "facts" as const, facts: outcome }] : []),
      ...own.flatMap((district) => districtBlocks(context, state, { district, isOnly: own.length === 1, beside })),
      ...[...(await daysAsked(context, own)), ...notes].map((text) => ({ kind: "text" as const, text })),
      ...(told.length > 0
        ? [
            { kind: "heading" as const, text: answerPhrases.heading() },
            { kind: "text" as const, text: told.join("") },
          ]
        : []),
    ],
    actions: districtActions(state, own, beside),
  };
}

/** What the reported list lacks, and its cases. */
function districtActions(state: CampaignState, own: readonly string[], beside: Beside): Action[] {
  const { definition } = state.campaign;
  const gaps = own
    .filter((id) => !state.isPublished && state.lists.received.has(id))
    .map((id) => seeGaps(id, districtName(definition, id)));
  const seen = casesIn(state, own).filter(({ id }) => beside.seen.includes(id));
  return [...gaps, ...seeCases(definition, seen, gaps.length)];
}

const casesIn = ({ cases }: CampaignState, own: readonly string[]): CaseState[] =>
  cases.filter(({ district, state }) => own.includes(district) && state !== "withdrawn");

function districtBlocks(
  context: Context,
  state: CampaignState,
  { district, isOnly, beside }: { district: string; isOnly: boolean; beside: Beside },
): Block[] {
  const { definition } = context.campaign;
  const deliveries = deliveriesIn(state, district, dayOf(context.now));
  const facts = shownNow(context, state, district).map((owed) => {
    const delivery = deliveries.get(owed.deliverable.id);
    const words = delivery?.words ?? "";
    const isOpen = !delivery?.done && !delivery?.isEnded && !context.campaign.closedAt;
    return {
      label: owed.deliverable.name,
      value: isOpen ? phrases.due(words, stagePhrases.due(definition, owed)) : words,
    };
  });
  const lines = caseLines(state, district, beside);
  const heading = isOnly ? phrases.casesHeading(nounsOf(definition)) : districtName(definition, district);
  return [
    ...(facts.length > 0 ? [{ kind: "facts" as const, facts }] : []),
    ...(lines.length > 0
      ? [
          { kind: "heading" as const, text: heading },
          { kind: "list" as const, items: lines },
        ]
      : []),
  ];
}

/** What the district owes now, and what it has handed in as a whole before its stage. */
function shownNow(context: Context, state: CampaignState, district: string): Owed[] {
  const { campaign, now, rulings } = context;
  const owed = owedNow(context, [district]);
  const isHandedIn: Partial<Record<DeliverablePurpose, boolean>> = {
    list: state.lists.received.has(district),
    report: state.reports.has(district),
  };
  const early = owedInCampaign(campaign, { now, rulings, districts: [district] }).filter(
    ({ deliverable: { id, purpose } }) =>
      isHandedIn[purpose] === true && !owed.some(({ deliverable }) => deliverable.id === id),
  );
  return [...owed, ...early];
}

/** What each case of the district still lacks; after 公布 only what is left to do. */
export function caseLines(
  state: CampaignState,
  district: string,
  { strips, lacking }: Pick<Beside, "strips" | "lacking">,
): string[] {
  const nouns = nounsOf(state.campaign.definition);
  const isReviewed = hasReview(state.campaign.definition);
  const forms = state.isPublished ? [] : state.forms.filter((form) => form.district === district);
  const isLeft = (one: CaseState) => !state.isPublished || one.opinionsWait;
  const cases = casesIn(state, [district]).filter(isLeft);
  return [
    ...cases.map((one) => {
      const isChanging = forms.some(({ caseId }) => caseId === one.id);
      const words = isChanging ? phrases.changing() : caseWords(one, isReviewed, nouns);
      return phrases.caseLine(one.name, [words, ...(lacking.get(one.id) ?? [])].join("，"), strips.get(one.id));
    }),
    ...forms
      .filter(({ caseId }) => caseId === undefined)
      .map(({ name, done, of }) => phrases.caseLine(name || phrases.unnamed(nouns), phrases.filling(done, of))),
  ];
}

export function caseWords(one: CaseState, isReviewed: boolean, { city }: Pick<Nouns, "city">): string {
  const words = reviewWords(one, isReviewed);
  const returned =
    one.returned && one.state === "submitted" ? phrases.returned(words, one.returned.until, city) : words;
  return one.opinionsWait ? phrases.opinionsWait(returned) : returned;
}

function reviewWords({ state, review }: CaseState, isReviewed: boolean): string {
  if (state === "excluded") return phrases.excluded();
  if (!isReviewed) return phrases.submitted();
  if (review.state === "finalized") return phrases.finalized();
  if (review.done >= review.of) return phrases.scored();
  return review.done === 0 ? phrases.unscored() : phrases.scoring(review.of - review.done);
}

async function cityView(context: Context, { person }: Asker, state: CampaignState): Promise<View> {
  const { definition } = context.campaign;
  const isNamed = seesAll(definition, person);
  const lines = isNamed ? districtLines(context, state) : [];
  const duplicates = isNamed ? await duplicateLines(context) : [];
  return {
    title: phrases.title(definition.campaign.title),
    tone: "running",
    body: [
      stageBlock(context),
      ...(await outcomeBlocks(context)),
      ...totalBlocks(context, state, { isNamed }),
      ...(lines.length > 0
        ? [
            { kind: "heading" as const, text: phrases.districtsHeading(nounsOf(definition)) },
            { kind: "list" as const, items: lines },
          ]
        : []),
      ...(duplicates.length > 0
        ? [
            { kind: "heading" as const, text: phrases.duplicatesHeading() },
            { kind: "list" as const, items: duplicates },
          ]
        : []),
    ],
    actions: [],
  };
}

async function groupView(context: Context, { chat }: Asker, state: CampaignState): Promise<View> {
  const { definition, id } = context.campaign;
  return {
    title: phrases.title(definition.campaign.title),
    tone: "running",
    body: [stageBlock(context), ...(await outcomeBlocks(context)), ...totalBlocks(context, state, { isNamed: false })],
    actions: [],
    footnote: phrases.groupFootnote(definition, await audienceOf(context.tx, id, chat)),
  };
}

async function outcomeBlocks(context: Context): Promise<Block[]> {
  const facts = await outcomeCounts(context);
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

function totalBlocks(context: Context, state: CampaignState, { isNamed }: { isNamed: boolean }): Block[] {
  const { definition } = context.campaign;
  const totals = totalsIn(state, dayOf(context.now));
  const facts = owedNow(context).flatMap((owed) => {
    const total = totals.find(({ deliverable }) => deliverable.id === owed.deliverable.id);
    if (!total) return [];
    const names = isNamed && total.count > 0 && total.missing.length > 0 ? countPhrases.missing(total.missing) : "";
    const words = total.words + names;
    const isOpen = !total.isComplete && !total.isEnded && !context.campaign.closedAt;
    const value = isOpen ? phrases.due(words, stagePhrases.due(definition, owed)) : words;
    return [{ label: owed.deliverable.name, value }];
  });
  return [facts.length > 0 ? { kind: "facts", facts } : { kind: "text", text: phrases.nothingYet() }];
}

/** 越城区：申报表已提交2个；初评已提交定稿2个，共2个；推荐名单已报送 */
function districtLines(context: Context, state: CampaignState): string[] {
  const day = dayOf(context.now);
  if (owedNow(context).length === 0) return [];
  return districtCounts(state, day).map(({ district, name }) => {
    const deliveries = deliveriesIn(state, district, day);
    const parts = owedNow(context, [district]).map(({ deliverable }) =>
      phrases.districtPart(deliverable.name, deliveries.get(deliverable.id)?.words ?? ""),
    );
    return phrases.districtLine(name, parts);
  });
}

function owedNow({ campaign, now, rulings }: Context, districts?: readonly string[]): Owed[] {
  const stage = currentStage(campaign, dayOf(now));
  return stage ? owedInStage(campaign, stage, { now, rulings, ...(districts ? { districts } : {}) }) : [];
}

const stageBlock = ({ campaign, now }: Context): Block => ({
  kind: "facts",
  facts: [{ label: phrases.stageLabel(), value: stageNow(campaign, dayOf(now)) }],
});

function stageNow(campaign: Context["campaign"], today: CivilDate): string {
  const { definition, closedAt, calendar } = campaign;
  const stage = currentStage(campaign, today);
  if (!stage) return phrases.notStarted();
  const { to } = stageWindow(definition, stage);
  if (closedAt) return phrases.closed(fullDayWords(dayOf(closedAt)));
  if (to >= today) return phrases.stage(stage, dayWordsIn(definition, to), nearnessOf(calendar, today, to));
  const { stages } = definition.campaign;
  const next = stages[stages.indexOf(stage) + 1];
  return next ? phrases.between(next, dayWordsIn(definition, stageWindow(definition, next).from)) : phrases.over();
}
