import { textView, type View } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { attachmentsChanged } from "../../attachment/events.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandOutcome,
  type CommandRequest,
  type Feature,
  redrawOn,
} from "../../engine/feature.ts";
import { peopleChanged } from "../../engine/people-changed.ts";
import type { Application } from "../application.ts";
import { applicationSubmitted, applicationWithdrawn, caseStepChanged } from "../events.ts";
import { answerContext } from "../form.ts";
import { severalCases, severalCasesView } from "../several-cases.ts";
import { applicationById } from "../store.ts";
import { confirmOpinions } from "./confirm.ts";
import { correctedOpinions } from "./corrected-rows.ts";
import { opinionsChanged } from "./events.ts";
import { opinionsIn } from "./form.ts";
import { calledIn, namedCase, opinionsInWords } from "./name-in.ts";
import { mentionsIn } from "./offices.ts";
import { opinionsJustOpened, pastedOpinions } from "./pasted.ts";
import { opinionPhrases as phrases, opinionRefusals as refusals } from "./phrases.ts";
import { usualInOpinions } from "./phrases-usual.ts";
import { readOpinions } from "./read-words.ts";
import { recorded } from "./recorded.ts";
import { opinionsOfCase } from "./said-of-case.ts";
import { markSlip, unmarkSlip } from "./slip.ts";
import { collectsOpinions, opinionStandings } from "./standing.ts";
import { opinionTable, revisionSlipTable } from "./store.ts";
import { CONFIRM, OPINIONS_CARD, opinionsView, paperName, RECORD, SLIP, UNSLIP } from "./views.ts";
import { casesInSight, viewerReads, viewerRecords } from "./visible.ts";
import { withdrawOpinion } from "./withdraw.ts";

const offeredWhen = collectsOpinions;
const record = { capability: "opinion.record", effect: "write", offeredWhen, onlyIn: "direct" } as const;

/** Opinions of a case, before they are offered as corrected. */
async function checks(context: PersonContext, verbatim: string): Promise<void> {
  const { application, rest } = await namedCase(context, { words: verbatim, verbatim, values: {} });
  if (rest !== "") await opinionsInWords(context, application, rest);
}

/** 意见: shows the offices of a case, or records what stands after its name. */
const opinions: Command = {
  id: "application.opinions",
  ofCase: true,
  words: [phrases.word()],
  capability: "application.see",
  effect: "read",
  takesText: true,
  offeredWhen,
  onlyIn: "direct",
  checks,
  async handle(context, request) {
    const several = await askSeveral(context, request);
    if (several) return several;
    const { application, rest } = await namedCase(context, request);
    if (rest === "") {
      await context.cards.show(context.person.staffId, { kind: OPINIONS_CARD, subject: application.id });
      return {};
    }
    return recorded(context, application, await opinionsInWords(context, application, rest));
  },
};

/** Opinions of several cases in one message: nothing is recorded, each part is offered with its name. */
async function askSeveral(
  context: PersonContext,
  { subject, verbatim }: CommandRequest,
): Promise<CommandOutcome | undefined> {
  if (subject !== undefined) return undefined;
  const cases = await casesInSight(context);
  const text = verbatim.normalize("NFKC");
  const parts = severalCases(
    text,
    cases.map(({ compoundName }) => compoundName.normalize("NFKC")),
  ).filter(({ name, rest }) => {
    const of = cases.find(({ compoundName }) => compoundName.normalize("NFKC") === name);
    return of && readOpinions(rest, calledIn(context, of.district), answerContext(context)).ok;
  });
  if (parts.length < 2) return undefined;
  return {
    reply: severalCasesView(parts, ({ name, rest }) => `${phrases.submit()} ${name} ${rest}`),
  };
}

const recordForm: Command = {
  ...record,
  id: RECORD,
  ofCase: true,
  words: [phrases.submit()],
  takesText: true,
  help: {
    example: (definition) => phrases.example(nounsOf(definition).caseName),
    purpose: phrases.purpose(),
    usual: usualInOpinions,
    step: "application",
  },
  checks,
  async handle(context, request) {
    if (request.subject === undefined) return opinions.handle(context, request);
    const { application } = await namedCase(context, request);
    const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
    return recorded(context, application, { opinions: opinionsIn(context, standings, request.values) });
  },
};

const confirm: Command = {
  ...record,
  id: CONFIRM,
  words: [phrases.confirm()],
  async handle(context, request) {
    const { application, rest } = await namedCase(context, request);
    const offices = rest === "" ? undefined : officesIn(context, application, rest);
    const said = phrases.confirmedReply(await confirmOpinions(context, application, offices));
    return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
  },
};

const slip: Command = {
  ...record,
  id: SLIP,
  words: [phrases.slip()],
  async handle(context, request) {
    const { application } = await namedCase(context, request);
    const said = phrases.slipMarked(await markSlip(context, application), nounsOf(context.campaign.definition));
    return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
  },
};

const unslip: Command = {
  ...record,
  id: UNSLIP,
  words: [phrases.unslip()],
  async handle(context, request) {
    const { application } = await namedCase(context, request);
    await unmarkSlip(context, application);
    const said = phrases.slipRemoved();
    return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
  },
};

const withdraw: Command = {
  ...record,
  id: "application.withdraw-opinion",
  ofCase: true,
  words: [phrases.withdraw()],
  async handle(context, request) {
    const { application, rest } = await namedCase(context, request);
    const [office, ...others] = officesIn(context, application, rest);
    if (office === undefined || others.length > 0) {
      const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
      const names = standings.filter((one) => one.opinion).map((one) => one.office.name);
      throw new RefusalError("application.which-opinion", refusals.whichOffice(names), { choices: names, after: "" });
    }
    const said = phrases.withdrawn(await withdrawOpinion(context, application, office));
    return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
  },
};

/** Offices that the words name. */
function officesIn(context: PersonContext, { district }: Application, words: string): string[] {
  const mentions = mentionsIn(words.normalize("NFKC"), calledIn(context, district));
  return [...new Set(mentions.map(({ office }) => office))];
}

/** The district's people record; those who oversee everything read it while the case is reported. */
const renderer: CardRenderer = {
  kind: OPINIONS_CARD,
  redrawOn: [
    redrawOn(opinionsChanged, ({ id }) => id),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(attachmentsChanged, ({ caseId }) => caseId ?? []),
    redrawOn(caseStepChanged),
    redrawOn(peopleChanged),
  ],
  async render(context, { subject, chat }): Promise<View> {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const records = viewerRecords(context, chat, application.district);
    if (records || (await viewerReads(context, chat, application))) return opinionsView(context, application, records);
    const title = phrases.title(paperName(context.campaign.definition), application.compoundName);
    return textView(title, phrases.notReported(), { tone: "closed" });
  },
};

/** 意见 of the five offices. */
export const opinionsFeature: Feature = {
  commands: [opinions, recordForm, confirm, slip, unslip, withdraw],
  renderers: [renderer],
  extensions: [pastedOpinions, opinionsJustOpened, opinionsOfCase, correctedOpinions],
  tables: [opinionTable, revisionSlipTable],
};
