import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView } from "../../platform/chat/view.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { exclusionDecided } from "../application/extension-points.ts";
import { clauseFindings } from "../application/requirements/extension-points.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { decisionsChanged } from "../authority/events.ts";
import { decisionsMade } from "../authority/extension-points.ts";
import { type Member, mayMember, memberOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, extend, type Feature, redrawOn } from "../engine/feature.ts";
import { peopleChanged } from "../engine/people-changed.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { CONSULTATION_CARD, OPEN_REPLIES, RECORD } from "./actions.ts";
import { consultationCommands } from "./commands.ts";
import { openView } from "./decide-view.ts";
import { consultationChanged } from "./events.ts";
import { clausesFound, exclusionFound, registrable } from "./findings.ts";
import { consultationPhrases as phrases } from "./phrases.ts";
import { consultationsOf } from "./read-state.ts";
import { letterTable, replyTable } from "./store.ts";
import { consultationView, recordView } from "./views.ts";

/** What a reply, or what it is shown beside, hangs on. */
const ON_REPLIES = [
  redrawOn(consultationChanged),
  redrawOn(decisionsChanged),
  redrawOn(applicationSubmitted),
  redrawOn(applicationWithdrawn),
  ...onRequirements(),
  redrawOn(listConfirmed),
  redrawOn(peopleChanged),
];

/** Who has the card in their direct chat, if they may still do that. */
function viewerWho(
  { people, campaign }: Context,
  chat: string,
  capability: Parameters<typeof mayMember>[2],
): Member | undefined {
  const place = chatOfKey(chat);
  const member = place.kind === "direct" ? memberOf(people, place.person) : undefined;
  return member && mayMember(campaign.definition, member, capability) ? member : undefined;
}

const overviewRenderer: CardRenderer = {
  kind: CONSULTATION_CARD,
  redrawOn: ON_REPLIES,
  async render(context, { chat }) {
    const viewer = viewerWho(context, chat, "consultation.see");
    return viewer ? consultationView(context, viewer) : phrases.notYours();
  },
};

/** Subject: the department. */
const recordRenderer: CardRenderer = {
  kind: RECORD,
  redrawOn: ON_REPLIES,
  async render(context, { chat, subject }) {
    const consultation = (await consultationsOf(context)).find(({ department }) => department.id === subject);
    const viewer = viewerWho(context, chat, "consultation.record");
    return viewer && consultation ? recordView(context, consultation) : phrases.notYours();
  },
};

const openRenderer: CardRenderer = {
  kind: OPEN_REPLIES,
  redrawOn: ON_REPLIES,
  async render(context, { chat }) {
    const viewer = viewerWho(context, chat, "consultation.decide");
    if (viewer) return openView(context, viewer);
    return textView(phrases.openTitle(), phrases.nothingOpen(), { tone: "closed" });
  },
};

/** 征求意见: what other departments say of the recommended cases, and what is decided on it. */
export const consultationFeature: Feature = {
  tables: [letterTable, replyTable],
  commands: consultationCommands,
  renderers: [overviewRenderer, recordRenderer, openRenderer],
  extensions: [
    extend(clauseFindings, clausesFound),
    extend(exclusionDecided, exclusionFound),
    extend(decisionsMade, registrable),
  ],
};
