import type { Database, Transaction } from "../../platform/storage/database.ts";
import { parseDefinition } from "../definition/definition.ts";
import { campaignAt, type RunningCampaign, runningCampaign } from "../definition/running-campaign.ts";
import type { Membership } from "../directory/member.ts";
import { readMemberships } from "../directory/store.ts";
import { grantedExtensions } from "./granted-extensions.ts";

/** Campaigns of this process, each with its pinned definition and its people. */
export interface Campaigns {
  /** Includes closed campaigns, for reading. */
  all(): readonly RunningCampaign[];
  byId(id: string): RunningCampaign | undefined;
  /** Memberships with their periods. */
  membershipsOf(id: string): readonly Membership[];
  /** Errors of unreadable pinned definitions, by campaign id. These campaigns are not served. */
  unreadable(): ReadonlyMap<string, string>;
  /** Begins to read what {@link Campaigns.sync} compares. */
  foresee(tx: Transaction): Promise<unknown>;
  /** Loads changes to definitions and people by this transaction or other processes. */
  sync(tx: Transaction): Promise<void>;
}

interface Served {
  campaign: RunningCampaign;
  memberships: readonly Membership[];
}

interface CampaignRow {
  id: string;
  definitionVersion: number;
  startedAt: Date;
  peopleVersion: number;
  extensionsVersion: number;
  closedAt: Date | null;
}

/** Result of reading a campaign; `problem` is the error. */
type Read = { row: CampaignRow } & ({ kind: "served"; served: Served } | { kind: "unreadable"; problem: string });

/**
 * @param ids campaigns of this process, in configuration order
 * @param brokenFolders unreadable folders of this process; their started campaigns continue with the pinned definition
 */
export async function openCampaigns(
  database: Pick<Database, "inTransaction">,
  ids: readonly string[],
  brokenFolders: readonly string[] = [],
): Promise<Campaigns> {
  let known: readonly Read[] = [];

  const read = (tx: Transaction): Promise<CampaignRow[]> => tx.$queryRaw`
      select id, definition_version as "definitionVersion", started_at as "startedAt",
        people_version as "peopleVersion",
        extensions_version as "extensionsVersion", closed_at as "closedAt"
      from campaign where id = any(${ids}::text[]) or folder = any(${brokenFolders}::text[]) order by id`;

  async function sync(tx: Transaction): Promise<void> {
    const found = await read(tx);
    const rank = ({ id }: CampaignRow): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    const rows = found.sort((a, b) => rank(a) - rank(b));
    if (rows.length === known.length && rows.every((row, at) => isSame(known[at]?.row, row))) return;
    known = await Promise.all(
      rows.map((row) =>
        readCampaign(
          tx,
          row,
          known.find((one) => one.row.id === row.id),
        ),
      ),
    );
  }

  await database.inTransaction(sync);
  const served = () => known.flatMap((one) => (one.kind === "served" ? [one.served] : []));
  const byId = (id: string) => served().find(({ campaign }) => campaign.id === id);
  return {
    all: () => served().map(({ campaign }) => campaign),
    byId: (id) => byId(id)?.campaign,
    membershipsOf: (id) => byId(id)?.memberships ?? [],
    unreadable: () => new Map(known.flatMap((one) => (one.kind === "unreadable" ? [[one.row.id, one.problem]] : []))),
    foresee: read,
    sync,
  };
}

/** Campaigns not closed. */
export const openOf = (campaigns: Pick<Campaigns, "all">): RunningCampaign[] =>
  campaigns.all().filter(({ closedAt }) => closedAt === undefined);

const hasDefinition = (known: CampaignRow | undefined, row: CampaignRow): known is CampaignRow =>
  known?.definitionVersion === row.definitionVersion && known.startedAt.getTime() === row.startedAt.getTime();

const isSame = (known: CampaignRow | undefined, row: CampaignRow): boolean =>
  hasDefinition(known, row) &&
  known.id === row.id &&
  known.peopleVersion === row.peopleVersion &&
  known.extensionsVersion === row.extensionsVersion &&
  known.closedAt?.getTime() === row.closedAt?.getTime();

async function readCampaign(tx: Transaction, row: CampaignRow, known: Read | undefined): Promise<Read> {
  const { id, definitionVersion, startedAt, closedAt, peopleVersion } = row;
  const isPinned = hasDefinition(known?.row, row);
  if (known?.kind === "unreadable" && isPinned) return { ...known, row };
  const held = known?.kind === "served" && isPinned ? known.served : undefined;
  const pinned = held ? held.campaign : await pinnedDefinition(tx, row);
  if ("problem" in pinned) return { kind: "unreadable", row, problem: pinned.problem };
  const { definition } = pinned;
  const extendedTo =
    held !== undefined && known?.row.extensionsVersion === row.extensionsVersion
      ? held.campaign.extendedTo
      : await grantedExtensions(tx, id);
  const hasPeople = held !== undefined && known?.row.peopleVersion === peopleVersion;
  return {
    kind: "served",
    row,
    served: {
      campaign: runningCampaign({
        ...{ definition, definitionVersion, startedAt },
        ...(closedAt ? { closedAt } : {}),
        ...(extendedTo && extendedTo.size > 0 ? { extendedTo } : {}),
      }),
      memberships: hasPeople ? held.memberships : await readMemberships(tx, id),
    },
  };
}

/** @throws if the version does not exist; it is written before the campaign refers to it */
async function pinnedDefinition(
  tx: Transaction,
  { id: campaignId, definitionVersion: version }: Pick<CampaignRow, "id" | "definitionVersion">,
) {
  const { hash } = await tx.definition.findUniqueOrThrow({ where: { campaignId_version: { campaignId, version } } });
  const { content } = await tx.definitionContent.findUniqueOrThrow({ where: { hash } });
  try {
    return { definition: parseDefinition(content) };
  } catch (error) {
    // Unsupported format.
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The campaign as it was: with the definition that was pinned then and the days granted by then.
 * @param past on the tables of that moment
 * @returns today's definition where the one of then cannot be read any more
 */
export async function campaignThen(past: Transaction, campaign: RunningCampaign, at: Date): Promise<RunningCampaign> {
  const row = await past.campaign.findUnique({ where: { id: campaign.id } });
  const definitionVersion = row?.definitionVersion ?? campaign.definitionVersion;
  const pinned =
    definitionVersion === campaign.definitionVersion
      ? campaign
      : await pinnedDefinition(past, { id: campaign.id, definitionVersion });
  if ("problem" in pinned) return campaignAt(campaign, at);
  const { startedAt, closedAt } = campaign;
  const extendedTo = await grantedExtensions(past, campaign.id);
  const then = runningCampaign({
    ...{ definition: pinned.definition, definitionVersion, startedAt },
    ...(closedAt ? { closedAt } : {}),
    ...(extendedTo.size > 0 ? { extendedTo } : {}),
  });
  return campaignAt(then, at);
}
