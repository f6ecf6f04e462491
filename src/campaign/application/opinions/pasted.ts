import { districtsOf, mayMember } from "../../directory/member.ts";
import type { PersonContext } from "../../engine/context.ts";
import { pastedFor } from "../../engine/dispatch/extension-points.ts";
import { extend } from "../../engine/feature.ts";
import { calledIn } from "./name-in.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { collectsOpinions } from "./standing.ts";

const BOX = /^[^,，。；;]{2,20}意见/u;
const STANCE = /同意|赞成|反对|属实|无异议|支持|不予/u;

/** Whether every line is an office's: 业委会意见 同意 9月5日. @param called words by which people call each office */
export function areOpinionRows(text: string, called: ReadonlyMap<string, readonly string[]>): boolean {
  const words = [...called.values()].flat();
  const lines = text
    .normalize("NFKC")
    .split("\n")
    .map((line) => line.replace(/^[\s|·•\-\d.、)]+/u, ""))
    .filter((line) => line !== "");
  return lines.length > 0 && lines.every((line) => words.some((word) => line.startsWith(word))) && STANCE.test(text);
}

/** The form's boxes for opinions, which are no answers to its questions: 业委会意见 同意 9月5日. */
export function areBoxesOfOpinions(
  context: Pick<PersonContext, "campaign" | "rulings">,
  district: string | undefined,
  text: string,
): boolean {
  if (district === undefined || !collectsOpinions(context.campaign.definition)) return false;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.every((line) => BOX.test(line)) && areOpinionRows(text, calledIn(context, district));
}

/** Opinions that were pasted without the command. */
export const pastedOpinions = extend(pastedFor, async ({ campaign, rulings }, { text, person }) => {
  const { definition } = campaign;
  if (!collectsOpinions(definition) || !mayMember(definition, person, "opinion.record")) return undefined;
  const isOnes = districtsOf(definition, person).some((id) =>
    areOpinionRows(text, calledIn({ campaign, rulings }, id)),
  );
  return isOnes ? [{ name: phrases.submit(), typed: `${phrases.submit()} ${text}` }] : undefined;
});
