import { RefusalError } from "../../shared/refusal-error.ts";
import type { Authority } from "../authority/authority.ts";
import { decisionsChanged } from "../authority/events.ts";
import type { RecordedDecision } from "../authority/extension-points.ts";
import { membersWhoMay } from "../directory/member.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import { lockCampaign } from "../engine/lock-campaign.ts";
import { provincialCandidates } from "./candidates.ts";
import { provincialChanged } from "./events.ts";
import { provincialPhrases as phrases, provincialRefusals as refusals } from "./phrases.ts";
import { PROVINCIAL_CARD } from "./propose.ts";
import type { ProvincialRecommendation } from "./recommendation.ts";
import { provincialTable, provincialVersions } from "./store.ts";

export interface ProvincialDecision {
  verdict: "approved" | "declined";
  /** Version on the card; undefined: the one that waits. */
  asked: number | undefined;
  /** Typed: where a proposal took another's place, the words name which is meant. */
  byWords?: true;
  opinion?: string | undefined;
  authority?: Authority | undefined;
}

/**
 * Approves exactly what was proposed, or sends it back with an opinion.
 * @throws {RefusalError} for another version, by who proposed it, without an opinion, or if a case has fallen out since
 */
export async function decideProvincial(
  context: PersonContext,
  { verdict, asked, byWords, opinion, authority }: ProvincialDecision,
): Promise<number> {
  const { tx, campaign, now, person, people } = context;
  await lockCampaign(tx, campaign.id);
  const versions = await provincialVersions(tx, campaign.id);
  const waiting = versions.find(({ state }) => state === "proposed");
  if (!waiting) throw new RefusalError("provincial-recommendation.nothing-waits", refusals.nothingWaits());
  const { version } = waiting;
  if (asked !== undefined && asked !== version)
    throw new RefusalError("provincial-recommendation.older", refusals.older(asked, version));
  if (byWords && asked === undefined && versions.at(-2)?.state === "superseded")
    throw new RefusalError("provincial-recommendation.which", refusals.which(version));
  if (waiting.recordedBy === person.staffId)
    throw new RefusalError("provincial-recommendation.own", refusals.own(nounsOf(campaign.definition)));
  if (verdict === "declined" && opinion === undefined)
    throw new RefusalError("provincial-recommendation.no-opinion", refusals.noOpinion());
  if (verdict === "approved") await requireStanding(context, waiting);
  const stored = opinion === undefined ? undefined : await context.personal.store(opinion);
  const rows = [provincialTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: `provincial-recommendation.${verdict}`, rows }, () =>
    tx.provincialRecommendation.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: {
        ...{ state: verdict, decidedBy: person.staffId, decidedAt: now },
        ...(authority ? { authority: { ...authority } } : {}),
        ...(stored ? { opinion: { ...stored } } : {}),
      },
    }),
  );
  for (const { staffId } of membersWhoMay(campaign.definition, people, "publication.publish")) {
    await context.cards.show(staffId, { kind: PROVINCIAL_CARD, subject: String(version) });
  }
  for (const one of await provincialVersions(tx, campaign.id)) {
    context.emit(provincialChanged, { version: one.version });
  }
  context.emit(decisionsChanged, {});
  return version;
}

/** @throws {RefusalError} if one of them is not on the published list any more */
async function requireStanding(context: Context, { items }: ProvincialRecommendation): Promise<void> {
  const { cases, fallen } = await provincialCandidates(context);
  const names = new Map(cases.map(({ applicationId, name }) => [applicationId, name]));
  const gone = items.filter(({ applicationId }) => fallen.has(applicationId) || !names.has(applicationId));
  if (gone.length === 0) return;
  const named = gone.flatMap(({ applicationId }) => names.get(applicationId) ?? []);
  throw new RefusalError("provincial-recommendation.fallen", refusals.fallenSince(named));
}

/** Approved versions, whose authority can be registered afterwards. */
export async function registrableProvincial(context: Context): Promise<readonly RecordedDecision[]> {
  const { tx, campaign } = context;
  const versions = await provincialVersions(tx, campaign.id);
  return versions
    .filter(({ state }) => state === "approved")
    .map(({ version, authority }) => ({
      name: phrases.decisionName(version),
      authority,
      register: (by, given) => register(by, version, given),
    }));
}

async function register(context: PersonContext, version: number, authority: Authority): Promise<void> {
  const { tx, campaign } = context;
  const rows = [provincialTable.row({ campaign_id: campaign.id, version })];
  await context.withJournal({ action: "provincial-recommendation.authority-registered", rows }, () =>
    tx.provincialRecommendation.update({
      where: { campaignId_version: { campaignId: campaign.id, version } },
      data: { authority: { ...authority } },
    }),
  );
  context.emit(provincialChanged, { version });
}
