import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { staffId } from "../../shared/brand.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { applicationById } from "../application/store.ts";
import { allAssignments } from "../directory/assignments.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { DECISIONS_ON_POINTS } from "../scoring/decisions.ts";
import { besideRowsChanged, sheetEvents } from "../scoring/events.ts";
import { emptySheet } from "../scoring/score-sheet.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { citySheet, DIALOGUE, placeOf, SHEET_CARD, sheetNamed, subjectOf } from "./member-sheet.ts";
import { sheetView } from "./views.ts";

/** The sheets that members have of a case. */
const sheetsOfCase = async ({ tx, campaign }: Context, caseId: string): Promise<string[]> => {
  const all = await allAssignments(tx, campaign.id);
  return all.filter((one) => one.caseId === caseId).map(subjectOf);
};

/** The card of a member's sheet. Only its member has it, and who enters the points for one outside the organisation. */
export const sheetRenderer: CardRenderer = {
  kind: SHEET_CARD,
  redrawOn: [
    redrawOn(applicationSubmitted, ({ id }, context) => sheetsOfCase(context, id)),
    redrawOn(applicationWithdrawn, ({ id }, context) => sheetsOfCase(context, id)),
    redrawOn(besideRowsChanged, ({ caseId }, context) => sheetsOfCase(context, caseId)),
    ...sheetEvents.map((type) => redrawOn(type, ({ caseId }, context) => sheetsOfCase(context, caseId))),
    onDecisions(...DECISIONS_ON_POINTS, "blindScoring"),
  ],
  async render(context, { subject, chat }) {
    const name = sheetNamed(subject);
    const application = await applicationById(context.tx, name.caseId);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const at = chatOfKey(chat);
    const viewer = at.kind === "direct" ? at.person : staffId("");
    const owner = citySheet(name);
    const sheet = (await sheetOf(context.tx, owner)) ?? emptySheet(owner);
    const [place] = await context.drafts.unfinished(placeOf(name));
    const { work, at: row } = standingOf(place ?? { body: {} }, viewer);
    const view = await sheetView(context, { application, memberId: name.memberId, sheet, viewer, work, at: row });
    return { ...view, asks: { kind: DIALOGUE, state: name } };
  },
};
