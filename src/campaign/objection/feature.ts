import { textView } from "../../platform/chat/view.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { nounsOf } from "../directory/nouns.ts";
import { type CardRenderer, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { viewerOf } from "../evaluation-team/views.ts";
import { noticeChanged } from "../public-notice/events.ts";
import { againstSelected, besidePublication } from "../selection/extension-points.ts";
import { CARD, ONE, REGISTER, REGISTER_FORM } from "./actions.ts";
import { objectionCommands } from "./commands.ts";
import { registrable } from "./decide.ts";
import { objectionChanged } from "./events.ts";
import { registerFields } from "./form.ts";
import { objectionPhrases as phrases, objectionRefusals as refusals } from "./phrases.ts";
import { isOpen, takesOff } from "./rules.ts";
import { objectionsOf, objectionTable } from "./store.ts";
import { objectionView, seesObjectors } from "./views.ts";

/** One objection for those who handle and decide; for who does neither any more nothing of it. */
const cardRenderer: CardRenderer = {
  kind: CARD,
  redrawOn: [
    redrawOn(objectionChanged, ({ number }) => String(number)),
    redrawOn(noticeChanged),
    redrawOn(peopleChanged),
  ],
  async render(context, { subject, chat }) {
    const objection = (await objectionsOf(context)).find(({ number }) => String(number) === subject);
    if (!objection) throw new Error(`no objection ${subject}`);
    const viewer = viewerOf(context, chat);
    if (viewer && seesObjectors(context, viewer)) return objectionView(context, objection, viewer);
    const nouns = nounsOf(context.campaign.definition);
    return textView(phrases.title(objection.number), refusals.mayNotSee(nouns), { tone: "closed" });
  },
};

/** The form that registers one. */
const formRenderer: CardRenderer = {
  kind: REGISTER_FORM,
  redrawOn: [],
  render: async (context) => ({
    ...textView(phrases.registerLabel(), phrases.registerPurpose()),
    form: {
      ...{ id: "objection", action: REGISTER, subject: ONE, submitLabel: phrases.submitRegister() },
      fields: registerFields(context),
    },
  }),
};

/** How many there are, and those about the list that nobody has decided on. */
const beside = extend(besidePublication, async (context, { selection }) => {
  const all = await objectionsOf(context);
  if (all.length === 0) return undefined;
  const listed = new Set(selection.items.flatMap(({ applicationId, selected }) => (selected ? [applicationId] : [])));
  const waiting = all.filter((one) => isOpen(one) && one.caseId !== undefined && listed.has(one.caseId));
  return {
    facts: [{ label: phrases.factLabel(), value: phrases.fact(all.length, all.filter(isOpen).length) }],
    warnings: waiting.length === 0 ? [] : [phrases.warning(waiting.map(({ number }) => number))],
  };
});

const against = extend(againstSelected, async (context) =>
  (await objectionsOf(context))
    .filter(takesOff)
    .flatMap(({ number, caseId }) =>
      caseId === undefined ? [] : [{ applicationId: caseId, reason: phrases.against(number) }],
    ),
);

/** 异议、来信: registered, looked into, decided, replied to. */
export const objectionFeature: Feature = {
  tables: [objectionTable],
  commands: objectionCommands,
  renderers: [cardRenderer, formRenderer],
  extensions: [beside, against, extend(decisionsMade, registrable)],
};
