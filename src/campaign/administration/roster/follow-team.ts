import { on } from "../../engine/feature.ts";
import { teamApproved } from "../../evaluation-team/events.ts";
import { teamPhrases } from "../../evaluation-team/phrases.ts";
import { teamInForce } from "../../evaluation-team/store.ts";
import { isTeamRole } from "../../evaluation-team/team.ts";
import { grantsOf } from "./add.ts";
import { lockRoll, writeRoster } from "./change.ts";
import type { Change } from "./rules.ts";

/** Who is in the approved team holds its roles, and nobody else. Those who leave it are told. */
export const followTeam = on(teamApproved, async (context) => {
  const team = await teamInForce(context);
  if (!team) return;
  const roll = await lockRoll(context);
  const wanted = team.members.flatMap(({ staffId, name, role }) =>
    staffId === undefined ? [] : [{ staffId, name, role }],
  );
  const ended = roll.memberships
    .filter(
      ({ staffId, role, until, standsInFor }) =>
        isTeamRole(role) &&
        standsInFor === undefined &&
        (until === undefined || until >= roll.today) &&
        !wanted.some((one) => one.staffId === staffId && one.role === role),
    )
    .map(
      ({ staffId, role, district }): Change => ({
        ...{ kind: "end", staffId, role },
        ...(district === undefined ? {} : { district }),
      }),
    );
  const granted = wanted.flatMap((one) => grantsOf(roll, { ...one, districts: [] }));
  const changes = [...ended, ...granted];
  if (changes.length === 0) return;
  await writeRoster(context, roll, { act: "team.roles-followed", changes });
  const left = new Set(ended.flatMap((one) => (one.kind === "end" ? [one.staffId] : [])));
  for (const staffId of left)
    if (!wanted.some((one) => one.staffId === staffId)) await context.outbox.say(staffId, teamPhrases.left());
});
