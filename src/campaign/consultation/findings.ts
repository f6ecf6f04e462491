import type { ClauseFinding } from "../application/requirements/requirements.ts";
import { applicationById } from "../application/store.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import type { Context } from "../engine/context.ts";
import { asksDepartments, type Reply } from "./consultation.ts";
import { concernOf, isClause } from "./departments.ts";
import { consultationChanged } from "./events.ts";
import { consultationPhrases as phrases } from "./phrases.ts";
import { findingsIn, standing } from "./rules.ts";
import { repliesOf, replyTable } from "./store.ts";

const departmentName = ({ campaign: { definition } }: Pick<Context, "campaign">, { department }: Reply): string =>
  definition.campaign.departments.find(({ id }) => id === department)?.name ?? department;

/** What the replies say of clauses; undefined in a campaign that asks nobody. */
export async function clausesFound(
  context: Context,
  { caseIds, pending }: { caseIds: readonly string[]; pending: boolean },
): Promise<ReadonlyMap<string, readonly ClauseFinding[]> | undefined> {
  const { tx, campaign } = context;
  if (!asksDepartments(campaign.definition)) return undefined;
  const replies = await repliesOf(tx, campaign.id, caseIds);
  const ground = (reply: Reply) =>
    reply.state === "upheld"
      ? phrases.ground(departmentName(context, reply), reply.repliedOn)
      : phrases.pendingGround(departmentName(context, reply), reply.repliedOn);
  const own = Map.groupBy(replies, ({ caseId }) => caseId);
  return new Map(
    [...own].map(([caseId, of]) => [
      caseId,
      findingsIn(of, { pending, isClause: (id) => isClause(campaign.definition, id), ground }),
    ]),
  );
}

/** What keeps the case out by an upheld reply; undefined if nothing does. */
export async function exclusionFound(
  context: Context,
  { caseId }: { caseId: string },
): Promise<{ exclusion: string; at: Date } | undefined> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  if (!asksDepartments(definition)) return undefined;
  for (const reply of standing(await repliesOf(tx, campaign.id, [caseId]), false)) {
    const topic = reply.against.find((id) => !isClause(definition, id));
    if (topic === undefined || !reply.decidedAt) continue;
    const name = concernOf(definition, topic)?.name ?? topic;
    return { exclusion: phrases.exclusion(departmentName(context, reply), name, reply.repliedOn), at: reply.decidedAt };
  }
  return undefined;
}

/** Cases of which a reply that waits says that they may have to be kept out: 待核实 for the city. */
export async function casesInDoubt({ tx, campaign }: Pick<Context, "tx" | "campaign">): Promise<ReadonlySet<string>> {
  const { definition } = campaign;
  if (!asksDepartments(definition)) return new Set();
  const waiting = (await repliesOf(tx, campaign.id)).filter(({ state }) => state === "pending");
  return new Set(
    waiting.filter(({ against }) => against.some((id) => !isClause(definition, id))).map(({ caseId }) => caseId),
  );
}

/** Replies that were upheld, whose authority can be registered afterwards. */
export async function registrable(context: Context): Promise<readonly RecordedDecision[]> {
  const { tx, campaign } = context;
  if (!asksDepartments(campaign.definition)) return [];
  const all = Map.groupBy(await repliesOf(tx, campaign.id), ({ caseId }) => caseId);
  const decided = [...all.values()].flatMap((replies) => standing(replies, false));
  const decisions: RecordedDecision[] = [];
  for (const reply of decided) {
    const { caseId, department, version, authority } = reply;
    const application = await applicationById(tx, caseId);
    if (!application) continue;
    decisions.push({
      name: phrases.decisionName(application.compoundName, departmentName(context, reply)),
      authority,
      async register(own, known) {
        const rows = [replyTable.row({ case_id: caseId, department, version })];
        await own.withJournal({ action: "consultation.authority-registered", rows, caseId }, () =>
          own.tx.consultationReply.update({
            where: { caseId_department_version: { caseId, department, version } },
            data: { authority: { ...known } },
          }),
        );
        own.emit(consultationChanged, { cases: [caseId] });
      },
    });
  }
  return decisions;
}
