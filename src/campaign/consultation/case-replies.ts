import type { Block } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { mayMember, memberOf } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { wordsOf } from "./lines.ts";
import { consultationPhrases as phrases } from "./phrases.ts";
import { consultationsOf } from "./read-state.ts";
import { newestOf } from "./rules.ts";

/** Whether the person may read what departments replied; a district hears only what was decided. */
export function maySeeReplies({ campaign, people }: Pick<Context, "campaign" | "people">, person: StaffId): boolean {
  const member = memberOf(people, person);
  return member !== undefined && mayMember(campaign.definition, member, "consultation.see");
}

/** Which findings of departments whoever asks may see: also those that nobody has decided on, or the decided ones only. */
export const findingsSeenBy = (context: Pick<Context, "campaign" | "people" | "actor">): "all" | "decided" =>
  context.actor !== "system" && maySeeReplies(context, context.actor) ? "all" : "decided";

/** What the departments replied on one case, and who has not; empty before it was named in a letter. */
export async function caseReplies(context: Context, caseId: string): Promise<Block[]> {
  const named = (await consultationsOf(context)).filter(({ letter }) => letter?.cases.includes(caseId));
  if (named.length === 0) return [];
  const replies = named.flatMap((one) => newestOf(one.replies.get(caseId) ?? []) ?? []);
  const words = await wordsOf(context, replies);
  const silent = named.filter((one) => one.unanswered.some(({ id }) => id === caseId));
  return [
    { kind: "heading", text: phrases.caseHeading() },
    {
      kind: "list",
      items: [
        ...words.map(({ department, line, decision }) =>
          phrases.by(department, [line, ...(decision ? [decision] : [])].join("；")),
        ),
        ...(silent.length > 0 ? [phrases.notAnswered(silent.map(({ department }) => department.name))] : []),
      ],
    },
  ];
}
