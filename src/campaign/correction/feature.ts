import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { type Application, takesPart } from "../application/application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { caseLine } from "../application/extension-points.ts";
import { latenessPhrases } from "../application/lateness/phrases.ts";
import { requireLateReason, splitLateReason } from "../application/lateness/rules.ts";
import { hasRecommendation } from "../application/offered.ts";
import { opinionsChanged } from "../application/opinions/events.ts";
import { ownApplication } from "../application/own-application.ts";
import { plainText } from "../application/reason-gate.ts";
import { requirementsAnswered } from "../application/requirements/events.ts";
import { isSeenBy } from "../application/requirements/seen-application.ts";
import { applicationById } from "../application/store.ts";
import { ownDistricts } from "../application/work-district.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import { changedCard } from "../engine/changed-card.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandRequest,
  extend,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { partlyOpen } from "../engine/open-parts.ts";
import { stepAfterFinal } from "../preliminary-review/extension-points.ts";
import { receiptsChanged } from "../receipt/events.ts";
import { listHeldBy } from "../recommendation/extension-points.ts";
import { pointsChanged, sheetEvents } from "../scoring/events.ts";
import { pendingReturns } from "./asked.ts";
import { askRenderer, cityCommands } from "./city.ts";
import { submitCorrection } from "./correct.ts";
import { returnChanged } from "./events.ts";
import { explainItem, explanationIn } from "./explain.ts";
import { fingerprints, partName } from "./parts.ts";
import { correctionPhrases as phrases } from "./phrases.ts";
import { usualInCorrection } from "./phrases-usual.ts";
import { openItems } from "./rules.ts";
import { caseReturnTable, openReturn, openReturns, returnsOf } from "./store.ts";
import { CASE_CARD, caseOfMessage, returnView, SUBMIT, submitAction } from "./views.ts";

const own = { capability: "application.fill", offeredWhen: hasRecommendation, onlyIn: "direct" } as const;

/** The named case, else the only one of the person's that is returned. */
async function returned(context: PersonContext, request: CommandRequest): Promise<Application> {
  if (request.subject !== undefined || request.words.trim() !== "") return ownApplication(context, request);
  const found: Application[] = [];
  for (const { caseId } of await openReturns(context.tx, context.campaign.id)) {
    const application = await applicationById(context.tx, caseId);
    if (application && ownDistricts(context).includes(application.district)) found.push(application);
  }
  const [only, other] = found;
  if (!only) throw new RefusalError("correction.none", phrases.noneReturned());
  return other ? ownApplication(context, request) : only;
}

/** 补正: the list of defects, to tick off. */
const see: Command = {
  ...own,
  id: "correction.see",
  words: [phrases.correctWord()],
  effect: "read",
  async handle(context, request) {
    const { id, compoundName } = await returned(context, request);
    if (!(await openReturn(context.tx, id))) {
      throw new RefusalError("correction.not-returned", phrases.notReturned(compoundName));
    }
    await context.cards.show(context.person.staffId, { kind: CASE_CARD, subject: id });
    return {};
  },
};

/** 报送补正 锦绣花园 逾期原因 材料补拍较晚 */
const submit: Command = {
  ...own,
  id: SUBMIT,
  until: "publication",
  words: phrases.submitWords,
  effect: "write",
  help: {
    example: (definition) => phrases.submitExample(nounsOf(definition)),
    purpose: (definition) => phrases.submitPurpose(nounsOf(definition)),
    usual: usualInCorrection,
    step: "recommendation",
  },
  async handle(context, request) {
    const { named: words, read } = splitLateReason(request.verbatim, phrases.lateWord());
    const { id } = await returned(context, { ...request, words, verbatim: words });
    const reason = requireLateReason(read);
    const { compoundName, late } = await submitCorrection(context, id, reason);
    const done = phrases.submitted(compoundName, nounsOf(context.campaign.definition));
    const said = reason !== "" && !late ? `${done}${latenessPhrases.notLate()}` : done;
    const reply = textView(phrases.title(compoundName), said, { tone: "done" });
    return { reply, ...(await changedCard(context, { kind: CASE_CARD, subject: id }, said)) };
  },
};

/** What was found is explained by points, by fields and by what was wrong. */
const MAY = ["points", "case", "field", "correction", "phone"] as const;

/** 补正说明 锦绣花园 2 经核对无误 */
const explain: Command = {
  ...own,
  id: "correction.explain",
  until: "publication",
  words: phrases.explainWords,
  effect: "write",
  async handle(context, request) {
    const said = explanationIn(request.verbatim);
    if (!said) throw new RefusalError("correction.which-item", phrases.whichItem());
    const { named, at, text } = said;
    const application = await returned(context, { ...request, words: named, verbatim: named });
    const name = application.compoundName;
    const asIs = (own: string) => phrases.explainTyped(name, at, own);
    const own = plainText(context, text, { what: phrases.explainWord(), own: name, may: MAY, asIs });
    await explainItem(context, application, { at, text: own });
    const sentence = phrases.explained(at);
    return { reply: textView(phrases.title(application.compoundName), sentence, { tone: "done" }), toast: sentence };
  },
};

/** 补正情况: every open return of the districts in sight and of assigned sites. */
const overview: Command = {
  id: "correction.overview",
  words: phrases.listWords,
  capability: "application.see",
  offeredWhen: hasRecommendation,
  effect: "read",
  onlyIn: "direct",
  async handle(context) {
    const { tx, campaign, person } = context;
    const items: string[] = [];
    for (const found of await openReturns(tx, campaign.id)) {
      const application = await applicationById(tx, found.caseId);
      if (!application || !isSeenBy(context, person, application)) continue;
      const open = openItems(found.items, await fingerprints(context, application)).length;
      const district = districtName(campaign.definition, application.district);
      const counts = { dueOn: found.dueOn, open, of: found.items.length };
      items.push(phrases.overview(district, application.compoundName, counts));
    }
    if (items.length === 0) return { reply: textView(phrases.list(), phrases.noneReturned()) };
    return { reply: { ...textView(phrases.list(), ""), body: [{ kind: "list", items }] } };
  },
};

const caseRenderer: CardRenderer = {
  kind: CASE_CARD,
  district: async ({ tx }, { subject }) => (await applicationById(tx, subject))?.district,
  redrawOn: [
    redrawOn(returnChanged, ({ caseId }) => caseId),
    redrawOn(receiptsChanged, ({ message }) => caseOfMessage(message) ?? []),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(requirementsAnswered, ({ id }) => id),
    redrawOn(opinionsChanged, ({ id }) => id),
    redrawOn(attachmentsChanged, ({ caseId }) => caseId ?? []),
    redrawOn(pointsChanged, ({ caseId }) => caseId),
    ...sheetEvents.map((type) => redrawOn(type, ({ caseId }) => caseId)),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    const found = (await returnsOf(context.tx, subject)).at(-1);
    if (!application || !found) throw new Error(`card of an unknown return ${subject}`);
    const viewer = isOfficer(context, chat, application.district) ? "district" : "city";
    return returnView(context, application, { found, viewer });
  },
};

const isOfficer = ({ people }: Context, chat: string, district: string): boolean =>
  people.some(
    ({ staffId, roles }) =>
      chat.endsWith(staffId) && roles.some((held) => held.role === "districtOfficer" && held.district === district),
  );

/** What of a returned case can be changed: the named parts, and nothing else. */
const limits = extend(partlyOpen, async (context, { caseId }) => {
  const found = await openReturn(context.tx, caseId);
  const application = found && (await applicationById(context.tx, caseId));
  // After 公布 nothing is corrected any more: what is still accepted then is accepted of every case.
  if (!found || !application || (await isAcceptanceOver(context))) return undefined;
  const parts = found.items.map(({ part }) => part);
  const names = parts.map((part) => partName(context, application, part));
  return { open: new Set(parts), sentence: phrases.closed(application.compoundName, names) };
});

/** A list with a returned case waits for its correction. */
const held = extend(listHeldBy, async (context, { caseIds }) => {
  for (const { caseId } of await openReturns(context.tx, context.campaign.id)) {
    const application = caseIds.includes(caseId) ? await applicationById(context.tx, caseId) : undefined;
    if (application && takesPart(application))
      return { hold: "returned" as const, why: phrases.holdsList(application.compoundName) };
  }
  return undefined;
});

const line = extend(caseLine, async (context, { application }) => {
  const found = await openReturn(context.tx, application.id);
  if (!found || (await isAcceptanceOver(context))) return undefined;
  return phrases.caseLine(found.dueOn, openItems(found.items, await fingerprints(context, application)).length);
});

/** Points that were returned lead to 报送补正, not to the list. */
const afterFinal = extend(stepAfterFinal, async ({ tx }, { caseId }) => {
  const application = (await openReturn(tx, caseId)) && (await applicationById(tx, caseId));
  if (!application) return undefined;
  const { compoundName: name } = application;
  return { words: phrases.afterFinal(name), action: submitAction(name, caseId) };
});

/** 退回补正 and 报送补正. */
export const correctionFeature: Feature = {
  commands: [...cityCommands, see, submit, explain, overview],
  renderers: [askRenderer, caseRenderer],
  extensions: [limits, held, line, afterFinal, pendingReturns],
  tables: [caseReturnTable],
};
