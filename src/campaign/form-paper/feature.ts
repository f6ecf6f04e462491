import { textView } from "../../platform/chat/view.ts";
import { formOf } from "../application/offered.ts";
import { contentHash } from "../definition/hash.ts";
import type { Context } from "../engine/context.ts";
import { type Feature, on } from "../engine/feature.ts";
import { definitionFound } from "../engine/start/events.ts";
import { caretakers } from "../engine/start/report-broken.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";
import { templateFile, templateProblem } from "./template-file.ts";

/** A template with mistakes is reported at the start, once as it is, before somebody needs the form. */
async function reportTemplate(context: Context): Promise<void> {
  const form = formOf(context.campaign.definition);
  const file = form && (await templateFile(context));
  const problem = file && templateProblem(file, form);
  if (!problem) return;
  const view = textView(phrases.templateTitle(), phrases.reported(problem), { tone: "overdue" });
  for (const { staffId } of caretakers(context.people)) {
    await context.outbox.say(
      staffId,
      view,
      `form-paper.template ${context.campaign.id} ${contentHash(problem)} ${staffId}`,
    );
  }
}

/** 附件3 on paper: its template. */
export const formPaperFeature: Feature = { listeners: [on(definitionFound, reportTemplate)] };
