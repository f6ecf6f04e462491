import fc from "fast-check";
import { inOrder, placesOf, tiedAcross } from "../../../src/campaign/ranking/rules.ts";
import { anyCompounds } from "../../campaign/ranking/support/any-field.ts";
import { equal, type Machine, promise } from "./machine.ts";

/** Compounds arrive in any order, with any points; whoever is chosen must not depend on it. */
export const decisions: Machine = {
  name: "decisions",
  run(draw, seed) {
    const [compounds = []] = fc.sample(anyCompounds, { seed, numRuns: 1 });
    const places = placesOf(compounds, []);
    const shuffled = draw.shuffled(compounds);
    const again = placesOf(shuffled, []);
    for (const { applicationId } of compounds)
      promise(equal(places.get(applicationId), again.get(applicationId)), "a place does not depend on who came first");
    const ranked = inOrder(shuffled, []);
    const ranks = ranked.map(({ applicationId }) => places.get(applicationId)?.rank ?? 0);
    promise(
      equal(
        ranks,
        ranks.toSorted((one, other) => one - other),
      ),
      "the list is in the order of its places",
      ranks,
    );
    const count = draw.below(compounds.length + 1);
    const tied = tiedAcross(shuffled, [], count).map(({ applicationId }) => places.get(applicationId)?.rank);
    promise(new Set(tied).size <= 1, "a tie is of one place", tied);
    const [last, next] = [ranks[count - 1], ranks[count]];
    promise(tied.length > 0 === (last !== undefined && last === next), "a tie across the last place is told", {
      last,
      next,
    });
  },
};
