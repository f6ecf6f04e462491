import { caseAtHead } from "../application/case-at-head.ts";
import { applicationsOf } from "../application/store.ts";
import { districtsOf } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { speaksOfPoints } from "../scoring/answer.ts";
import { calledCase } from "./called-case.ts";

/** An address behind the name tells cases apart, and is none. */
const POINTS = /^(?:\d{1,2}\s*[-－–—]\s*\d{1,2}|第?[一二三四五六七八九十]{1,3}(?:部分)?[\s、:：]|其余)/u;

/** 初评 雅苑 3-1 4: the name of a case of one's own, and the points behind it. */
export async function pointsBehind(
  context: PersonContext,
  { subject, verbatim }: Pick<CommandRequest, "subject" | "verbatim">,
) {
  if (subject !== undefined || verbatim === "") return undefined;
  const { definition, id } = context.campaign;
  const own = districtsOf(definition, context.person);
  const all = await applicationsOf(context.tx, id);
  const names = all.filter(({ district }) => own.includes(district)).map(({ compoundName }) => compoundName);
  const noun = nounsOf(definition).case;
  const parts = definition.rubric.sections.map(({ name }) => name);
  const head = caseAtHead(verbatim, names) ?? calledCase(verbatim, { names, parts, noun });
  const arePoints = head && (POINTS.test(head.rest) || (verbatim.includes("\n") && speaksOfPoints(context, head.rest)));
  return arePoints ? head : undefined;
}
