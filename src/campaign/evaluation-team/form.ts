import { z } from "zod";
import type { ViewField } from "../../platform/chat/view.ts";
import { besideFields } from "../authority/form.ts";
import { teamPhrases } from "./phrases.ts";
import type { NamedPerson, ReadTeam } from "./read-team.ts";
import { readTeam } from "./read-team.ts";
import type { TeamMember } from "./team.ts";

const phrases = teamPhrases.form;

const nameOf = ({ name }: TeamMember): string => name;
const withUnit = ({ name, unit = "" }: TeamMember): string => phrases.withUnit(name, unit);

/** Fields of the organizer's form, filled with the team as it stands. */
export function teamFields(lead: TeamMember | undefined, others: readonly TeamMember[]): ViewField[] {
  const inside = others.filter(({ staffId }) => staffId !== undefined);
  const outside = others.filter(({ staffId }) => staffId === undefined);
  return [
    { name: "lead", label: phrases.lead(), kind: "text", required: true, ...(lead ? { value: nameOf(lead) } : {}) },
    {
      ...{ name: "others", label: phrases.members(), kind: "textArea" as const, required: false },
      placeholder: phrases.membersHolder(),
      ...(inside.length > 0 ? { value: inside.map(nameOf).join("、") } : {}),
    },
    {
      ...{ name: "outside", label: phrases.outside(), kind: "textArea" as const, required: false },
      placeholder: phrases.outsideHolder(),
      ...(outside.length > 0 ? { value: outside.map(withUnit).join("、") } : {}),
    },
  ];
}

const text = z.string().trim().optional().catch(undefined);
const teamValues = z.object({ lead: text, others: text, outside: text });

/** A filled-in form; undefined without one. It says everything: who is not in it is not in the team. */
export function teamIn(values: Readonly<Record<string, unknown>>, known: readonly string[]): ReadTeam | undefined {
  const { lead, others = "", outside = "" } = teamValues.parse(values);
  if (lead === undefined) return undefined;
  const said = (words: string, head: string): readonly NamedPerson[] => readTeam(`${head} ${words}`, known).members;
  const from = readTeam(`${phrases.leadHead()} ${lead}`, known);
  return {
    ...from,
    whole: true,
    members: [...said(others, phrases.memberHead()), ...said(outside, phrases.outsideHead())],
  };
}

/** Fields of the approver's form. */
export const decisionFields = (): ViewField[] => [
  {
    ...{ name: "verdict", label: phrases.verdict(), kind: "select" as const, required: true },
    placeholder: phrases.choose(),
    options: (["approved", "returned"] as const).map((value) => ({ value, text: phrases.verdicts[value] })),
  },
  ...besideFields(),
];

/** What was chosen; undefined for nothing. */
export const verdictIn = (values: Readonly<Record<string, unknown>>): "approved" | "returned" | undefined =>
  z.object({ verdict: z.enum(["approved", "returned"]).optional().catch(undefined) }).parse(values).verdict;
