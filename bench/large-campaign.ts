import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { seedOf } from "../scripts/seed-of.ts";
import { loadCampaignFolder } from "../src/campaign/definition/load.ts";

const FROM = "campaigns/shaoxing-2023";
const CLERKS = 2;

/** What stands in a campaign folder's roster of one person. */
interface RosterPerson {
  roles: { role: string; district?: string }[];
}

/**
 * A campaign folder like the demonstration's, with so many districts of two clerks each.
 * @returns the clerks' ids, and the file that seeds the emulator with them
 */
export async function writeLargeCampaign(
  folder: string,
  districts: number,
): Promise<{ clerks: string[]; seed: string }> {
  await cp(FROM, folder, { recursive: true });
  let ids: string[] = [];
  const nameOf = (at: number): string => `第${String(at + 1).padStart(3, "0")}区`;
  await change(join(folder, "campaign.yaml"), (campaign) => {
    // Its rulings name the demonstration's own districts, which stay.
    const own = (campaign.toJS() as { districts: { id: string }[] }).districts;
    const more = Array.from({ length: Math.max(0, districts - own.length) }, (_, at) => ({
      ...{ id: `district-${at + 1}`, name: nameOf(at), kind: "district", line: 14, mark: "ours", rulings: ["R25"] },
    }));
    campaign.set("districts", [...own, ...more]);
    ids = [...own, ...more].map(({ id }) => id);
  });
  const clerks = ids.flatMap((district, at) =>
    Array.from({ length: CLERKS }, (_, place) => ({
      id: `${district}-${place + 1}`,
      name: `${nameOf(at)}经办人${place + 1}`,
      title: `${nameOf(at)}建设部门经办人`,
      mobile: String(19_800_000_000 + at * CLERKS + place),
      roles: [{ role: "districtOfficer", district }],
    })),
  );
  await change(join(folder, "roster.yaml"), (roster) => {
    const { people, groups } = roster.toJS() as { people: RosterPerson[]; groups: { members: string[] }[] };
    const others = people.filter(({ roles }) => roles.every(({ district }) => district === undefined));
    const known = new Set(others.map((person) => (person as unknown as { id: string }).id));
    roster.set("people", [...others, ...clerks]);
    roster.set(
      "groups",
      groups.map((group) => ({ ...group, members: group.members.filter((member) => known.has(member)) })),
    );
  });
  const seed = join(folder, "seed.json");
  await writeFile(seed, JSON.stringify(seedOf(loadCampaignFolder(folder).roster)));
  return { clerks: clerks.map(({ id }) => id), seed };
}

async function change(file: string, edit: (document: ReturnType<typeof parseDocument>) => void): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  edit(document);
  await writeFile(file, String(document));
}
