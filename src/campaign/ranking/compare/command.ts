import { RefusalError } from "../../../shared/refusal-error.ts";
import { type Found, findApplication } from "../../application/find-application.ts";
import { applicationsOf } from "../../application/store.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, CommandRequest } from "../../engine/feature.ts";
import { journalLook } from "../../verification/journal-look.ts";
import { isKeptFrom, ON_ORDER } from "../held-back.ts";
import type { ScoredCompound } from "../ranking.ts";
import { offersRanking } from "../rules.ts";
import { scoredCompounds } from "../summary.ts";
import { heldBackView } from "../view-ranking.ts";
import { comparePhrases as phrases } from "./phrases.ts";
import { pairsIn } from "./rules.ts";
import { COMPARE, compareView } from "./views.ts";

/** 比较 稽山花园 柯岩新村; for who sees the joint ranking. */
const compare: Command = {
  id: COMPARE,
  words: phrases.words,
  ...ON_ORDER,
  effect: "read",
  onlyIn: "direct",
  help: {
    example: (definition) => phrases.example(nounsOf(definition)),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "selection",
  },
  offeredWhen: offersRanking,
  async handle(context, request) {
    if (await isKeptFrom(context, context.person)) {
      await context.reply(heldBackView(context));
      return {};
    }
    const all = await scoredCompounds(context);
    const pair = await pairIn(context, request, all);
    await journalLook(context, "ranking.compared");
    await context.reply(await compareView(context, pair, all));
    return {};
  },
};

export const compareCommands: readonly Command[] = [compare];

/** @throws {RefusalError} unless two different compounds with final points are named */
async function pairIn(
  context: PersonContext,
  { subject, words }: CommandRequest,
  all: readonly ScoredCompound[],
): Promise<[ScoredCompound, ScoredCompound]> {
  const nouns = nounsOf(context.campaign.definition);
  const byId = (id: string | undefined) => all.find(({ applicationId }) => applicationId === id);
  const ids = subject === undefined ? await namedIn(context, words, all) : subject.split("/");
  const [one, other] = [byId(ids[0]), byId(ids[1])];
  if (!one || !other) throw new RefusalError("ranking.compare-which", phrases.which(nouns));
  if (one === other) throw new RefusalError("ranking.compare-same", phrases.same(nouns));
  return [one, other];
}

/** Application ids. @throws {RefusalError} if the names are not found, or not two */
async function namedIn(
  { tx, campaign }: PersonContext,
  words: string,
  all: readonly ScoredCompound[],
): Promise<readonly string[]> {
  const nouns = nounsOf(campaign.definition);
  const known = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const scored = known.filter(({ id }) => all.some(({ applicationId }) => applicationId === id));
  const pairs = pairsIn(words);
  const found = pairs.map((pair) => pair.map((name) => findApplication(scored, name, { noun: nouns.case })));
  const read = found.find((pair) => pair.every(({ kind }) => kind === "one"));
  if (read) return read.flatMap((one) => (one.kind === "one" ? [one.application.id] : []));
  const [first] = pairs;
  const at = found[0]?.findIndex(({ kind }) => kind !== "one") ?? -1;
  if (!first || at < 0) throw new RefusalError("ranking.compare-which", phrases.which(nouns));
  throw notOne(first[at] ?? "", found[0]?.[at]);
}

function notOne(words: string, found: Found | undefined): RefusalError {
  if (found?.kind === "several") return new RefusalError("application.which", phrases.several(words, found.names));
  const nearest = found?.kind === "none" ? found.nearest : [];
  return new RefusalError("application.unknown", phrases.unknown(words, nearest));
}
