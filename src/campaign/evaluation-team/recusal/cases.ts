import { RefusalError } from "../../../shared/refusal-error.ts";
import { answerTexts } from "../../application/answer-texts.ts";
import type { Application } from "../../application/application.ts";
import { findApplication } from "../../application/find-application.ts";
import { reportedCases } from "../../application/opinions/visible.ts";
import { applicationPhrases } from "../../application/phrases.ts";
import { districtsOf, mayMember } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import type { PersonContext } from "../../engine/context.ts";
import { teamInForce } from "../store.ts";
import type { EvaluationTeam } from "../team.ts";
import { recusalRefusals as refusals } from "./phrases.ts";
import { headsOf } from "./read-words.ts";
import type { Raiser } from "./rules.ts";

/** @throws {RefusalError} before a team is approved */
export async function requireTeam(context: PersonContext): Promise<EvaluationTeam> {
  const team = await teamInForce(context);
  if (team) return team;
  throw new RefusalError("evaluation-team.none", refusals.noTeam());
}

export const raiserOf = ({ campaign: { definition }, person }: PersonContext): Raiser => ({
  staffId: person.staffId,
  districts: districtsOf(definition, person),
  organizes: mayMember(definition, person, "team.propose"),
});

/**
 * Reported cases that the person can name: members and organizers all, so that a ground is found before a site is
 * assigned; officers those of their districts.
 */
export async function casesToName(context: PersonContext, team: EvaluationTeam): Promise<Application[]> {
  const { staffId, districts, organizes } = raiserOf(context);
  const isOfTeam = team.members.some((member) => member.staffId === staffId);
  const decides = mayMember(context.campaign.definition, context.person, "recusal.decide");
  const all = await reportedCases(context);
  return isOfTeam || organizes || decides ? all : all.filter(({ district }) => districts.includes(district));
}

/**
 * The case that the words begin with, and the rest of them.
 * @throws {RefusalError} if none or more than one fits; a case that the person cannot name is told from one that does not
 * exist by nothing
 */
export async function caseNamed(
  context: PersonContext,
  cases: readonly Application[],
  words: string,
): Promise<{ application: Application; rest: string }> {
  const { case: noun } = nounsOf(context.campaign.definition);
  const addresses = await answerTexts(context, cases, "address");
  const find = (typed: string) => findApplication(cases, typed, { noun, addresses });
  for (const { head, rest } of headsOf(words)) {
    const found = find(head);
    if (found.kind === "one") return { application: found.application, rest };
  }
  const run = atHead(cases, words);
  if (run) return run;
  const said = words.split(/[\s,，、;；:：]/u)[0] ?? "";
  const found = find(said);
  if (found.kind === "one") return { application: found.application, rest: "" };
  if (found.kind === "several")
    throw new RefusalError("evaluation-team.which-case", refusals.whichCase(noun, said === ""), {
      choices: found.names,
      said,
    });
  throw new RefusalError("evaluation-team.no-case", applicationPhrases.noSuchReported(said, found), {
    choices: found.nearest,
    said,
  });
}

/** 翠苑三区我爱人在物业公司: the name with nothing behind it but the facts; of names within names the longest. */
function atHead(cases: readonly Application[], words: string): { application: Application; rest: string } | undefined {
  const fitting = cases
    .filter(({ compoundName }) => words.startsWith(compoundName))
    .toSorted((a, b) => b.compoundName.length - a.compoundName.length);
  const [application, other] = fitting;
  if (!application || other?.compoundName === application.compoundName) return undefined;
  return { application, rest: words.slice(application.compoundName.length).trim() };
}
