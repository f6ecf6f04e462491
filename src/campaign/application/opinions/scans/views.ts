import type { Action, View } from "../../../../platform/chat/view.ts";
import { viewPhrases } from "../../../../platform/conversation/view-phrases.ts";
import type { Attachment } from "../../../attachment/attachment.ts";
import { momentWords } from "../../../definition/wording.ts";
import { nounsOf } from "../../../directory/nouns.ts";
import type { Context } from "../../../engine/context.ts";
import { enteredFor, onBehalfLine } from "../../../engine/on-behalf.ts";
import type { Application } from "../../application.ts";
import { applicationPhrases } from "../../phrases.ts";
import { opinionForm } from "../form.ts";
import { opinionStandings } from "../standing.ts";
import { paperName } from "../views.ts";
import { scannedPaper } from "./paper.ts";
import { scanPhrases as phrases } from "./phrases.ts";
import { revisionOfScan } from "./place.ts";

/** Subject: the attachment's id. */
export const SCAN_CARD = "application.scan";
export const RECORD_SCAN = "application.record-scan";
export const WITHDRAW_SCAN = "application.withdraw-scan";

/** A filed scan: of which submission it is, and a date for each office that may be on it. */
export async function scanView(context: Context, scan: Attachment, application: Application): Promise<View> {
  const { compoundName: name } = application;
  const revision = revisionOfScan(scan);
  const title = phrases.cardTitle(paperName(context.campaign.definition), name);
  const nameOf = (staffId: string) =>
    context.people.find((member) => member.staffId === staffId)?.name ?? applicationPhrases.colleague();
  const by = await onBehalfLine(context, enteredFor(scan.addedBy, scan.responsible));
  const text = (words: string) => ({ kind: "text" as const, text: words });
  if (scan.state === "withdrawn") {
    const words = phrases.withdrawn(momentWords(scan.withdrawnAt ?? scan.addedAt), nameOf(scan.withdrawnBy ?? ""));
    return { title, tone: "closed", status: phrases.withdrawnStatus(), body: [text(words)], actions: [] };
  }
  const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
  const own = standings.filter(({ office, state }) => office.givenBy === "district" && state !== "nobody");
  const onIt = own.filter(({ opinion }) => opinion?.scan === scan.id);
  const mayRecord = application.state !== "withdrawn" && !context.campaign.closedAt;
  const asked = mayRecord ? own.filter(({ opinion }) => opinion?.scan !== scan.id) : [];
  const form = opinionForm(context, asked, { action: RECORD_SCAN, subject: scan.id });
  return {
    title,
    tone: asked.length > 0 ? "near" : "done",
    status: phrases.status(revision),
    body: [
      text(phrases.paper(await scannedPaper(context, application, { revision }))),
      text(
        [phrases.filed(momentWords(scan.addedAt), nameOf(scan.addedBy)), ...(by ? [phrases.onBehalf(by)] : [])].join(
          "",
        ),
      ),
      ...(onIt.length > 0 ? [text(phrases.onIt(onIt.map(({ office }) => office.name)))] : []),
      ...(asked.length > 0 ? [text(form ? phrases.tick() : phrases.tickTyped(name))] : []),
    ],
    ...(form ? { form } : {}),
    actions: [
      withAction(WITHDRAW_SCAN, { label: phrases.withdraw(), name, subject: scan.id, beside: form !== undefined }),
    ],
    footnote: phrases.footnote(nounsOf(context.campaign.definition)),
  };
}

const withAction = (
  id: string,
  { label, name, subject, beside }: { label: string; name: string; subject: string; beside: boolean },
): Action => ({
  ...{ id, subject, look: "danger", typed: `${label} ${name}` },
  label: beside ? viewPhrases.withoutSaving(label) : label,
});
