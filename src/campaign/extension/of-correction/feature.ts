import { z } from "zod";
import { textView } from "../../../platform/chat/view.ts";
import { findDates } from "../../../platform/conversation/answers/find-dates.ts";
import { cleanLine } from "../../../platform/conversation/plain.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../../shared/civil-date.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { Application } from "../../application/application.ts";
import { hasRecommendation } from "../../application/offered.ts";
import { caseInSight } from "../../application/opinions/visible.ts";
import { ownApplication } from "../../application/own-application.ts";
import { plainText } from "../../application/reason-gate.ts";
import { applicationById } from "../../application/store.ts";
import { besideIn } from "../../authority/form.ts";
import { returnChanged } from "../../correction/events.ts";
import { besideCorrection } from "../../correction/extension-points.ts";
import { isLate } from "../../correction/rules.ts";
import { dayWordsIn } from "../../definition/wording.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  extend,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { verdictIn } from "../decision-form.ts";
import { ASK, askTimeAction, DECIDE, DECLINE, GRANT } from "./actions.ts";
import { askMoreTime, extendableReturn } from "./ask.ts";
import { declineMoreTime, grantMoreTime } from "./decide.ts";
import { returnExtensionPhrases as phrases } from "./phrases.ts";
import { returnExtensionTable } from "./store.ts";
import { CITY_CARD, moreTimeView, OWN_CARD, type Reader } from "./views.ts";

const filled = z.object({ until: z.string().optional(), reason: z.string().optional() }).catch({});

/** A case's name, a day, and what follows it. */
interface Said {
  name: string;
  until: CivilDate | undefined;
  rest: string;
}

/** @throws {RefusalError} for 9月31日, and for a day that can be read in two ways */
function readSaid({ campaign, now }: PersonContext, verbatim: string): Said {
  const typed = verbatim.normalize("NFKC");
  const [first] = findDates(typed, { today: dayOf(now), year: campaign.definition.campaign.year.value });
  if (!first) return { name: typed.trim(), until: undefined, rest: "" };
  const [day, other] = first.readings;
  if (day === undefined) throw new RefusalError("correction.time-no-such-day", phrases.noSuchDay(first.text));
  if (other !== undefined) throw new RefusalError("correction.time-unclear-day", phrases.unclearDay(first.text));
  const rest = typed.slice(first.to).replace(/^[\s前止，,。:：]*(?:因为|由于|理由|原因)?[\s:：为是]*/u, "");
  return { name: typed.slice(0, first.from).trim(), until: day, rest: cleanLine(rest) };
}

const MAY = ["case", "field", "points", "phone"] as const;

/** 补正延期 锦绣花园 10月12日 正在补拍; pressed on the card of the return, it shows the form. */
const ask: Command = {
  id: ASK,
  words: phrases.askWords,
  capability: "application.fill",
  offeredWhen: hasRecommendation,
  until: "publication",
  effect: "write",
  help: {
    example: (definition) => phrases.askExample(nounsOf(definition)),
    purpose: (definition) => phrases.askPurpose(nounsOf(definition)),
    step: "recommendation",
  },
  onlyIn: "direct",
  async handle(context, request) {
    const { subject, values } = request;
    const { until: day = "", reason = "" } = filled.parse(values);
    const said = readSaid(context, subject === undefined ? request.verbatim : "");
    const application = await ownApplication(context, { ...request, words: said.name, verbatim: said.name });
    const until = isCivilDate(day.slice(0, 10)) ? (day.slice(0, 10) as CivilDate) : said.until;
    if (until === undefined) return showForm(context, application);
    const { definition } = context.campaign;
    const asIs = (own: string) => phrases.typed(application.compoundName, dayWordsIn(definition, until), own);
    const typed = () => plainText(context, said.rest, { what: phrases.reasonName(), may: MAY, asIs });
    await askMoreTime(context, application, { until, reason: subject === undefined ? typed() : cleanLine(reason) });
    const sentence = phrases.asked(application.compoundName, dayWordsIn(definition, until), nounsOf(definition));
    return done(application, sentence);
  },
};

async function showForm(context: PersonContext, { id, compoundName: name }: Application): Promise<CommandOutcome> {
  const { dueOn, ...found } = await extendableReturn(context, id, name);
  if (isLate({ ...found, dueOn }, context.now)) {
    const sentence = phrases.over(name, dayWordsIn(context.campaign.definition, dueOn));
    throw new RefusalError("correction.time-over", sentence);
  }
  await context.cards.show(context.person.staffId, { kind: OWN_CARD, subject: id });
  return {};
}

const done = ({ compoundName }: Application, sentence: string): CommandOutcome => ({
  reply: textView(phrases.title(compoundName), sentence, { tone: "done" }),
  ...{ toast: sentence, changed: true },
});

const city = {
  capability: "extension.grant",
  offeredWhen: hasRecommendation,
  until: "publication",
  effect: "write",
  onlyIn: "direct",
} as const;

/** 准予补正延期 锦绣花园 */
const grant: Command = {
  ...city,
  id: GRANT,
  words: [phrases.grantWord()],
  help: {
    example: (definition) => phrases.grantExample(nounsOf(definition)),
    purpose: phrases.grantPurpose(),
    step: "recommendation",
  },
  handle: async (context, request) => granted(context, await caseInSight(context, request)),
};

/** 不予补正延期 锦绣花园 请按期完成. A refusal has its reason: a press without one opens the card on which it is written. */
const decline: Command = {
  ...city,
  id: DECLINE,
  words: [phrases.declineWord()],
  async handle(context, request) {
    const { name, opinion } = splitOpinion(request);
    const application = await caseInSight(context, { ...request, words: name, verbatim: name });
    if (opinion === "" && request.subject !== undefined && context.cards.interactive) {
      await context.cards.show(context.person.staffId, { kind: CITY_CARD, subject: application.id });
      return { toast: phrases.opinionToast() };
    }
    return declined(context, application, opinion);
  },
};

const decide: Command = {
  ...city,
  id: DECIDE,
  words: [],
  async handle(context, request) {
    const application = await caseInSight(context, request);
    const verdict = verdictIn(request.values);
    if (!verdict) throw new RefusalError("correction.time-no-verdict", phrases.noVerdict());
    const { opinion = "" } = besideIn({ typed: "", values: request.values }, context.now);
    return verdict === "yes" ? granted(context, application) : declined(context, application, opinion);
  },
};

async function granted(context: PersonContext, application: Application): Promise<CommandOutcome> {
  const { until } = await grantMoreTime(context, application);
  const day = dayWordsIn(context.campaign.definition, until);
  return done(application, phrases.saidGranted(application.compoundName, day));
}

async function declined(context: PersonContext, application: Application, opinion: string): Promise<CommandOutcome> {
  await declineMoreTime(context, application, opinion);
  return done(application, phrases.saidDeclined(application.compoundName));
}

/** The name ends at the first blank or comma. */
function splitOpinion({ subject, verbatim }: CommandRequest): { name: string; opinion: string } {
  if (subject !== undefined) return { name: "", opinion: "" };
  const [, name = "", rest = ""] = /^\s*([^\s，,：:]*)[\s，,：:]*(.*)$/su.exec(verbatim) ?? [];
  return { name, opinion: cleanLine(rest.replace(/^(?:理由|意见)[\s：:为是]*/u, "")) };
}

const renderer = (kind: string, reader: Reader): CardRenderer => ({
  kind,
  redrawOn: [redrawOn(returnChanged, ({ caseId }) => caseId)],
  district: async ({ tx }, { subject }) => (await applicationById(tx, subject))?.district,
  async render(context, { subject }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    return moreTimeView(context, application, reader);
  },
});

const button = extend(besideCorrection, async (_, { found, name }) => askTimeAction(found.caseId, name));

/** 补正延期: asked for by the district, granted by the organizer. */
export const returnExtensionFeature: Feature = {
  commands: [ask, grant, decline, decide],
  renderers: [renderer(OWN_CARD, "own"), renderer(CITY_CARD, "city")],
  extensions: [button],
  tables: [returnExtensionTable],
};
