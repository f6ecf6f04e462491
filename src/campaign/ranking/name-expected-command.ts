import { z } from "zod";
import { RefusalError } from "../../shared/refusal-error.ts";
import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { Command, CommandRequest } from "../engine/feature.ts";
import { awaitedLists, expectable, nameExpected } from "./awaited-lists.ts";
import { expectedPhrases as phrases } from "./phrases.ts";
import { offersRanking } from "./rules.ts";
import { EXPECT } from "./view-ranking.ts";

/** A submitted form has no `districts` field if nothing is selected. */
const formValues = z.object({ districts: z.array(z.string()).default([]) });

/** 应报地区. Sets the districts expected to send a list. */
export const expectCommand: Command = {
  id: EXPECT,
  words: phrases.words,
  capability: "publication.publish",
  effect: "write",
  help: {
    example: (definition) => phrases.word(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "recommendation",
  },
  onlyIn: "direct",
  async handle(context, request) {
    const districts = namedIn(context, request);
    if (districts) await nameExpected(context, districts);
    const { expected, named } = await awaitedLists(context);
    const names = expected.map((id) => districtName(context.campaign.definition, id));
    const { definition } = context.campaign;
    const nouns = nounsOf(definition);
    const examples = expectable(context)
      .slice(0, 2)
      .map(({ name }) => name);
    return {
      reply: phrases.reply(names, { named, examples, ranks: offersRanking(definition), nouns }),
      toast: phrases.toast(districts?.length ?? 0, nouns),
      changed: districts !== undefined,
    };
  },
};

/** Ids of the named districts; empty to reset to districts with an application; undefined for no change. */
function namedIn(context: PersonContext, { subject, words, values }: CommandRequest): readonly string[] | undefined {
  const districts = expectable(context);
  if (subject !== undefined) {
    const chosen = formValues.safeParse(values).data?.districts ?? [];
    return districts.map(({ id }) => id).filter((id) => chosen.includes(id));
  }
  if (words === "") return undefined;
  if (/恢复|全部申报/u.test(words)) return [];
  const found = districts.filter(({ name }) => words.includes(name)).map(({ id }) => id);
  if (found.length > 0) return found;
  const names = districts.map(({ name }) => name);
  throw new RefusalError(
    "ranking.unknown-district",
    phrases.unknown(words, names, nounsOf(context.campaign.definition)),
  );
}
