import { Refusal } from "../../shared/refusal.ts";
import type { Asked, PersonTurn } from "../engine/feature.ts";
import type { Application } from "./application.ts";
import { findApplication } from "./find-application.ts";
import { ownDistricts } from "./own-district.ts";
import { applicationPhrases as phrases } from "./phrases.ts";
import { applicationsOf } from "./store.ts";

/** The application an action is about: by id when pressed, by the compound's name when typed. */
export async function ownApplication(turn: PersonTurn, asked: Asked): Promise<Application> {
  const own = (await applicationsOf(turn.tx, turn.campaign.id)).filter(({ district }) =>
    ownDistricts(turn).includes(district),
  );
  if (asked.by === "press") {
    const application = own.find(({ id }) => id === asked.subject);
    if (application) return application;
    throw new Refusal("application.unknown", phrases.noSuch());
  }
  const found = findApplication(own, asked.rest);
  if (found.kind === "one") return found.application;
  if (found.kind === "none") throw new Refusal("application.unknown", phrases.noSuchName(asked.rest, found.nearest));
  throw new Refusal("application.which", phrases.whichName(found.names));
}
