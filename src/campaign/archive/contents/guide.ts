import type { Edition } from "../proof/manifest.ts";
import { guidePhrases as phrases } from "./guide-phrases.ts";
import { heading, list, page, paragraph } from "./page.ts";
import { contentPhrases } from "./phrases.ts";

/** How a reader who has nothing but the archive checks it, with the program or without. */
export const guidePage = (edition: Edition): string =>
  page(contentPhrases.guideTitle(), [
    paragraph(phrases.lead()),
    ...phrases.sections(edition).flatMap(({ title, lines }) => [heading(title), list(lines)]),
  ]);
