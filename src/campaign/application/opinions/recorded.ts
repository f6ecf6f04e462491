import type { PersonContext } from "../../engine/context.ts";
import type { CommandOutcome } from "../../engine/feature.ts";
import type { Application } from "../application.ts";
import { opinionPhrases as phrases } from "./phrases.ts";
import { type Recording, recordOpinions } from "./record.ts";
import { opinionStandings } from "./standing.ts";

/** Records, and says what was recorded. @param recording.empty offices whose rows said nothing */
export async function recorded(
  context: PersonContext,
  application: Application,
  recording: Recording & { empty?: readonly string[] },
): Promise<CommandOutcome> {
  const earlier = (await opinionStandings(context, [application])).get(application.id) ?? [];
  const { recorded: now, before } = await recordOpinions(context, application, recording);
  const standings = (await opinionStandings(context, [application])).get(application.id) ?? [];
  const names = (ids: readonly string[]) =>
    standings.filter(({ office }) => ids.includes(office.id)).map(({ office }) => office.name);
  const given = recording.opinions
    .filter(({ office }) => now.includes(office))
    .map(({ office, stance, givenOn: on, text, signer, sealedBy }) => ({
      ...{ office: names([office])[0] ?? "", stance, on },
      ...(text === undefined ? {} : { text }),
      ...(signer === undefined ? {} : { signer }),
      ...(sealedBy === undefined ? {} : { seal: sealedBy }),
    }));
  const replaced = earlier.flatMap(({ office, opinion }) =>
    opinion && now.includes(office.id) ? [{ office: office.name, stance: opinion.stance, on: opinion.givenOn }] : [],
  );
  const isOlder = standings.some(({ office, state }) => now.includes(office.id) && state === "toConfirm");
  const said = [
    ...(now.length > 0 ? [phrases.recorded(names(now), given)] : []),
    ...(replaced.length > 0 ? [phrases.replaced(replaced)] : []),
    ...(before.length > 0 ? [phrases.recordedBefore(names(before))] : []),
    ...(recording.empty?.length ? [phrases.leftEmpty(names(recording.empty))] : []),
    ...(isOlder && recording.scan ? [phrases.onOlder()] : []),
  ].join("");
  return { reply: phrases.reply(application.compoundName, said), toast: said, changed: true };
}
