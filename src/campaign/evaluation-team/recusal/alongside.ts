import { RefusalError } from "../../../shared/refusal-error.ts";
import { answerTexts } from "../../application/answer-texts.ts";
import type { Application } from "../../application/application.ts";
import { plainName } from "../../application/find-application.ts";
import { reportedCases } from "../../application/opinions/visible.ts";
import type { Context } from "../../engine/context.ts";
import { recusalsOf } from "../store.ts";
import type { Recusal, TeamMember } from "../team.ts";
import { recusalRefusals as refusals } from "./phrases.ts";
import { raiseRecusal } from "./raise.ts";
import { standingRecusal } from "./rules.ts";

/** Spellings do not make another enterprise. */
const plain = (name = ""): string => plainName(name, "");

export interface SameEnterprise {
  enterprise: string;
  /** Reported cases of it for which nothing of the member waits or was decided. */
  cases: readonly Application[];
}

/** Other cases of the case's enterprise, from which the same may keep the member; undefined if there are none. */
export async function sameEnterprise(
  context: Context,
  { caseId, memberId }: Pick<Recusal, "caseId" | "memberId">,
  maySee: (application: Application) => boolean,
): Promise<SameEnterprise | undefined> {
  const reported = await reportedCases(context);
  const enterprises = await answerTexts(context, reported, "enterprise");
  const enterprise = enterprises.get(caseId);
  if (enterprise === undefined) return undefined;
  const all = await recusalsOf(context.tx, context.campaign.id);
  const raised = (id: string) => all.some((one) => one.caseId === id && one.memberId === memberId);
  const cases = reported.filter(
    (one) =>
      one.id !== caseId && plain(enterprises.get(one.id)) === plain(enterprise) && !raised(one.id) && maySee(one),
  );
  return cases.length === 0 ? undefined : { enterprise, cases };
}

/**
 * Raises the same ground for the other cases of the enterprise.
 * @returns their names
 * @throws {RefusalError} if nothing stands for the case, or there are no others
 */
export async function raiseAlongside(
  context: Context,
  { caseId, member }: { caseId: string; member: TeamMember },
  maySee: (application: Application) => boolean,
): Promise<string[]> {
  const key = { caseId, memberId: member.id };
  const standing = standingRecusal(await recusalsOf(context.tx, context.campaign.id), key);
  const same = standing && (await sameEnterprise(context, key, maySee));
  if (!standing || !same) throw new RefusalError("evaluation-team.nothing-alongside", refusals.nothingAlongside());
  const facts = standing.facts && (await context.personal.read([standing.facts])).get(standing.facts.personal);
  await raiseRecusal(context, { member, cases: same.cases }, { ground: standing.ground, facts: facts ?? "" });
  return same.cases.map(({ compoundName }) => compoundName);
}
