import { applicationsOf } from "../application/store.ts";
import type { Context } from "../engine/context.ts";
import { listsInForce } from "../recommendation/store.ts";
import { isFinalized, totalOf } from "../scoring/points.ts";
import { sheetsOf } from "../scoring/store.ts";
import type { Candidate } from "./selection.ts";

/** Every compound on a confirmed list that still takes part. */
export async function candidatesOf({ tx, campaign }: Context): Promise<Candidate[]> {
  const { districts } = campaign.definition.campaign;
  const lists = await listsInForce(tx, campaign.id);
  const taking = await applicationsOf(tx, campaign.id, { states: ["submitted"] });
  const sheets = await sheetsOf(tx, { campaignId: campaign.id, ledger: "district" });
  return districts
    .flatMap(({ id, name }) => (lists.get(id)?.items ?? []).map(({ applicationId }) => ({ applicationId, id, name })))
    .flatMap(({ applicationId, id, name }) => {
      const application = taking.find((one) => one.id === applicationId);
      if (!application) return [];
      const { compoundName, declaration } = application;
      const sheet = sheets.get(applicationId);
      const total = isFinalized(sheet) ? totalOf(sheet) : undefined;
      return [{ applicationId, district: id, districtName: name, name: compoundName, total, declaration }];
    })
    .map((candidate, at) => ({ ...candidate, number: at + 1 }));
}
