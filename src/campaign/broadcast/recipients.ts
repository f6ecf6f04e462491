import { RefusalError } from "../../shared/refusal-error.ts";
import { deliverableById } from "../definition/deadlines.ts";
import { districtName } from "../definition/districts.ts";
import { roleName } from "../definition/role-name.ts";
import { districtOfficers, type Member, membersWith, type People, present } from "../directory/member.ts";
import type { Context } from "../engine/context.ts";
import { readCount } from "../receipt/rules.ts";
import { receiptsOf } from "../receipt/store.ts";
import { ALL_DISTRICTS } from "../tasks/reach.ts";
import { readState } from "../tasks/read-state.ts";
import { owed } from "../tasks/rules.ts";
import { isOwn } from "../tasks/task.ts";
import { broadcastMessage, type Recipients } from "./broadcast.ts";
import { broadcastPhrases as phrases } from "./phrases.ts";
import { officialsAmong } from "./rules.ts";
import { lastInForce } from "./store.ts";

/**
 * Who gets it now, each once; of the group its officials. Those on leave are passed over: who stands in for them has
 * their role.
 *
 * @throws {RefusalError} if nobody does, or it is not known who
 */
export async function receiversOf(context: Context, to: Recipients): Promise<Member[]> {
  const found = await foundBy(context, to);
  const receivers = present(context.people).filter(({ staffId }) => found.has(staffId));
  if (receivers.length === 0) {
    throw new RefusalError("broadcast.nobody", phrases.nobody(recipientsWords(context, to)));
  }
  return receivers;
}

async function foundBy(context: Context, { audience, of }: Recipients): Promise<ReadonlySet<string>> {
  const ids = (members: readonly Pick<Member, "staffId">[]) => new Set<string>(members.map(({ staffId }) => staffId));
  switch (audience) {
    case "group":
    case "officials":
      return ids(officialsAmong(context.people));
    case "owing": {
      const state = await readState(context, ALL_DISTRICTS);
      const tasks = owed(state, context.now).filter((task) => isOwn(task) && of.includes(task.about.deliverable ?? ""));
      return new Set(tasks.map(({ person }) => person));
    }
    case "unread":
      return new Set(await unreadOfLast(context));
    case "list":
      return ids(of.flatMap((one) => membersNamed(context.people, one)));
  }
}

/** @param named `district:`, `role:` or `person:` with an id */
export function membersNamed(people: People, named: string): readonly Member[] {
  const id = named.slice(named.indexOf(":") + 1);
  if (named.startsWith("district:")) return districtOfficers(people, id).map(({ member }) => member);
  if (named.startsWith("role:")) return membersWith(people, id as Member["roles"][number]["role"]);
  return people.filter(({ staffId }) => staffId === id);
}

/** @throws {RefusalError} if none was sent to people, or it was not asked yet who has read it */
async function unreadOfLast(context: Context): Promise<readonly string[]> {
  const last = await lastInForce(context.tx, context.campaign.id);
  if (!last) throw new RefusalError("broadcast.no-last", phrases.noLast());
  const receipts = await receiptsOf(context.tx, context.campaign.id, { message: broadcastMessage(last.id) });
  const { unread, isAsked } = readCount(receipts);
  if (!isAsked) throw new RefusalError("broadcast.not-asked", phrases.notAsked(last.number ?? 0));
  return unread;
}

/** 未报送推荐名单的, 柯桥区、审批领导, 活动群 */
export function recipientsWords({ campaign: { definition }, people }: Context, { audience, of }: Recipients): string {
  switch (audience) {
    case "group":
    case "officials":
    case "unread":
      return phrases.audience(audience);
    case "owing":
      return phrases.owing(of.map((id) => deliverableById(definition, id).name));
    case "list": {
      const names = of.map((one) => {
        const id = one.slice(one.indexOf(":") + 1);
        if (one.startsWith("district:")) return districtName(definition, id);
        if (one.startsWith("role:")) return roleName(definition, id as Parameters<typeof roleName>[1]);
        return people.find(({ staffId }) => staffId === id)?.name ?? id;
      });
      return names.join("、") || phrases.audience("list");
    }
  }
}
