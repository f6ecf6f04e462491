import type { Definition } from "../../definition/definition.ts";
import { deliverableFor, publicationFor } from "../../definition/purposes.ts";
import { sourceWords } from "../../definition/source-words.ts";
import { publicationPhrases as phrases } from "./phrases.ts";

/** Heading of the published list: title, addressee and source. */
export interface PublishedList {
  title: string;
  /** Undefined if the plan names no addressee. */
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

/** Removes a leading level, because the title already has year and city. */
const withoutLevel = (name: string, beginnings: readonly string[]): string => {
  const beginning = beginnings.find((one) => name.startsWith(one)) ?? "";
  return name.slice(beginning.length);
};
