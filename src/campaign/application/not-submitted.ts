import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import { DRAFT, draftOf } from "./draft.ts";
import { isNamedBy } from "./find-application.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { caseName } from "./take-up.ts";
import { wordsOf } from "./words.ts";
import { ownDistricts } from "./work-district.ts";

/** What is to be said where only a form of the person's districts that is not handed in has this name; else undefined. */
export async function notSubmitted(context: PersonContext, name: string): Promise<string | undefined> {
  const { definition } = context.campaign;
  const own = ownDistricts(context);
  const drafts = await context.drafts.unfinished({ kind: DRAFT });
  const names = drafts
    .filter(({ subject, district = "" }) => subject === undefined && own.includes(district))
    .map((draft) => caseName(context, draftOf(context, draft)));
  const found = names.find((one) => one !== "" && isNamedBy(one, name, nounsOf(definition).case));
  return found === undefined ? undefined : phrases.notSubmitted(found, wordsOf(definition));
}
