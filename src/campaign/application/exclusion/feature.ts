import { textView } from "../../../platform/chat/view.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import { decisionsMade, type RecordedDecision } from "../../authority/extension-points.ts";
import { authorityIn } from "../../authority/form.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { readBeside } from "../../authority/read-beside.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtName } from "../../definition/districts.ts";
import { fieldsFor, rulingDeciding } from "../../definition/purposes.ts";
import { membersWith } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { Context, PersonContext } from "../../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandRequest,
  extend,
  type Feature,
  on,
  redrawOn,
} from "../../engine/feature.ts";
import { definitionAdopted } from "../../engine/start/events.ts";
import { rulingEffectsChanged, rulingsChanged } from "../../ruling/events.ts";
import { rulingEffects } from "../../ruling/extension-points.ts";
import type { Application } from "../application.ts";
import { applicationSubmitted, applicationWithdrawn } from "../events.ts";
import { formOf, hasApplications } from "../offered.ts";
import { applicationById, applicationsOf } from "../store.ts";
import { tell } from "../tell.ts";
import { judgeUnderRulings, wouldBeExcluded, wouldBeFree } from "./judge.ts";
import { liftExclusion } from "./lift.ts";
import { liftsOf, liftTable } from "./lifts.ts";
import { exclusionPhrases as phrases } from "./phrases.ts";
import { exclusionView, LIFT } from "./views.ts";

/** Subject: the application's id. */
export const CARD = "application.exclusion";

const excludesAnybody = (definition: Definition): boolean => {
  const form = hasApplications(definition) ? formOf(definition) : undefined;
  return form !== undefined && fieldsFor(form, "disqualification").length > 0;
};

/** 解除不得参与, with the document beside it or on the card; without one the card asks for it. */
const lift: Command = {
  id: LIFT,
  words: [phrases.lift()],
  capability: "disqualification.lift",
  effect: "write",
  step: "application",
  offeredWhen: excludesAnybody,
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.liftExample(nounsOf(definition)),
    purpose: phrases.liftPurpose(),
  },
  async handle(context, request) {
    const { application, rest } = await excludedNamed(context, request);
    const { id, compoundName } = application;
    const onCard = authorityIn(request.values, context.now);
    if (!onCard.ok) throw new RefusalError("application.authority", onCard.retry);
    const read = onCard.authority ? onCard : readBeside(rest, context.now);
    if (!read.ok) throw new RefusalError("application.authority", read.retry);
    if (read.authority) {
      await liftExclusion(context, id, read.authority);
      const said = phrases.lifted(compoundName, authorityPhrases.words(read.authority, context.now));
      return { reply: textView(phrases.lift(), said, { tone: "done" }), toast: said, changed: true };
    }
    if (request.subject !== undefined || rest !== "") {
      throw new RefusalError("application.no-authority", phrases.noAuthority(compoundName));
    }
    await context.cards.show(context.person.staffId, { kind: CARD, subject: id });
    return {};
  },
};

/** The excluded application that is named first; the rest are the words about it. */
async function excludedNamed(
  { tx, campaign }: PersonContext,
  { subject, verbatim }: CommandRequest,
): Promise<{ application: Application; rest: string }> {
  const excluded = await applicationsOf(tx, campaign.id, { states: ["excluded"] });
  const pressed = subject === undefined ? undefined : await applicationById(tx, subject);
  if (pressed && pressed.campaignId === campaign.id) return { application: pressed, rest: "" };
  const typed = verbatim.trim();
  const named = excluded
    .filter(({ compoundName }) => typed.startsWith(compoundName))
    .toSorted((a, b) => b.compoundName.length - a.compoundName.length);
  const [application, other] = named;
  if (application && application.compoundName !== other?.compoundName) {
    return { application, rest: typed.slice(application.compoundName.length).trim() };
  }
  const names = excluded.map(
    ({ compoundName, district }) => `${districtName(campaign.definition, district)}${compoundName}`,
  );
  throw new RefusalError("application.which", phrases.whichName(names), {
    choices: excluded.map(({ compoundName }) => compoundName),
  });
}

const renderer: CardRenderer = {
  kind: CARD,
  redrawOn: [redrawOn(applicationSubmitted, ({ id }) => id), redrawOn(applicationWithdrawn, ({ id }) => id)],
  async render(context, { subject }) {
    const application = await applicationById(context.tx, subject);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    return exclusionView(context, application);
  },
};

/** Everybody is judged anew when the period that counts changes; who no longer falls under it is named. */
async function judgeAnew(context: Context, rulings: readonly string[]): Promise<void> {
  const ruling = rulingDeciding(context.campaign.definition, "accidentWindow")?.id;
  if (ruling === undefined || !rulings.includes(ruling)) return;
  await judgeUnderRulings(context);
  const free = await wouldBeFree(context);
  if (free.length === 0) return;
  const { definition } = context.campaign;
  const to = (["organizer", "approver"] as const).flatMap((role) => membersWith(context.people, role));
  const items = free.map((one) => phrases.freeItem(districtName(definition, one.district), one.compoundName));
  await tell(context, [...new Set(to.map(({ staffId }) => staffId))], {
    ...textView(phrases.freeTitle(ruling), phrases.freeLead(nounsOf(definition)), { tone: "near" }),
    body: [
      { kind: "text", text: phrases.freeLead(nounsOf(definition)) },
      { kind: "list", items },
    ],
  });
}

/** Who would be excluded, and who could be lifted, under an answer that is not confirmed yet. */
const effects = extend(rulingEffects("accidentWindow"), async (context, after) => {
  const under = { ...context, rulings: after };
  const { definition } = context.campaign;
  const excluded = (await wouldBeExcluded(under)).map(({ application: { district, compoundName } }) =>
    phrases.wouldExclude(districtName(definition, district), compoundName),
  );
  const free = (await wouldBeFree(under)).map(({ district, compoundName }) =>
    phrases.wouldFree(districtName(definition, district), compoundName, nounsOf(definition)),
  );
  return [...excluded, ...free];
});

const effectsMayChange = async ({ emit }: Context): Promise<void> =>
  emit(rulingEffectsChanged, { decisions: ["accidentWindow"] });

/** Lifts whose document can still be registered. */
async function registrable(context: Context): Promise<RecordedDecision[]> {
  const { tx, campaign } = context;
  const lifts = await liftsOf(tx, { campaignId: campaign.id });
  const decisions: RecordedDecision[] = [];
  for (const { caseId, number, authority } of lifts) {
    const application = await applicationById(tx, caseId);
    if (!application) continue;
    decisions.push({
      name: phrases.decisionName(application.compoundName),
      authority,
      async register(person, registered) {
        const act = {
          action: "application.lift-registered",
          rows: [liftTable.row({ case_id: caseId, number })],
          caseId,
        };
        await person.withJournal(act, () =>
          person.tx.disqualificationLift.update({
            where: { caseId_number: { caseId, number } },
            data: { authority: { ...registered } },
          }),
        );
        await judgeUnderRulings(person, { caseId });
        person.emit(applicationSubmitted, { id: caseId, district: application.district });
      },
    });
  }
  return decisions;
}

/** 不得参与 and its lifting */
export const exclusionFeature: Feature = {
  commands: [lift],
  renderers: [renderer],
  listeners: [
    on(rulingsChanged, (context, { rulings }) => judgeAnew(context, rulings)),
    on(applicationSubmitted, effectsMayChange),
    on(applicationWithdrawn, effectsMayChange),
    on(definitionAdopted, async (context) => void (await judgeUnderRulings(context))),
  ],
  extensions: [extend(decisionsMade, registrable), effects],
  tables: [liftTable],
};
