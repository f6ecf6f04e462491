import { misspeltPlacesOf, placesOf } from "../../platform/documents/word/fill-template.ts";
import { holdsPrograms, partsOf } from "../../platform/documents/word/package-parts.ts";
import { readWord } from "../../platform/documents/word/read-word.ts";
import { nearestOf } from "../definition/checks/nearest.ts";
import type { Form } from "../definition/purposes.ts";
import { labelPlace } from "./form-template.ts";
import { formPaperPhrases as phrases } from "./phrases.ts";

/**
 * Every place of a template that nothing fills, as a sentence's part that names it; empty for a sound template.
 * Undefined where the file cannot be read at all; `programs` where it holds macros.
 */
export function templateProblems(template: Uint8Array, form: Form): string[] | "programs" | undefined {
  const known = placesFor(form);
  try {
    if (holdsPrograms(partsOf(template))) return "programs";
    // What no program opens is not filled either.
    readWord(Buffer.from(template));
    return [
      ...placesOf(template)
        .filter((name) => !known.includes(name))
        .map((name) => phrases.unknownPlace(name, nearestOf(name, known))),
      ...misspeltPlacesOf(template).map((text) => phrases.misspeltPlace(text)),
    ];
  } catch {
    return undefined;
  }
}

/** What is filled in: answers, labels, opinions, and what every template may have. */
function placesFor({ fields, opinions }: Form): string[] {
  const labels = [...fields, ...opinions].map(({ label }) => label);
  return [...labels, ...labels.map(labelPlace), ...Object.values(phrases.places)];
}
