import { nounsOf } from "../directory/nouns.ts";
import { namesOne } from "../engine/dispatch/extension-points.ts";
import { extend } from "../engine/feature.ts";
import { isNamedBy } from "./find-application.ts";
import { hasApplications } from "./offered.ts";
import { casesInSight } from "./opinions/visible.ts";
import { caseName, formsBegun } from "./take-up.ts";

/** The cases in the asker's sight, and the forms being filled in. */
export const namesCase = extend(namesOne, async (_, { text, asker }) => {
  const { definition } = asker.campaign;
  if (!hasApplications(definition)) return undefined;
  const noun = nounsOf(definition).case;
  const submitted = (await casesInSight(asker)).map(({ compoundName }) => compoundName);
  const forms = (await formsBegun(asker, asker.person.staffId)).map((form) => caseName(asker, form));
  return [...submitted, ...forms].some((name) => isNamedBy(name, text, noun)) ? true : undefined;
});
