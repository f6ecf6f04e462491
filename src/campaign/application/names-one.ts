import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { casesNamed, namesOne } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { isNamedBy, plainName } from "./find-application.ts";
import { hasApplications } from "./offered.ts";
import { casesInSight } from "./opinions/visible.ts";
import { caseName, formsBegun } from "./take-up.ts";

/** The cases in the asker's sight, and the forms being filled in. */
export const namesCase = extend(namesOne, async (_, { text, asker }) => {
  const { definition } = asker.campaign;
  if (!hasApplications(definition)) return undefined;
  const noun = nounsOf(definition).case;
  return (await namesSeen(asker)).some((name) => isNamedBy(name, text, noun)) ? true : undefined;
});

export const casesInWords = extend(casesNamed, async (_, { text, asker }) => {
  const { definition } = asker.campaign;
  if (!hasApplications(definition)) return undefined;
  return namesWithin(text, await namesSeen(asker), nounsOf(definition).case);
});

async function namesSeen(asker: PersonContext): Promise<string[]> {
  const submitted = (await casesInSight(asker)).map(({ compoundName }) => compoundName);
  const forms = (await formsBegun(asker, asker.person.staffId)).map((form) => caseName(asker, form));
  return [...new Set([...submitted, ...forms])].filter((name) => name !== "");
}

const SHORTEST = 2;

/** The names that stand in the text, whole, without the noun, or by a beginning that no other has; the longest first. */
export function namesWithin(text: string, names: readonly string[], noun: string): string[] {
  const said = plainName(text, "");
  const spans = names.flatMap((name) => {
    const plain = plainName(name, noun);
    const beginnings = Array.from({ length: Math.max(0, plain.length - SHORTEST + 1) }, (_, at) =>
      plain.slice(0, plain.length - at),
    );
    const begun = beginnings.find(
      (part) => said.includes(part) && names.every((one) => one === name || !plainName(one, noun).startsWith(part)),
    );
    return begun === undefined ? [] : [{ name, from: said.indexOf(begun), to: said.indexOf(begun) + begun.length }];
  });
  const longest = spans.filter(
    ({ from, to }) => !spans.some((other) => other.to - other.from > to - from && other.from <= from && to <= other.to),
  );
  return longest.map(({ name }) => name);
}
