import { districtName } from "../../definition/districts.ts";
import type { Context } from "../../engine/context.ts";
import { listWord } from "../../ranking/list-word.ts";
import { recommendingDistricts } from "../../recommendation/levels.ts";
import { listsInForce } from "../../recommendation/store.ts";
import { contentPhrases as phrases } from "./phrases.ts";

/** Where each case stands on the printed lists, in words, by its id: on its district's and on that of all. */
export async function listPlaces(context: Context): Promise<ReadonlyMap<string, string>> {
  const { definition, id } = context.campaign;
  const lists = await listsInForce(context.tx, id);
  const all = recommendingDistricts(context);
  const { districts } = definition.campaign;
  // A district's list takes the place of those of the districts within it.
  const atTop = districts.filter(
    ({ id: district, within }) => all.includes(district) && (within === undefined || !all.includes(within)),
  );
  const whole = atTop.flatMap(({ id: district }) => lists.get(district)?.items ?? []);
  const word = listWord(definition) ?? "";
  return new Map(
    [...lists.values()].flatMap(({ district, items }) =>
      items.map(({ applicationId }, at): [string, string] => {
        const place = whole.findIndex((one) => one.applicationId === applicationId) + 1;
        const name = districtName(definition, district);
        return [applicationId, phrases.listPlace({ district: name, word, own: at + 1, whole: place })];
      }),
    ),
  );
}
