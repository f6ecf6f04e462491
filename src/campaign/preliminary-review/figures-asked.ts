import type { Action } from "../../platform/chat/view.ts";
import { ID } from "../../platform/conversation/score-words.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import type { PersonContext } from "../engine/context.ts";
import { pointsByFigures } from "../scoring/by-figures.ts";
import { byFiguresTyped } from "./actions.ts";
import { reviewPhrases as phrases } from "./phrases.ts";
import type { ReviewDraft } from "./review.ts";

const ROW_BY_FIGURES = new RegExp(`(?<![\\d-])${ID}[\\s:：,，]*[就也都先]*按(?:照)?(?:已填|市级|填报)?的?数据`, "u");

/** 3-3 按数据, said of a row: what does it for the rows without points. Undefined: it is not said. */
export async function figuresAskedFor(
  context: PersonContext,
  { application, sheet }: Pick<ReviewDraft, "application" | "sheet">,
  text: string,
): Promise<{ said: string; action?: Action } | undefined> {
  if (!ROW_BY_FIGURES.test(text)) return undefined;
  const standing = (await standingsOf(context, [application])).get(application.id);
  const given = pointsByFigures(context.campaign.definition, context.rulings, { standing, sheet });
  return given.length === 0
    ? { said: phrases.noFigures() }
    : {
        said: phrases.byFiguresHint(given.map(({ criterion }) => criterion)),
        action: byFiguresTyped(application.compoundName),
      };
}
