import { textView } from "../../platform/chat/view.ts";
import { applicationById } from "../application/store.ts";
import { nounsOf } from "../directory/nouns.ts";
import { type CardRenderer, type Feature, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { viewerOf } from "../evaluation-team/views.ts";
import { ASK, ASK_CARD, CARD, NEW } from "./actions.ts";
import { matterDialogue, supportCommands } from "./commands.ts";
import { supportChanged } from "./events.ts";
import { supportPhrases as phrases, supportRefusals as refusals } from "./phrases.ts";
import { supportOf, supportTable } from "./store.ts";
import { requestView, seesSupport } from "./views.ts";

/** One request, for who may see it. */
const cardRenderer: CardRenderer = {
  kind: CARD,
  redrawOn: [redrawOn(supportChanged, ({ number }) => String(number)), redrawOn(peopleChanged)],
  async render(context, { subject, chat }) {
    const [one] = await supportOf(context, { number: Number(subject) });
    const viewer = viewerOf(context, chat);
    if (one && viewer && seesSupport(context, viewer, one.district)) return requestView(context, one, viewer);
    return textView(phrases.title(Number(subject)), refusals.noSuch(Number(subject)), { tone: "closed" });
  },
};

/** Asks for support of one case, or of one that is named. */
const formRenderer: CardRenderer = {
  kind: ASK_CARD,
  district: async ({ tx }, { subject }) => (await applicationById(tx, subject))?.district,
  redrawOn: [],
  async render(context, { subject }) {
    const nouns = nounsOf(context.campaign.definition);
    const application = subject === NEW ? undefined : await applicationById(context.tx, subject);
    const view = textView(phrases.formTitle(application?.compoundName ?? ""), phrases.formText(nouns));
    if (context.campaign.closedAt) return { ...view, tone: "closed" };
    return {
      ...view,
      form: {
        ...{ id: "support-ask", action: ASK, subject, submitLabel: phrases.submitAsk() },
        fields: [
          ...(application
            ? []
            : [{ name: "about", label: phrases.fields.about(nouns), kind: "text" as const, required: true }]),
          { name: "content", label: phrases.fields.content, kind: "textArea", required: true },
        ],
      },
    };
  },
};

/** 支持事项: asked for by districts from the first stage on, answered by the city, closed by the district. */
export const supportFeature: Feature = {
  tables: [supportTable],
  commands: supportCommands,
  dialogues: [matterDialogue],
  renderers: [cardRenderer, formRenderer],
};
