import type { Action, View } from "../../../platform/chat/view.ts";
import { fieldFor } from "../../definition/purposes.ts";
import type { PersonContext } from "../../engine/context.ts";
import { filePlaces } from "../../engine/dispatch/file-places.ts";
import { type Command, extend, type Feature } from "../../engine/feature.ts";
import { type ApplicationDraft, DIALOGUE, FORM_CARD } from "../draft.ts";
import { applicationForm } from "../form.ts";
import { hasApplications } from "../offered.ts";
import { applicationPhrases } from "../phrases.ts";
import { wordsOf } from "../words.ts";
import { receivedPhrases as phrases } from "./phrases.ts";
import { receiveForm } from "./receive.ts";
import { takeForm } from "./take.ts";
import { receivedView, TAKE } from "./views.ts";

const take: Command = {
  id: TAKE,
  words: [phrases.typedTake()],
  capability: "application.fill",
  until: "publication",
  effect: "write",
  offeredWhen: hasApplications,
  onlyIn: "direct",
  help: {
    example: phrases.typedTake(),
    purpose: (definition) => phrases.purpose(wordsOf(definition)),
    step: "application",
  },
  async handle(context, { words }) {
    const taken = await takeForm(context, words);
    if (taken.kind === "stale") {
      const { received, all } = taken;
      return { reply: receivedView(context, received, { all, before: [phrases.changedSince()] }) };
    }
    const [only, ...more] = taken.forms;
    if (only && more.length === 0 && taken.received.kind === "form") return showForm(context, only);
    return { reply: takenView(context, taken.forms, taken.without) };
  },
};

async function showForm(context: PersonContext, { draft }: ApplicationDraft) {
  await context.dialogue.open(DIALOGUE, { draftId: draft.id });
  await context.cards.show(context.person.staffId, { kind: FORM_CARD, subject: draft.id });
  return {};
}

/** The forms that were written, each to be completed and submitted by a person. */
function takenView(context: PersonContext, forms: readonly ApplicationDraft[], without: readonly string[]): View {
  const { definition } = context.campaign;
  const words = wordsOf(definition);
  const key = fieldFor(applicationForm(context), "name")?.key ?? "";
  const actions = forms.map(({ draft, state }): Action => {
    const typed = applicationPhrases.goOnWith(String(state.answers[key] ?? ""));
    return { id: "application.resume", label: typed, typed, look: "default", subject: draft.id };
  });
  const sentences = [phrases.takenLead(words), ...(without.length > 0 ? [phrases.noCases(without)] : [])];
  return {
    title: phrases.taken(words, forms.length),
    tone: "done",
    body: sentences.map((text) => ({ kind: "text", text })),
    actions,
  };
}

/** Forms in Word and workbooks, dropped into the direct chat. */
export const receivedFormFeature: Feature = {
  commands: [take],
  extensions: [extend(filePlaces, async (context, { file, person }) => receiveForm({ ...context, person }, file))],
};
