import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView } from "../../platform/chat/view.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { memberOf } from "../directory/member.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { recusalChanged, teamChanged } from "../evaluation-team/events.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { sheetEvents } from "../scoring/events.ts";
import { assignmentsChanged } from "../site-visit/events.ts";
import { seesCase } from "./city-case.ts";
import { cityPhrases as phrases } from "./city-phrases.ts";
import { cityView } from "./city-view.ts";
import { cityFiguresChanged } from "./events.ts";
import { verifiedCase } from "./ledger.ts";

/** 核验情况. Subject: the case. */
export const CITY_CARD = "verification.case";

export const cityRenderer: CardRenderer = {
  kind: CITY_CARD,
  redrawOn: [
    ...sheetEvents.map((type) => redrawOn(type, ({ caseId }) => caseId)),
    redrawOn(cityFiguresChanged, ({ caseId }) => caseId),
    redrawOn(recusalChanged, ({ caseId }) => caseId),
    redrawOn(assignmentsChanged, ({ caseIds }) => [...caseIds]),
    redrawOn(applicationSubmitted, ({ id }) => id),
    redrawOn(applicationWithdrawn, ({ id }) => id),
    redrawOn(teamChanged),
    onDecisions("teamScore", "notApplicable", "excludingRequirements"),
  ],
  async render(context, { subject, chat }) {
    const place = chatOfKey(chat);
    const viewer = place.kind === "direct" ? memberOf(context.people, place.person) : undefined;
    const one = await verifiedCase(context, subject);
    if (!one || !viewer || !seesCase(context.campaign.definition, viewer, subject))
      return textView(phrases.title(one?.application.compoundName ?? ""), phrases.noCases(), { tone: "closed" });
    return cityView(context, one, viewer);
  },
};
