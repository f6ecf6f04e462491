import type { CivilDate } from "../../../shared/civil-date.ts";
import type { Definition } from "../../definition/definition.ts";
import { districtsOn } from "../../definition/districts.ts";
import type { Deliverable } from "../../definition/purposes.ts";
import { isOwed } from "../../stage/rules.ts";
import { isAbout } from "../standing/rules.ts";
import type { Named } from "./rules.ts";

/** What was named in a message, and what of it was understood as nothing. */
export interface Read extends Named {
  rest: string;
}

/** What people say around the names; nothing of it changes who is meant. */
const AROUND =
  /(?:请|麻烦|帮我|帮忙|再|都|把|给|向|和|与|及|跟|还有?|一下|下|催办|催促|催报|催一?下?|尚|没有?|未|已经?|逾期|超期|提交|上报|报送|报|交|送|的|了|吧|呢|上来|各|所有|全部|这|那|些|几个?|个|家|们|经办人|地区|区县|单位|部门|尽快|抓紧|赶紧)+/gu;
const SIGNS = /[\s，,、。．；;：:！!？?～~“”"「」]+/gu;

/** Districts and what they owe, by name, short name or other name, wherever they stand in the text. */
export function readNamed(definition: Definition, text: string, today: CivilDate): Read {
  const found = takeDistricts(definition, text.normalize("NFKC"), today);
  const deliverable = deliverableIn(definition, found.rest);
  const rest = deliverable ? found.rest.replace(deliverable.said, "") : found.rest;
  return {
    ...(found.districts.length > 0 ? { districts: found.districts } : {}),
    ...(deliverable ? { deliverable: deliverable.id } : {}),
    rest: rest.replaceAll(SIGNS, "").replaceAll(AROUND, ""),
  };
}

const REMIND = /^(?:请|麻烦|帮我|帮忙)*提醒(?:一?下)?/u;

/** 提醒柯桥区尽快报送, 请提醒一下柯桥区 */
export const saysRemind = (text: string): boolean => REMIND.test(text.trim());

/** 柯桥区、上虞区 请尽快报送: the districts that stand first, and what is said to them. */
export function readLeading(
  definition: Definition,
  text: string,
  today: CivilDate,
): { districts: readonly string[]; rest: string } {
  const districts: string[] = [];
  let rest = text
    .trim()
    .replace(REMIND, "")
    .replace(/^(?:一下|下|给|向)/u, "");
  for (;;) {
    const at = rest.replace(/^[\s、，,和及与]+/u, "");
    const next = spellings(definition, today).find(({ said }) => at.startsWith(said));
    if (!next)
      return { districts, rest: districts.length > 0 ? rest.replace(/^[\s，,、。：:；;]+/u, "").trim() : rest };
    districts.push(next.id);
    rest = at.slice(next.said.length);
  }
}

/** Longest first: 柯桥区 before 柯桥. A short name of one sign is none. */
const spellings = (definition: Definition, today: CivilDate): { id: string; said: string }[] =>
  districtsOn(definition, today)
    .flatMap(({ id, name }) => [name, name.replace(/[区县市镇村]$/u, "")].map((said) => ({ id, said })))
    .filter(({ said }) => said.length > 1)
    .sort((one, other) => other.said.length - one.said.length);

function takeDistricts(definition: Definition, text: string, today: CivilDate): { districts: string[]; rest: string } {
  const found = { districts: [] as string[], rest: text };
  for (const { id, said } of spellings(definition, today)) {
    if (!found.rest.includes(said)) continue;
    found.districts = [...new Set([...found.districts, id])];
    found.rest = found.rest.replaceAll(said, "，");
  }
  const order = definition.campaign.districts.map(({ id }) => id);
  return { ...found, districts: found.districts.sort((one, other) => order.indexOf(one) - order.indexOf(other)) };
}

/** By its name, another name of it, or what people call it: 名单, 报告, 申报. */
export function deliverableIn(definition: Definition, text: string): { id: string; said: string } | undefined {
  const all = definition.campaign.deliverables.filter(isOwed);
  const named = all
    .flatMap(({ id, name, aliases = [] }) => [name, ...aliases].map((said) => ({ id, said })))
    .sort((one, other) => other.said.length - one.said.length)
    .find(({ said }) => text.includes(said));
  if (named) return named;
  const called = text.match(CALLED)?.[0];
  const of = called === undefined ? undefined : all.find(({ name }: Deliverable) => isAbout(name, called));
  return of && called !== undefined ? { id: of.id, said: called } : undefined;
}

const CALLED = /名单|报告|申报|初评|评分/u;
