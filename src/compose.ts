import { adoptionFeature } from "./campaign/administration/adoption/feature.ts";
import { bindingFeature } from "./campaign/administration/binding/feature.ts";
import { cancelFeature } from "./campaign/administration/cancel/feature.ts";
import { type MonthlyUsage, usageFeature } from "./campaign/administration/usage/feature.ts";
import { applicationFeature } from "./campaign/application/feature.ts";
import { applicationsHandedIn } from "./campaign/application/handed-in.ts";
import { applicationPart } from "./campaign/application/stage-button.ts";
import { broadcastAction, broadcastFeature } from "./campaign/broadcast/feature.ts";
import { type Campaigns, openCampaigns } from "./campaign/engine/campaigns.ts";
import { makeReception } from "./campaign/engine/dispatch/dispatch.ts";
import type { DueKind, Feature, TurnParts } from "./campaign/engine/feature.ts";
import { makeWorkOff, type WorkOff } from "./campaign/engine/schedule/run-due.ts";
import { exportFeature } from "./campaign/export/feature.ts";
import { citationFeature } from "./campaign/overview/citation/feature.ts";
import { deskFeature, deskOnList, deskOnStage, refreshDesk } from "./campaign/overview/desk/feature.ts";
import { helpFeature } from "./campaign/overview/help/feature.ts";
import { progressFeature } from "./campaign/overview/progress/feature.ts";
import { preliminaryReviewFeature } from "./campaign/preliminary-review/feature.ts";
import { reviewsHandedIn } from "./campaign/preliminary-review/handed-in.ts";
import { pointsUnder } from "./campaign/preliminary-review/points-under.ts";
import { rankingFeature } from "./campaign/ranking/feature.ts";
import { onListConfirmed as postRanking, refreshRanking } from "./campaign/ranking/post.ts";
import type { OnListConfirmed } from "./campaign/recommendation/confirm.ts";
import { recommendationFeature } from "./campaign/recommendation/feature.ts";
import { listsHandedIn } from "./campaign/recommendation/handed-in.ts";
import { refreshReminders, reminderFeature } from "./campaign/reminder/feature.ts";
import { rulingFeature, rulingListAtStart } from "./campaign/ruling/feature.ts";
import { rulingsOverTime } from "./campaign/ruling/store.ts";
import { selectionFeature } from "./campaign/selection/feature.ts";
import { publicationFeature } from "./campaign/selection/publication/feature.ts";
import { isPublished } from "./campaign/selection/store.ts";
import { stageFeature } from "./campaign/stage/feature.ts";
import type { HandedIn } from "./campaign/stage/handed-in.ts";
import { workReportFeature } from "./campaign/work-report/feature.ts";
import { workReportsHandedIn } from "./campaign/work-report/store.ts";
import { reportsAction, workReportPart } from "./campaign/work-report/views.ts";
import { type Chat, makeChat } from "./platform/chat/chat.ts";
import { makeDialogues } from "./platform/chat/dialogue.ts";
import type { ChatGateway } from "./platform/chat/ports.ts";
import { makeDrafts } from "./platform/conversation/drafts.ts";
import { makePersonalValues } from "./platform/journal/personal-value.ts";
import type { Database } from "./platform/storage/database.ts";
import type { Encryption } from "./platform/storage/encryption.ts";
import type { FileStore } from "./platform/storage/files.ts";
import type { Clock } from "./shared/clock.ts";
import type { Log } from "./shared/log.ts";

export interface BotDeps {
  database: Database;
  encryption: Encryption;
  files: FileStore;
  gateway: ChatGateway;
  clock: Clock;
  log: Log;
  instance: string;
  campaignIds: readonly string[];
  readUsage(month: string): Promise<MonthlyUsage>;
  onWorked(): void;
}

/** The bot without its surroundings: everything between the platform's doors and the database. */
export interface Bot {
  chat: Chat;
  campaigns: Campaigns;
  parts: TurnParts;
  workOff: WorkOff;
  dueKinds: readonly DueKind[];
  /** Begins to work and to deliver. */
  start(): Promise<void>;
}

/** What each part of the campaign answers for in 进度. */
const handedIn: readonly HandedIn[] = [applicationsHandedIn, reviewsHandedIn, listsHandedIn, workReportsHandedIn];

/** What happens when a district has confirmed its list, in this order. */
const onListConfirmed: OnListConfirmed = async (turn) => {
  for (const then of [postRanking, deskOnList]) await then(turn);
};

/** Builds the parts and tells them of each other; nothing runs yet. */
export async function buildBot(deps: BotDeps): Promise<Bot> {
  const { database, encryption, clock } = deps;
  const campaigns = await openCampaigns(database, deps.campaignIds);
  const chat = await makeChat(deps);
  const dueKinds = (): readonly DueKind[] => features.flatMap((feature) => feature.dueKinds ?? []);
  const parts: readonly Feature[] = [
    stageFeature({
      handedIn,
      districtParts: [applicationPart, workReportPart],
      onOpening: [rulingListAtStart, deskOnStage],
    }),
    progressFeature(handedIn),
    citationFeature,
    bindingFeature,
    applicationFeature(postRanking),
    preliminaryReviewFeature,
    recommendationFeature(onListConfirmed),
    rankingFeature({ isPublished }),
    selectionFeature(refreshDesk),
    publicationFeature(refreshDesk),
    exportFeature({ handedIn, isPublished }),
    deskFeature([broadcastAction]),
    rulingFeature({
      kinds: dueKinds,
      onDatesMoved: [(turn) => refreshReminders(turn, workReportsHandedIn)],
      onConfirmed: [refreshRanking, refreshDesk],
      actions: [broadcastAction, reportsAction],
    }),
    workReportFeature({ onHandedIn: [refreshReminders] }),
    reminderFeature([{ handedIn: workReportsHandedIn, part: workReportPart }]),
    broadcastFeature,
    adoptionFeature({ campaigns, kinds: dueKinds, pointsUnder }),
    usageFeature(deps.readUsage),
    cancelFeature,
  ];
  const features = [...parts, helpFeature(parts)];
  const turnParts: TurnParts = {
    outbox: chat.outbox,
    cards: chat.cards,
    dialogues: makeDialogues(encryption),
    drafts: makeDrafts(encryption),
    personal: makePersonalValues(encryption),
    files: deps.files,
    readRulings: rulingsOverTime,
  };
  const reception = makeReception({ campaigns, features, parts: turnParts, clock });
  return {
    chat,
    campaigns,
    parts: turnParts,
    workOff: makeWorkOff({ database, parts: turnParts, kinds: dueKinds(), campaigns }),
    dueKinds: dueKinds(),
    start: () => chat.start(reception),
  };
}
