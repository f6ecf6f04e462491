import type { Attachment } from "../../attachment/attachment.ts";
import { attachmentsAt } from "../../attachment/store.ts";
import type { Context } from "../../engine/context.ts";
import type { RecommendationList } from "../store.ts";

/** Where stamped scans of lists are filed; followed by the district and the version that is on the paper. */
export const SEALED = "list:";

type Version = Pick<RecommendationList, "district" | "version">;

export const sealedPlace = ({ district, version }: Version): string => `${SEALED}${district}@${version}`;

/** The version that is on the paper. */
export function versionOfScan({ place }: Pick<Attachment, "place">): Version {
  const [district = "", version = ""] = place.slice(SEALED.length).split("@");
  return { district, version: Number(version) };
}

/** 盖章件 of a version: its pages, as they were filed. */
export const sealedCopies = async ({ tx, campaign }: Context, list: Version): Promise<Attachment[]> =>
  (await attachmentsAt(tx, { campaignId: campaign.id, prefix: sealedPlace(list) })).filter(
    ({ place }) => place === sealedPlace(list),
  );

/** What has come of 报送 besides the press. */
export interface SealState {
  signer: string | undefined;
  /** yyyy-MM-dd */
  signedOn: string | null;
  /** Number of filed pages; none: 盖章件待补. */
  pages: number;
}

export async function sealState(context: Context, list: RecommendationList): Promise<SealState> {
  const names = await context.personal.read([list.signer]);
  return {
    signer: list.signer ? names.get(list.signer.personal) : undefined,
    signedOn: list.signedOn,
    pages: (await sealedCopies(context, list)).length,
  };
}
