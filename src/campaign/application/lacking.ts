import type { Context } from "../engine/context.ts";
import type { Application } from "./application.ts";
import { countOf } from "./opinions/rules.ts";
import { opinionStandings } from "./opinions/standing.ts";
import { lackingPhrases as phrases } from "./phrases.ts";
import { type CaseStanding, standingsOf } from "./requirements/standing.ts";
import { annexWords } from "./requirements/views.ts";

/** What cases still lack besides their form, by case: requirements nobody answered, opinions not recorded. */
export async function lackingOf(
  context: Context,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const [requirements, opinions] = await Promise.all([
    standingsOf(context, applications),
    opinionStandings(context, applications),
  ]);
  return new Map(
    applications.map(({ id }) => {
      const { given, of } = countOf(opinions.get(id) ?? []);
      return [
        id,
        [...requirementsLacking(context, requirements.get(id)), ...(given < of ? [phrases.opinions(given, of)] : [])],
      ];
    }),
  );
}

/** What 附件1 still lacks. */
export function requirementsLacking(context: Context, standing: CaseStanding | undefined): string[] {
  if (!standing) return [];
  if (!standing.sheet) return [phrases.requirements(annexWords(context))];
  const open = standing.rows.filter(({ source }) => source === "none").length;
  return open === 0 ? [] : [phrases.clauses(annexWords(context), open)];
}
