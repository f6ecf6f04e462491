import { type Block, textView, type View } from "../../../platform/chat/view.ts";
import type { StaffId } from "../../../shared/brand.ts";
import { authorityPhrases } from "../../authority/phrases.ts";
import { districtName } from "../../definition/districts.ts";
import { type Membership, membersWith, peopleOn } from "../../directory/member.ts";
import { namesOf } from "../../directory/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import { type Changed, roleNameOf } from "./change.ts";
import type { OpenWork } from "./hand-over.ts";
import { rosterPhrases as phrases } from "./phrases.ts";
import type { Change } from "./rules.ts";
import { mandateOf } from "./store.ts";

/** Work that changed hands. */
export interface HandedOver {
  from: StaffId;
  to: StaffId;
  work: readonly OpenWork[];
}

const MOST_LISTED = 8;
const MOST_BUTTONS = 3;

/** 柯桥区经办人, 活动联系人 */
export function dutyName(
  context: Pick<PersonContext, "campaign">,
  { role, district }: Pick<Membership, "role" | "district">,
): string {
  const { definition } = context.campaign;
  const name = roleNameOf(definition, role);
  return district === undefined ? name : phrases.duty(districtName(definition, district), name);
}

/** Tells each person once what becomes of their roles and work; whoever acts knows. */
export async function tellConcerned(
  context: PersonContext,
  { changes, changed, handed = [] }: { changes: readonly Change[]; changed: Changed; handed?: readonly HandedOver[] },
): Promise<void> {
  const ids = [
    ...new Set([...changes.flatMap((one) => concerned(one)), ...handed.flatMap(({ from, to }) => [from, to])]),
  ];
  const everybody = [
    ...ids,
    ...changes.flatMap((one) => (one.kind === "grant" ? (one.membership.standsInFor ?? []) : [])),
  ];
  const names = await namesOf(context.tx, everybody);
  for (const id of ids.filter((one) => one !== context.person.staffId)) {
    const own = changes.filter((one) => concerned(one).includes(id));
    const lines: string[] = [];
    for (const change of own) lines.push(await lineOf(context, change, { names, changed }));
    const given = handed.filter(({ from, work }) => from === id && work.length > 0);
    const taken = handed.filter(({ to, work }) => to === id && work.length > 0);
    lines.push(...given.map(({ to, work }) => phrases.given(titles(work), names.get(to) ?? "")));
    lines.push(...taken.map(({ from }) => phrases.taken(names.get(from) ?? "")));
    if (lines.length > 0)
      await context.outbox.say(
        id,
        viewOf(
          context,
          [...new Set(lines)],
          taken.flatMap(({ work }) => work),
        ),
      );
  }
  await tellApprovers(context, { changes, changed, told: ids });
}

const concerned = (change: Change): StaffId[] => [change.kind === "grant" ? change.membership.staffId : change.staffId];

export const titles = (work: readonly OpenWork[]): string[] => work.slice(0, MOST_LISTED).map(({ title }) => title);

function viewOf({ campaign, person }: PersonContext, lines: readonly string[], work: readonly OpenWork[]): View {
  const list: Block[] = work.length === 0 ? [] : [{ kind: "list", items: titles(work) }];
  return {
    ...textView(phrases.toldTitle(), ""),
    body: [...lines.map((text): Block => ({ kind: "text", text })), ...list],
    actions: work.flatMap(({ action }) => action ?? []).slice(0, MOST_BUTTONS),
    footnote: phrases.toldFootnote(campaign.definition.campaign.title, person.name),
  };
}

async function lineOf(
  context: PersonContext,
  change: Change,
  { names, changed }: { names: ReadonlyMap<string, string>; changed: Changed },
): Promise<string> {
  switch (change.kind) {
    case "grant": {
      const { standsInFor, from, until, mandate } = change.membership;
      const duty = dutyName(context, change.membership);
      if (standsInFor === undefined || until === undefined) return phrases.granted(duty);
      const read = await mandateOf(context, mandate);
      const words =
        read && phrases.mandate(read.by, read.authority && authorityPhrases.words(read.authority, context.now));
      return phrases.standsIn(duty, { from, until, principal: names.get(standsInFor) ?? "", mandate: words });
    }
    case "end":
      return phrases.ended(dutyName(context, change), contactOf(context));
    case "leave": {
      const { period } = change;
      const own = changed.after.filter((one) => one.standsInFor === change.staffId && one.from === period.from);
      const by = [...new Set(own.map(({ name }) => name))];
      return phrases.onLeave(period, by);
    }
    case "back":
      return phrases.back();
  }
}

const contactOf = ({ campaign }: PersonContext): { name: string; phone: string } =>
  campaign.definition.campaign.contact;

/** Changes of who approves are shown to everybody who approves or did. */
async function tellApprovers(
  context: PersonContext,
  { changes, changed, told }: { changes: readonly Change[]; changed: Changed; told: readonly StaffId[] },
): Promise<void> {
  const of = changes.filter(
    (one) => (one.kind === "grant" ? one.membership.role : one.kind === "end" && one.role) === "approver",
  );
  if (of.length === 0) return;
  const names = await namesOf(context.tx, of.flatMap(concerned));
  const both = [changed.before, changed.after].flatMap((one) => membersWith(peopleOn(one, changed.today), "approver"));
  const lines = of.map((one) =>
    phrases.approverChanged(
      one.kind === "grant",
      names.get(concerned(one)[0] ?? "") ?? "",
      dutyName(context, { role: "approver" }),
    ),
  );
  for (const id of new Set(both.map(({ staffId }) => staffId))) {
    if (id !== context.person.staffId && !told.includes(id)) await context.outbox.say(id, viewOf(context, lines, []));
  }
}
