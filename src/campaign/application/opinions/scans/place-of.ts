import type { ReceivedFile } from "../../../../platform/chat/dispatcher.ts";
import { type Action, textView } from "../../../../platform/chat/view.ts";
import type { Member } from "../../../directory/member.ts";
import type { Context } from "../../../engine/context.ts";
import type { FilePlace } from "../../../engine/dispatch/file-places.ts";
import { shownCheckNumber } from "../../check-number.ts";
import { applicationsOf } from "../../store.ts";
import { collectsOpinions } from "../standing.ts";
import { paperName } from "../views.ts";
import { recordsFor } from "../visible.ts";
import { numberAmong, paperWithNumber, scannedPaper } from "./paper.ts";
import { scanPhrases as phrases } from "./phrases.ts";

export const TAKE_SCAN = "application.take-scan";

/**
 * Offers a picture or PDF as a stamped form to people with cases; one with the code of a paper of theirs is known by it,
 * and by which submission is on it.
 */
export async function scanPlaceOf(
  context: Context,
  { file, person }: { file: ReceivedFile; person: Member },
): Promise<FilePlace | undefined> {
  const { tx, campaign } = context;
  if (!collectsOpinions(campaign.definition) || campaign.closedAt || file.opened?.kind !== "scan") return undefined;
  const cases = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  if (!cases.some(({ district }) => recordsFor(campaign, person, district))) return undefined;
  const place = takeAction(phrases.place(paperName(campaign.definition)), file.name);
  const number = numberAmong(file.opened.codes);
  if (number === undefined) return { action: place };
  const paper = await paperWithNumber({ ...context, person }, number);
  const shown = shownCheckNumber(number);
  if (!paper) return { action: place, note: phrases.foreign(shown) };
  const known = await scannedPaper(context, paper.application, paper);
  const action = takeAction(phrases.file(), shown);
  const recognised = textView(phrases.recognisedTitle(known.name), phrases.recognised(known), { actions: [action] });
  return { action, recognised };
}

const takeAction = (label: string, what: string): Action => ({
  ...{ id: TAKE_SCAN, label, typed: phrases.typed(what), look: "primary" },
});
