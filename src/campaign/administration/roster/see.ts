import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { type CivilDate, dayOf } from "../../../shared/civil-date.ts";
import { districtsOn } from "../../definition/districts.ts";
import type { Role } from "../../definition/schema/roles.ts";
import type { Membership } from "../../directory/member.ts";
import { nounsOf } from "../../directory/nouns.ts";
import { readMemberships } from "../../directory/store.ts";
import type { PersonContext } from "../../engine/context.ts";
import { EXPORT, FORM } from "./actions.ts";
import { rosterPhrases as phrases } from "./phrases.ts";
import { dutyName } from "./tell.ts";

/** 人员名单: who has which role, who is on leave, who stands in; without numbers. */
export async function rosterView(context: PersonContext): Promise<View> {
  const { campaign, now } = context;
  const today = dayOf(now);
  const memberships = (await readMemberships(context.tx, campaign.id)).filter(
    ({ from, until }) => until === undefined || (until >= today && until >= from),
  );
  const list: Block = { kind: "list", items: lines(context, memberships, today) };
  return {
    title: phrases.title(),
    tone: "running",
    body: [list, { kind: "text", text: phrases.seeHint(nounsOf(campaign.definition)) }],
    actions: [
      press(EXPORT, phrases.exportLabel()),
      press(FORM, phrases.addLabel(), "add"),
      press(FORM, phrases.leaveLabel(), "leave"),
      press(FORM, phrases.standInLabel(), "standIn"),
    ],
  };
}

const press = (id: string, label: string, subject?: string): Action => ({
  id,
  label,
  typed: label,
  look: "default",
  ...(subject === undefined ? {} : { subject }),
});

function lines(context: PersonContext, memberships: readonly Membership[], today: CivilDate): string[] {
  const { definition } = context.campaign;
  const line = (role: Role, district?: string) => {
    const duty = district === undefined ? { role } : { role, district };
    const held = memberships.filter((one) => one.role === role && one.district === district);
    return phrases.line(
      dutyName(context, duty),
      held.map((one) => listed(one, { memberships, today })),
    );
  };
  return definition.campaign.roles.flatMap(({ id }) =>
    id === "districtOfficer" ? districtsOn(definition, today).map((district) => line(id, district.id)) : [line(id)],
  );
}

function listed(
  { name, standsInFor, from, until, away = [] }: Membership,
  { memberships, today }: { memberships: readonly Membership[]; today: CivilDate },
): string {
  const principal = memberships.find(({ staffId }) => staffId === standsInFor)?.name;
  const stands = standsInFor === undefined ? [] : [phrases.standInOf(principal ?? "", { from, until })];
  const leaves = away.filter((one) => one.from <= one.until && one.until >= today);
  return phrases.listed(name, [
    ...stands,
    ...leaves.map((one) => (one.from <= today ? phrases.awayUntil(one.until) : phrases.awayFrom(one))),
  ]);
}
