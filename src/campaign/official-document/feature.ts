import { textView } from "../../platform/chat/view.ts";
import { contentHash } from "../definition/hash.ts";
import type { Context } from "../engine/context.ts";
import { type Feature, on } from "../engine/feature.ts";
import { definitionFound } from "../engine/start/events.ts";
import { caretakers } from "../engine/start/report-broken.ts";
import { officialPhrases as phrases } from "./phrases.ts";
import type { OfficialTemplate } from "./template.ts";
import { readTemplate, templateProblem } from "./write.ts";

async function report(context: Context, problem: string): Promise<void> {
  const view = textView(phrases.faultTitle(), phrases.reported(problem), { tone: "overdue" });
  for (const { staffId } of caretakers(context.people)) {
    const once = `official-document.template ${context.campaign.id} ${contentHash(problem)} ${staffId}`;
    await context.outbox.say(staffId, view, once);
  }
}

/**
 * Templates with mistakes are reported at the start, once as they are, before somebody needs a document.
 * @param templates of all documents that the campaign makes
 */
export const officialDocumentFeature = (templates: readonly OfficialTemplate[]): Feature => ({
  listeners: [
    on(definitionFound, async (context: Context) => {
      for (const template of templates) {
        const file = await readTemplate(context, template);
        const problem = file && (await templateProblem(template, file, context.campaign.definition));
        if (problem) await report(context, problem);
      }
    }),
  ],
});
