import { districtName } from "../definition/districts.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context } from "../engine/context.ts";
import { answerTexts } from "./answer-texts.ts";
import type { Application } from "./application.ts";
import { plainName } from "./find-application.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";

export interface Placed {
  name: string;
  /** Empty if unknown. */
  address: string;
}

/** What makes two cases look like one. */
export type Likeness = "name" | "address";

/** Fewer signs say too little of a place. */
const MIN_ADDRESS = 4;

/**
 * Whether two cases may be the same compound: the same address, or the same name in any spelling unless their addresses
 * differ. It only advises.
 */
export function likeness(one: Placed, other: Placed, noun: string): Likeness | undefined {
  const [first, second] = [plainName(one.address, ""), plainName(other.address, "")];
  const isSamePlace = first === second && first.length >= MIN_ADDRESS;
  if (isSamePlace && plainName(one.name, noun) !== plainName(other.name, noun)) return "address";
  if (plainName(one.name, noun) !== plainName(other.name, noun)) return undefined;
  return first === "" || second === "" || first === second ? "name" : undefined;
}

export interface Duplicate {
  one: Application;
  other: Application;
  likeness: Likeness;
}

/** Pairs among all live cases, in order of submission. */
export async function duplicatesIn(context: Context): Promise<Duplicate[]> {
  const { tx, campaign } = context;
  const all = await applicationsOf(tx, campaign.id, { states: ["submitted", "excluded"] });
  if (all.length < 2) return [];
  const addresses = await answerTexts(context, all, "address");
  const noun = nounsOf(campaign.definition).case;
  const placed = all.map((application) => ({
    application,
    name: application.compoundName,
    address: addresses.get(application.id) ?? "",
  }));
  return placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other): Duplicate[] => {
      const found = likeness(one, other, noun);
      return found ? [{ one: one.application, other: other.application, likeness: found }] : [];
    }),
  );
}

/** 柯桥区“雅苑”与越城区“雅苑小区”（名称相同），for the city, which sees all districts. */
export async function duplicateLines(context: Context): Promise<string[]> {
  const { definition } = context.campaign;
  const called = ({ district, compoundName }: Application) =>
    phrases.caseOf(districtName(definition, district), compoundName);
  return (await duplicatesIn(context)).map(({ one, other, likeness: by }) =>
    phrases.duplicatePair(called(one), called(other), by),
  );
}
