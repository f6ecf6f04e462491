import { chatOfKey } from "../../platform/chat/chat-key.ts";
import { textView } from "../../platform/chat/view.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { applicationWithdrawn } from "../application/events.ts";
import { hasRecommendation } from "../application/offered.ts";
import { opinionsChanged } from "../application/opinions/events.ts";
import { onRequirements } from "../application/requirements/redraw.ts";
import { attachmentsChanged } from "../attachment/events.ts";
import { scopeOf } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import { type Member, memberOf, membersWith } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import { isAcceptanceOver } from "../engine/acceptance.ts";
import type { Context } from "../engine/context.ts";
import { type CardRenderer, type Command, type Feature, on, redrawOn } from "../engine/feature.ts";
import { teamChanged } from "../evaluation-team/events.ts";
import { expectedDistrictsNamed } from "../ranking/events.ts";
import { offersRanking } from "../ranking/rules.ts";
import { listConfirmed, listSealed } from "../recommendation/events.ts";
import { rulingsChanged } from "../ruling/events.ts";
import { visitsChanged } from "../site-visit/events.ts";
import { readIntake } from "./intake.ts";
import { intakePhrases as phrases } from "./phrases.ts";
import { alarmsOf } from "./rules.ts";
import { alarmView, intakeView, SEE_INTAKE } from "./views.ts";

const CARD = "city-intake.overview";

const hasIntake = (definition: Definition): boolean =>
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
    await context.cards.show(context.person.staffId, { kind: CARD, subject: "city" });
    return {};
  },
};

const renderer: CardRenderer = {
  kind: CARD,
  redrawOn: [
    redrawOn(listConfirmed),
    redrawOn(listSealed),
    redrawOn(applicationWithdrawn),
    redrawOn(expectedDistrictsNamed),
    redrawOn(rulingsChanged),
    redrawOn(opinionsChanged),
    redrawOn(attachmentsChanged),
    redrawOn(teamChanged),
    redrawOn(visitsChanged),
    ...onRequirements(),
  ],
  async render(context, { chat }) {
    const { definition } = context.campaign;
    const place = chatOfKey(chat);
    const member = place.kind === "direct" ? memberOf(context.people, place.person) : undefined;
    if (member && seesAll(definition, member)) return intakeView(context, await readIntake(context));
    return textView(phrases.title(nounsOf(definition)), phrases.forCity(nounsOf(definition)), { tone: "closed" });
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
  commands: [see],
  renderers: [renderer],
  listeners: [
    on(listConfirmed, sayAlarms),
    on(applicationWithdrawn, sayAlarms),
    on(rulingsChanged, sayAlarms),
    on(teamChanged, sayAlarms),
  ],
};
