import type { Context } from "../../engine/context.ts";
import type { Application } from "../application.ts";
import { opinionStandings } from "./standing.ts";

/** Names of the offices whose opinion in force is 不同意, by case; cases without such an opinion are left out. */
export async function againstOf(
  context: Pick<Context, "tx" | "campaign" | "rulings">,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (applications.length === 0) return new Map();
  const standings = await opinionStandings(context, applications);
  return new Map(
    applications.flatMap(({ id }): [string, string[]][] => {
      const against = (standings.get(id) ?? []).filter(({ opinion }) => opinion?.stance === "disagrees");
      return against.length === 0 ? [] : [[id, against.map(({ office }) => office.name)]];
    }),
  );
}
