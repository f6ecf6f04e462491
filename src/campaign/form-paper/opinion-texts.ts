import type { Application } from "../application/application.ts";
import { opinionStandings } from "../application/opinions/standing.ts";
import { fullDayWords } from "../definition/wording.ts";
import type { Context } from "../engine/context.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";

/**
 * What stands in the opinion boxes, by the opinion's id: words that were retyped and still hold for what is printed. All
 * other boxes stay empty for pen and seal.
 */
export async function opinionTexts(context: Context, application: Application): Promise<ReadonlyMap<string, string>> {
  const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
  const texts = new Map<string, string>();
  for (const { office, state, opinion } of standings) {
    if (state !== "given" || !opinion?.text) continue;
    const text = (await context.personal.read([opinion.text])).get(opinion.text.personal);
    if (text !== undefined)
      texts.set(office.id, phrases.opinion(text, opinion.sealedBy, fullDayWords(opinion.givenOn)));
  }
  return texts;
}
