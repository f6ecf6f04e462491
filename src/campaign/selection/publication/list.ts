import type { Definition } from "../../definition/definition.ts";
import { deliverableFor, publicationFor } from "../../definition/purposes.ts";
import { sourceWords } from "../../definition/source-words.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

/** The list as it leaves the bureau: what it is called, whom it is addressed to, what it rests on. */
export interface PublishedList {
  title: string;
  /** Missing where the plan names nobody. */
  to: string | undefined;
  source: string;
}

export function publishedList(definition: Definition): PublishedList {
  const { year, city, name, words } = definition.campaign;
  const list = publicationFor(definition, "publication");
  const own = list?.name ?? phrases.listName(name, words.case.noun);
  const line = list?.line ?? deliverableFor(definition, "publication")?.line;
  return {
    title: phrases.listTitle(year.value, city.name, withoutLevel(own, [city.name, `${words.city.noun}级`])),
    to: list?.to?.text,
    source: line === undefined ? words.plan : sourceWords(definition, line),
  };
}

/** The title names year and city before it. */
const withoutLevel = (name: string, beginnings: readonly string[]): string => {
  const beginning = beginnings.find((one) => name.startsWith(one)) ?? "";
  return name.slice(beginning.length);
};
