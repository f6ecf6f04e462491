import type { Block, View } from "../../platform/chat/view.ts";
import { namedCases, seeCase } from "../application/see-case.ts";
import { momentWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { notedRows, totalBySection } from "../scoring/views.ts";
import { reopenAction } from "./actions.ts";
import { enteredLines } from "./entered-lines.ts";
import { boundBy, nextStep } from "./extension-points.ts";
import { differenceBlocks, footnote, reopenedBlocks } from "./notes.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import type { ReviewDraft } from "./review.ts";

type Shown = Pick<ReviewDraft, "application" | "sheet">;

const text = (words: string): Block => ({ kind: "text", text: words });

/** The sheet after 提交定稿. */
export async function finalizedView(context: Context, shown: Shown, finalizedAt: Date): Promise<View> {
  const { application, sheet } = shown;
  const { late, lateReason } = sheet;
  const reason = lateReason && (await context.personal.read([lateReason])).get(lateReason.personal);
  const bound = await boundBy(context, application.district, application.id);
  const next = await nextStep(context, application.id);
  const isOut = application.state === "withdrawn";
  const mayReopen = bound === undefined && application.state === "submitted";
  return {
    title: phrases.title(application.compoundName),
    tone: "done",
    status: late ? `${phrases.finalized()}，${phrases.late()}` : phrases.finalized(),
    body: [
      text(phrases.finalizedLead(momentWords(finalizedAt), bound)),
      ...(isOut ? [text(phrases.outOfReview())] : []),
      ...(late ? [text(phrases.lateLine(reason))] : []),
      ...(await enteredLines(context, sheet)),
      ...(await reopenedBlocks(context, sheet)),
      ...totalBySection(context, sheet),
      ...(await notedRows(context, sheet)),
      ...(isOut ? [] : await differenceBlocks(context, shown)),
    ],
    actions: [
      ...(bound === undefined && !isOut && next ? [next.action] : []),
      ...(mayReopen ? [reopenAction(application)] : []),
      ...namedCases([application]).map(seeCase),
    ],
    footnote: footnote(context),
  };
}
