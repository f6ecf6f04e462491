import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadDefinition } from "../../src/campaign/definition/load.ts";
import { criteriaOf } from "../../src/campaign/scoring/rubric.ts";
import { recorded } from "../../src/platform/journal/record.ts";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import type { World } from "./world.ts";

const CAMPAIGN = "shaoxing-2023";

/** A compound that was applied for and whose 初评 is locked. */
export interface Reviewed {
  district: string;
  name: string;
  /** Points taken off, by row. */
  less?: Readonly<Record<string, number>>;
  declaration?: "none" | "unclear";
  rate?: number;
}

/**
 * Puts compounds where 申报 and 初评 would have put them, journaled like any act.
 * @returns the applications' ids in the order given
 */
export async function reviewed({ dataDir }: World, compounds: readonly Reviewed[]): Promise<string[]> {
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  const password = await readFile(join(dataDir, "postgres.password"), "utf8");
  const database = await openDatabase(`postgresql://jiayuan:${password}@127.0.0.1:${postmaster?.port}/postgres`);
  const criteria = criteriaOf(loadDefinition(join(import.meta.dirname, "../../campaigns", CAMPAIGN)).rubric);
  const ids = compounds.map(() => randomUUID());
  for (const [at, { district, name, less = {}, declaration = "none", rate = 90 + at }] of compounds.entries()) {
    const id = ids[at] ?? "";
    const actor = `${district}-1`;
    const now = new Date(Date.parse("2023-09-12T09:00:00+08:00") + at * 60_000);
    const answers = {
      compoundName: name,
      projectName: `${name}项目`,
      propertyServiceEnterprise: `${name}物业服务有限公司`,
      subdistrict: "府山街道",
      neighborhood: "北海社区",
      rate,
      applicantHead: { personal: id, hash: "0" },
    };
    const rows = [
      { table: "application" as const, key: { id } },
      { table: "preliminary_review" as const, key: { application_id: id } },
      ...criteria.map((row) => ({
        table: "preliminary_point" as const,
        key: { application_id: id, criterion: row.id },
      })),
    ];
    await database.inTransaction((tx) =>
      recorded(tx, { campaignId: CAMPAIGN, at: now, actor, action: "application.submitted", rows }, async () => {
        const form = { revision: 1, formVersion: 1, definitionVersion: 1 };
        await tx.application.create({
          data: {
            ...{ id, campaignId: CAMPAIGN, district, compoundName: name, answers, ...form },
            ...{ state: "submitted", declaration, submittedAt: now, submittedBy: actor },
          },
        });
        const review = { applicationId: id, campaignId: CAMPAIGN, openedAt: now, openedBy: actor };
        await tx.preliminaryReview.create({ data: { ...review, lockedAt: now, lockedBy: actor } });
        await tx.preliminaryPoint.createMany({
          data: criteria.map((row) => ({
            ...{ applicationId: id, campaignId: CAMPAIGN, criterion: row.id },
            hundredths: (row.maxPoints - (less[row.id] ?? 0)) * 100,
            ...{ definitionVersion: 1, givenBy: actor, givenAt: now },
          })),
        });
      }),
    );
  }
  await database.close();
  return ids;
}
