import type { Application } from "../application/application.ts";
import { applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { asksDepartments, type Consultation, type Reply } from "./consultation.ts";
import { newestOf } from "./rules.ts";
import { lettersOf, repliesOf } from "./store.ts";

/** Where every department of the definition stands, in its order. */
export async function consultationsOf(context: Pick<Context, "tx" | "campaign">): Promise<readonly Consultation[]> {
  const { tx, campaign } = context;
  const { definition } = campaign;
  if (!asksDepartments(definition)) return [];
  const letters = await lettersOf(tx, campaign.id);
  const replies = letters.length === 0 ? [] : await repliesOf(tx, campaign.id);
  const applications = letters.length === 0 ? [] : await applicationsOf(tx, campaign.id);
  return definition.campaign.departments.map((department) => {
    const letter = letters.findLast((one) => one.department === department.id);
    const named = (letter?.cases ?? []).flatMap((id) => applications.find((one) => one.id === id) ?? []);
    const asked = named.filter(({ state }) => state === "submitted");
    const own = Map.groupBy(
      replies.filter((one) => one.department === department.id),
      ({ caseId }) => caseId,
    );
    return {
      ...{ department, letter, asked },
      left: named.filter(({ state }) => state !== "submitted"),
      unanswered: asked.filter(({ id }) => newestOf(own.get(id) ?? []) === undefined),
      replies: own,
    };
  });
}

/** What waits for a decision, of the cases that take part, oldest first. */
export const pendingIn = (all: readonly Consultation[]): { application: Application; reply: Reply }[] =>
  all
    .flatMap(({ asked, replies }) =>
      asked.flatMap((application) => {
        const reply = newestOf(replies.get(application.id) ?? []);
        return reply?.state === "pending" ? [{ application, reply }] : [];
      }),
    )
    .toSorted((one, other) => one.reply.recordedAt.getTime() - other.reply.recordedAt.getTime());
