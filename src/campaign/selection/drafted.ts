import { plainAnswer } from "../../platform/conversation/plain.ts";
import type { Definition } from "../definition/definition.ts";
import { HUNDREDTHS } from "../scoring/points.ts";
import { criteriaOf } from "../scoring/rubric.ts";
import { draftedPhrases as phrases } from "./phrases-drafted.ts";
import type { Shown } from "./selection.ts";

/** A reason has at most so many characters. */
const ROOM = 200;

const DRAFTED = /^(?<rest>其余|全部|都)?(?:均|都)?(?:用|采用|按|照)?拟稿$/u;

/** 拟稿, 其余拟稿: the drafted reason is taken, for this one or for all that are left; undefined for other words. */
export function readDrafted(typed: string): { rest: boolean } | undefined {
  const found = DRAFTED.exec(plainAnswer(typed).replaceAll(" ", ""));
  return found ? { rest: found.groups?.rest !== undefined } : undefined;
}

/**
 * 拟稿: a reason from points and proof, for a person to edit; undefined without points. Rows that lost most come first, as
 * far as they fit.
 */
export function draftedReason(
  definition: Pick<Definition, "rubric">,
  { rows, unproved = [] }: Pick<Shown, "rows"> & { unproved?: readonly string[] },
): string | undefined {
  if (!rows) return undefined;
  const lost = criteriaOf(definition.rubric)
    .filter(({ knockOut }) => !knockOut)
    .map(({ id, maxPoints }) => ({ id, given: rows[id] ?? 0, most: Math.round(maxPoints * HUNDREDTHS) }))
    .filter(({ given, most }) => given < most)
    .toSorted((a, b) => b.most - b.given - (a.most - a.given));
  const texts = Array.from({ length: lost.length + 1 }, (_, at) =>
    phrases.reason({ lost: lost.slice(0, lost.length - at), of: lost.length, unproved }),
  );
  return texts.find((text) => [...text].length <= ROOM);
}
