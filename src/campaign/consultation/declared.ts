import type { Application } from "../application/application.ts";
import { standingsOf } from "../application/requirements/standing.ts";
import type { Context } from "../engine/context.ts";
import type { Declared } from "./rules.ts";

const DECLARATION = { none: "met", unclear: "unclear", declared: "notMet" } as const;

/** How each case was declared, by application id, without what others found. */
export async function declaredOf(
  context: Context,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, Declared>> {
  const standings = await standingsOf(context, applications, { findings: "none" });
  const { disqualifications } = context.campaign.definition.requirements;
  return new Map(
    applications.map(({ id, declaration }) => [
      id,
      new Map([
        ...(standings.get(id)?.rows ?? []).flatMap((row) =>
          row.source === "none" ? [] : [[row.id, row.standing] as const],
        ),
        ...disqualifications.map((one) => [one.id, DECLARATION[declaration]] as const),
      ]),
    ]),
  );
}
