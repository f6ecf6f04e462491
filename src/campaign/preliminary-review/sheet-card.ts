import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { staffId } from "../../shared/brand.ts";
import { applicationSubmitted, applicationWithdrawn } from "../application/events.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { applicationById, applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, redrawOn } from "../engine/feature.ts";
import { onDecisions } from "../ruling/on-decisions.ts";
import { knownOfCase } from "../scoring/beside-rows.ts";
import { DECISIONS_ON_POINTS } from "../scoring/decisions.ts";
import { besideRowsChanged, sheetEvents } from "../scoring/events.ts";
import { isFinalized } from "../scoring/points.ts";
import { emptySheet } from "../scoring/score-sheet.ts";
import { standingOf } from "../scoring/scoring-draft.ts";
import { sheetOf } from "../scoring/store.ts";
import { DIALOGUE, placesOn, SHEET_CARD, sheetOwner } from "./review.ts";
import { sheetView } from "./views.ts";

/** Other cases of a district show points of this one where both are about the same body. */
const casesOf = async ({ tx, campaign }: Context, district: string): Promise<string[]> =>
  (await applicationsOf(tx, campaign.id, { district })).map(({ id }) => id);

/** The card of a case's score sheet. */
export const sheetRenderer: CardRenderer = {
  kind: SHEET_CARD,
  district: async ({ tx }, { subject }) => (await applicationById(tx, subject))?.district,
  redrawOn: [
    redrawOn(applicationSubmitted, ({ district }, context) => casesOf(context, district)),
    redrawOn(applicationWithdrawn, ({ district }, context) => casesOf(context, district)),
    redrawOn(besideRowsChanged, ({ caseId }) => caseId),
    ...sheetEvents.map((type) =>
      redrawOn(type, ({ ledger, district }, context) => (ledger === "district" ? casesOf(context, district) : [])),
    ),
    ...onRequirements((id) => id),
    onDecisions(...DECISIONS_ON_POINTS, "stageCloses"),
  ],
  async render(context, { subject, chat }) {
    const owner = sheetOwner(subject);
    const [application, known] = await Promise.all([applicationById(context.tx, subject), sheetOf(context.tx, owner)]);
    if (!application) throw new Error(`card of an unknown application ${subject}`);
    const at = chatOfKey(chat);
    const viewer = at.kind === "direct" ? at.person : staffId("");
    const sheet = known ?? emptySheet(owner);
    // Read beside the place, which says which page is shown.
    const reading = isFinalized(sheet) ? undefined : knownOfCase(context, { application, sheet });
    reading?.catch(() => undefined);
    const [place] = await placesOn(context, subject);
    const { work, at: row } = standingOf(place ?? { body: {} }, viewer);
    const view = await sheetView(context, { application, sheet, viewer, work, at: row }, reading);
    return { ...view, asks: { kind: DIALOGUE, state: { applicationId: subject } } };
  },
};
