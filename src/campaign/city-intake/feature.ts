import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationWithdrawn } from "../application/events.ts";
import { hasRecommendation } from "../application/offered.ts";
import { maySeeReplies } from "../consultation/case-replies.ts";
import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import { type Member, membersWith } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import { type Command, type Feature, on } from "../engine/feature.ts";
import { teamChanged } from "../evaluation-team/events.ts";
import { offersRanking } from "../ranking/rules.ts";
import { listConfirmed } from "../recommendation/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { findActions, findCommands } from "./find/command.ts";
import { readIntake } from "./intake.ts";
import { intakePhrases as phrases } from "./phrases.ts";
import { alarmsOf } from "./rules.ts";
import { alarmView, intakeView, ROOM, SEE_INTAKE } from "./views.ts";

/** False: nothing is recommended, ranked or visited. */
export const hasIntake = (definition: Definition): boolean =>
  hasRecommendation(definition) && offersRanking(definition) && offers(definition, "verification");

/** Whoever sees all of the city's 核验. */
const seesAll = (definition: Definition, { roles }: Member): boolean =>
  roles.some(({ role }) => scopeOf(definition, role, "verification.see") === "all");

const see: Command = {
  id: SEE_INTAKE,
  words: phrases.words,
  capability: "verification.see",
  effect: "read",
  onlyIn: "direct",
  offeredWhen: hasIntake,
  help: {
    example: phrases.word(),
    purpose: (definition) => phrases.purpose(nounsOf(definition)),
    step: "verification",
    notAtSites: true,
  },
  async handle(context) {
    const { definition } = context.campaign;
    if (!seesAll(definition, context.person)) {
      throw new RefusalError("city-intake.for-city", phrases.forCity(nounsOf(definition)));
    }
    // A message, not a card: what it says of the days left changes every day.
    const intake = await readIntake(context);
    const shown = maySeeReplies(context, context.person.staffId) ? intake : { ...intake, unanswered: [] };
    const view = intakeView(context, shown);
    const finds = findActions(definition, context.person);
    // 未报齐材料 lists what all districts lack; a button each only where all have room.
    const perDistrict = finds.length + view.actions.length > ROOM ? [] : view.actions;
    await context.reply({ ...view, actions: [...finds, ...perDistrict] });
    return {};
  },
};

/** Says once, for the same numbers, what cannot wait until somebody asks. */
async function sayAlarms(context: Context): Promise<void> {
  if (!hasIntake(context.campaign.definition) || (await isAcceptanceOver(context))) return;
  const intake = await readIntake(context);
  const alarms = alarmsOf(intake);
  if (alarms.length === 0) return;
  const key = `intake ${alarms.map((one) => Object.values(one).join("/")).join(" ")}`;
  for (const { staffId } of membersWith(context.people, "organizer")) {
    await context.outbox.say(staffId, alarmView(context, intake), `${key} ${staffId}`);
  }
}

/** 受理情况: what has come from the districts, and whether the city's visits can be made in time. */
export const cityIntakeFeature: Feature = {
  commands: [see, ...findCommands],
  listeners: [
    on(listConfirmed, sayAlarms),
    on(applicationWithdrawn, sayAlarms),
    on(rulingsChanged, sayAlarms),
    on(teamChanged, sayAlarms),
  ],
};
