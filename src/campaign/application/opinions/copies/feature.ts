import { z } from "zod";
import { dayOf, isCivilDate } from "../../../../shared/civil-date.ts";
import { RefusalError } from "../../../../shared/refusal-error.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import { districtScope } from "../../../directory/scope.ts";
import type { Context, PersonContext } from "../../../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type Feature,
  redrawOn,
} from "../../../engine/feature.ts";
import type { Application } from "../../application.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../../events.ts";
import { answerContext } from "../../form.ts";
import { formOf } from "../../offered.ts";
import { applicationById } from "../../store.ts";
import { calledIn, namedCase } from "../name-in.ts";
import { collectsOpinions } from "../standing.ts";
import { SEE_COPIES } from "../views.ts";
import { reportedCases, viewerRecords } from "../visible.ts";
import { paperCopyTable } from "./copy.ts";
import { copiesChanged } from "./events.ts";
import { copyPhrases as phrases, copyRefusals as refusals } from "./phrases.ts";
import { copiesNamed, readCopies } from "./read-words.ts";
import { receiveCopies, recordCopies } from "./record.ts";
import {
  COPIES_CARD,
  COPIES_LIST,
  copiesListView,
  copiesView,
  placesOf,
  RECEIVE_COPIES,
  RECORD_COPIES,
} from "./views.ts";

/** The form says how many copies there are. */
const offeredWhen = (definition: Context["campaign"]["definition"]): boolean =>
  collectsOpinions(definition) && formOf(definition)?.copies !== undefined;

const written = { capability: "opinion.record", effect: "write", offeredWhen, onlyIn: "direct" } as const;

const seesAll = ({ campaign, person }: PersonContext): boolean =>
  districtScope(campaign.definition, person, "application.see") === "all";

/** 纸质件: shows or records where the copies of a case are; for the city without a name the check-list. */
const copies: Command = {
  id: SEE_COPIES,
  words: [phrases.word()],
  capability: "application.see",
  effect: "read",
  offeredWhen,
  onlyIn: "direct",
  async handle(context, request) {
    const { staffId } = context.person;
    if (request.subject === undefined && request.words === "" && seesAll(context)) {
      await context.cards.show(staffId, { kind: COPIES_LIST, subject: "" });
      return {};
    }
    const { application, rest } = await namedCase(context, request);
    if (rest !== "") return recordInWords(context, application, rest);
    await context.cards.show(staffId, { kind: COPIES_CARD, subject: application.id });
    return {};
  },
};

async function recordInWords(context: PersonContext, application: Application, words: string): Promise<CommandOutcome> {
  const read = readCopies(words, calledIn(context, application.district), answerContext(context));
  if (read.ok) return recorded(context, application, read.spoken);
  const places = [...placesOf(context, application).values()];
  const sentences = {
    place: () => refusals.noPlace(words, places),
    date: () => refusals.noDate(words),
    pastDate: () => refusals.future(words),
  };
  throw new RefusalError("application.copies-unread", sentences[read.lacks]());
}

const filled = z.object({
  copies: z.array(z.coerce.number().int()).min(1),
  at: z.string().min(1),
  since: z
    .string()
    .transform((text) => text.slice(0, 10))
    .refine(isCivilDate),
});

const record: Command = {
  ...written,
  id: RECORD_COPIES,
  async handle(context, request) {
    const { application } = await namedCase(context, request);
    const { success, data } = filled.safeParse(request.values);
    if (!success || !placesOf(context, application).has(data.at)) {
      throw new RefusalError("application.copies-unfilled", refusals.nothing());
    }
    if (data.since > dayOf(context.now))
      throw new RefusalError("application.copies-future", refusals.future(data.since));
    return recorded(context, application, data);
  },
};

async function recorded(
  context: PersonContext,
  application: Application,
  where: Parameters<typeof recordCopies>[2],
): Promise<CommandOutcome> {
  const done = await recordCopies(context, application, where);
  const said = phrases.recorded(done, placesOf(context, application).get(where.at) ?? "", where.since);
  return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
}

const received = z.object({ cases: z.array(z.string()).catch([]) });

/** 收到纸质件: the city ticks off what came. */
const receive: Command = {
  ...written,
  id: RECEIVE_COPIES,
  words: [phrases.receiveWord()],
  async handle(context, request) {
    if (!seesAll(context))
      throw new RefusalError("application.city-receives", refusals.cityOnly(nounsOf(context.campaign.definition)));
    const chosen = await receivedCases(context, request);
    for (const { application, copies: some } of chosen) await receiveCopies(context, application, some);
    const said = phrases.receivedReply(chosen.map(({ application }) => application.compoundName));
    return { reply: phrases.reply(phrases.word(), said), toast: said, changed: true };
  },
};

async function receivedCases(
  context: PersonContext,
  request: Parameters<Command["handle"]>[1],
): Promise<{ application: Application; copies: readonly number[] }[]> {
  if (request.words !== "") {
    const { application, rest } = await namedCase(context, request);
    return [{ application, copies: copiesNamed(rest) }];
  }
  const ids = received.parse(request.values).cases;
  const cases = (await reportedCases(context)).filter(({ id }) => ids.includes(id));
  if (cases.length === 0) throw new RefusalError("application.no-copies-chosen", refusals.noCase());
  return cases.map((application) => ({ application, copies: [] }));
}

const renderer: CardRenderer = {
  kind: COPIES_CARD,
  redrawOn: [
    redrawOn(copiesChanged, ({ id }) => id),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
  ],
  async render(context, { subject, chat }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    return copiesView(context, application, viewerRecords(context, chat, application.district));
  },
};

const list: CardRenderer = {
  kind: COPIES_LIST,
  redrawOn: [redrawOn(copiesChanged), redrawOn(applicationSubmitted), redrawOn(caseStepChanged)],
  render: async (context) => copiesListView(context, await reportedCases(context)),
};

/** 纸质件: which of the paper copies is where. */
export const copiesFeature: Feature = {
  commands: [copies, record, receive],
  renderers: [renderer, list],
  tables: [paperCopyTable],
};
