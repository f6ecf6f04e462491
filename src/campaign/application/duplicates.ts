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

/** Names and addresses as they are compared. */
interface Plain {
  name: string;
  address: string;
}

const plainOf = ({ name, address }: Placed, noun: string): Plain => ({
  name: plainName(name, noun),
  address: plainName(address, ""),
});

/**
 * Whether two cases may be the same compound: the same address, or the same name in any spelling unless their addresses
 * differ. It only advises.
 */
export const likeness = (one: Placed, other: Placed, noun: string): Likeness | undefined =>
  likenessOf(plainOf(one, noun), plainOf(other, noun));

function likenessOf(one: Plain, other: Plain): Likeness | undefined {
  const isSameName = one.name === other.name;
  if (!isSameName) return tellsPlace(one.address) && one.address === other.address ? "address" : undefined;
  return one.address === "" || other.address === "" || one.address === other.address ? "name" : undefined;
}

const tellsPlace = (address: string): boolean => address.length >= MIN_ADDRESS;

/**
 * Pairs that {@link likeness} finds, in the given order. Only those with a name or an address in common are compared: among
 * the thousands of a province every two would take half a minute.
 */
export function alikeAmong<One extends Placed>(
  all: readonly One[],
  noun: string,
): { one: One; other: One; likeness: Likeness }[] {
  const placed = all.map((one, at) => ({ one, at, plain: plainOf(one, noun) }));
  const byName = Map.groupBy(placed, ({ plain }) => plain.name);
  const byAddress = Map.groupBy(
    placed.filter(({ plain }) => tellsPlace(plain.address)),
    ({ plain }) => plain.address,
  );
  return placed.flatMap(({ one, at, plain }) => {
    const near = new Set([...(byName.get(plain.name) ?? []), ...(byAddress.get(plain.address) ?? [])]);
    return [...near]
      .filter((other) => other.at > at)
      .sort((first, second) => first.at - second.at)
      .flatMap((other) => {
        const found = likenessOf(plain, other.plain);
        return found ? [{ one, other: other.one, likeness: found }] : [];
      });
  });
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
  return alikeAmong(placed, noun).map(({ one, other, likeness: found }) => ({
    ...{ one: one.application, other: other.application, likeness: found },
  }));
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
