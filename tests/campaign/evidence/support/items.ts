import { loadDefinition } from "../../../../src/campaign/definition/load.ts";
import type { EvidenceItem } from "../../../../src/campaign/evidence/evidence-of.ts";
import type { Shown } from "../../../../src/campaign/evidence/output/sheet.ts";
import { evidenceFileName } from "../../../../src/campaign/evidence/rules.ts";
import { criterionById } from "../../../../src/campaign/scoring/rubric.ts";
import type { FileStore } from "../../../../src/platform/storage/files.ts";
import { civilDate } from "../../../../src/shared/civil-date.ts";

const { rubric } = loadDefinition("campaigns/shaoxing-2023");

export const rowOf = (id: string) => {
  const row = criterionById(rubric, id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

/** A file of 翠苑三区 as it goes out; the picture itself is put into the store. */
export async function shownItem(
  files: FileStore,
  {
    row: id,
    position,
    number,
    bytes,
    ...rest
  }: { row: string; position: number; number: number; bytes: Uint8Array } & {
    personal?: boolean;
    same?: boolean;
  },
): Promise<Shown> {
  const row = rowOf(id);
  const keptHash = await files.put(bytes);
  const attachment: EvidenceItem["attachment"] = {
    ...{ id: `${id}-${position}`, campaignId: "shaoxing-2023", caseId: "case", district: "keqiao", place: `row:${id}` },
    ...{ ordinal: position, receivedHash: keptHash, keptHash, type: "jpeg", size: bytes.length, looks: null },
    ...{ takenOn: civilDate("2023-09-12"), personal: rest.personal ?? false, label: null, state: "filed" },
    ...{ addedAt: new Date("2023-09-13T01:00:00Z"), addedBy: "keqiao-1", responsible: null },
    ...{ withdrawnAt: null, withdrawnBy: null, withdrawReason: null },
  };
  const name = evidenceFileName({
    ...{ row, compound: "翠苑三区", label: undefined, day: "2023-09-12", position, ending: "jpg" },
  });
  const like = rest.same ? { same: true, where: "“柯岩人家”1-5" } : undefined;
  return { number, like, item: { attachment, row, position, label: undefined, name } };
}
