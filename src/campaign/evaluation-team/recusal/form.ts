import { z } from "zod";
import type { ViewField } from "../../../platform/chat/view.ts";
import type { Nouns } from "../../directory/nouns.ts";
import { RECUSAL_GROUNDS, type Recusal } from "../team.ts";
import { recusalPhrases as phrases } from "./phrases.ts";

/** @param others whether somebody else can be named, so that the member is asked for */
export const raiseFields = ({ others, nouns }: { others: boolean; nouns: Nouns }): ViewField[] => [
  ...(others
    ? [
        {
          ...{ name: "member", label: phrases.memberField(), kind: "text" as const, required: true },
          placeholder: phrases.memberHolder(),
        },
      ]
    : []),
  {
    ...{ name: "ground", label: phrases.groundField(), kind: "select", required: true, placeholder: phrases.choose() },
    options: RECUSAL_GROUNDS.map((value) => ({ value, text: phrases.ground(value, nouns) })),
  },
  {
    ...{ name: "facts", label: phrases.factsField(), kind: "textArea", required: true },
    placeholder: phrases.factsHolder(),
  },
];

const text = z.string().trim().optional().catch(undefined);
const raiseValues = z.object({
  member: text,
  ground: z.enum(RECUSAL_GROUNDS).optional().catch(undefined),
  facts: text,
});

/** A filled-in form; undefined without one. */
export function raiseIn(values: Readonly<Record<string, unknown>>) {
  const { member, ground, facts = "" } = raiseValues.parse(values);
  return ground === undefined && facts === "" ? undefined : { member: member ?? "", ground: ground ?? "other", facts };
}

/** As many as the form of a decision names. */
export const MOST_OPEN = 6;
/** All that the form names. */
const ALL = "all";

/** A recusal in a form. */
export const keyOf = ({ caseId, memberId, number }: Pick<Recusal, "caseId" | "memberId" | "number">): string =>
  `${caseId}/${memberId}/${number}`;

/** @param open those that the form names, each with its line */
export const decisionFields = (open: readonly { recusal: Recusal; line: string }[]): ViewField[] => [
  {
    ...{ name: "which", label: phrases.whichField(), kind: "select", required: true, placeholder: phrases.choose() },
    options: [
      ...open.map(({ recusal, line }) => ({ value: keyOf(recusal), text: line })),
      ...(open.length > 1 ? [{ value: ALL, text: phrases.allOf(open.length) }] : []),
    ],
  },
  {
    ...{ name: "verdict", label: phrases.verdictField(), kind: "select", required: true },
    placeholder: phrases.choose(),
    options: (["accepted", "declined"] as const).map((value) => ({ value, text: phrases.verdicts[value] })),
  },
  {
    ...{ name: "reason", label: phrases.reasonField(), kind: "textArea", required: true },
    placeholder: phrases.reasonHolder(),
  },
];

const verdict = z.enum(["accepted", "declined"]).optional().catch(undefined);
const decisionValues = z.object({ which: text, verdict, reason: text });

/** What was chosen of those that wait. @param open in the order of the card */
export function decisionIn(values: Readonly<Record<string, unknown>>, open: readonly Recusal[]) {
  const read = decisionValues.parse(values);
  const shown = open.slice(0, MOST_OPEN);
  const recusals = read.which === ALL ? shown : shown.filter((one) => keyOf(one) === read.which);
  return { recusals, verdict: read.verdict, reason: read.reason ?? "" };
}
