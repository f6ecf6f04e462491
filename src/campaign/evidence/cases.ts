import { RefusalError } from "../../shared/refusal-error.ts";
import type { Application, ApplicationState } from "../application/application.ts";
import { caseInHand } from "../application/case-in-hand.ts";
import { findApplication } from "../application/find-application.ts";
import { caseInSight, casesInSight } from "../application/opinions/visible.ts";
import { applicationsOf } from "../application/store.ts";
import { ownDistricts } from "../application/work-district.ts";
import { mayMember } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { evidencePhrases as phrases } from "./phrases.ts";
import { takesEvidence } from "./rules.ts";

/** Who files evidence: officers, for the cases of their districts. */
export const FILES_EVIDENCE = "application.fill";

/** Cases that the person files evidence for: submitted and not withdrawn; none where the campaign takes no evidence. */
export const liveCases = (context: Asking): Promise<Application[]> => ownCases(context, ["submitted", "excluded"]);

/** Cases that were withdrawn: nothing is filed for them any more. */
export const withdrawnCases = (context: Asking): Promise<Application[]> => ownCases(context, ["withdrawn"]);

type Asking = Pick<PersonContext, "tx" | "campaign" | "person">;

async function ownCases({ tx, campaign, person }: Asking, states: readonly ApplicationState[]): Promise<Application[]> {
  const { definition, closedAt } = campaign;
  if (closedAt || !takesEvidence(definition) || !mayMember(definition, person, FILES_EVIDENCE)) return [];
  const districts = ownDistricts({ campaign, person });
  const [only, ...more] = districts;
  if (only === undefined) return [];
  const all = await applicationsOf(tx, campaign.id, { states, ...(more.length === 0 ? { district: only } : {}) });
  return all.filter(({ district }) => districts.includes(district));
}

/** The case that files are for where none is named: the only one, or the one last opened today. */
export async function usualCase(
  context: PersonContext,
  live: readonly Application[],
): Promise<Application | undefined> {
  const [only] = live;
  if (live.length === 1) return only;
  const opened = await caseInHand(context);
  return live.find(({ id }) => id === opened);
}

/** The only case whose name stands in the words. */
export function mentionedCase(cases: readonly Application[], words: string): Application | undefined {
  const plain = (text: string) => text.normalize("NFKC").replaceAll(/\s/gu, "");
  const found = cases.filter(({ compoundName }) => plain(words).includes(plain(compoundName)));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The case whose evidence is asked for.
 * @throws {RefusalError} if no case in sight or more than one fits
 */
export async function evidenceCase(context: PersonContext, request: CommandRequest): Promise<Application> {
  const overseesOnly = ownDistricts(context).length === 0;
  if (overseesOnly && (await casesInSight(context)).length === 0) {
    throw new RefusalError("evidence.may-not-see", phrases.mayNotSee(nounsOf(context.campaign.definition)));
  }
  return caseInSight(context, request);
}

/** The case of that name; undefined if none or several fit. */
export function namedCase(context: PersonContext, live: readonly Application[], name: string): Application | undefined {
  const found = findApplication(live, name, { noun: nounsOf(context.campaign.definition).case });
  return found.kind === "one" ? found.application : undefined;
}
