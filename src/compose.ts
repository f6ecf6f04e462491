import { applicationFeature } from "./application/feature.ts";
import { applicationsHandedIn } from "./application/handed-in.ts";
import { applicationPart } from "./application/stage-button.ts";
import { broadcastAction, broadcastFeature } from "./broadcast/feature.ts";
import { adoptionFeature } from "./campaign/adoption/feature.ts";
import { type Campaigns, openCampaigns } from "./campaign/campaigns.ts";
import { citationFeature } from "./campaign/citation/feature.ts";
import { makeWorkOff, type WorkOff } from "./campaign/due/work-off.ts";
import type { DueKind, Feature, TurnParts } from "./campaign/feature.ts";
import { progressFeature } from "./campaign/progress/feature.ts";
import type { HandedIn } from "./campaign/progress/handed-in.ts";
import { stageFeature } from "./campaign/stage/feature.ts";
import { type Chat, makeChat } from "./chat/chat.ts";
import { makeDialogues } from "./chat/dialogue.ts";
import type { ChatGateway } from "./chat/ports.ts";
import { makeDrafts } from "./conversation/drafts.ts";
import { bindingFeature } from "./directory/binding/feature.ts";
import { exportFeature } from "./export/feature.ts";
import { makePersonalValues } from "./journal/personal-value.ts";
import { preliminaryReviewFeature } from "./preliminary-review/feature.ts";
import { reviewsHandedIn } from "./preliminary-review/handed-in.ts";
import { pointsUnder } from "./preliminary-review/points-under.ts";
import { rankingFeature } from "./ranking/feature.ts";
import { onListConfirmed as postRanking, refreshRanking } from "./ranking/post.ts";
import { cancelFeature } from "./reception/cancel/feature.ts";
import { deskFeature, deskOnList, deskOnStage, refreshDesk } from "./reception/desk/feature.ts";
import { helpFeature } from "./reception/help/feature.ts";
import { makeReception } from "./reception/reception.ts";
import { type MonthlyUsage, usageFeature } from "./reception/usage/feature.ts";
import type { OnListConfirmed } from "./recommendation/confirm.ts";
import { recommendationFeature } from "./recommendation/feature.ts";
import { listsHandedIn } from "./recommendation/handed-in.ts";
import { refreshReminders, reminderFeature } from "./reminder/feature.ts";
import { rulingFeature, rulingListAtStart } from "./ruling/feature.ts";
import { rulingsOverTime } from "./ruling/store.ts";
import { selectionFeature } from "./selection/feature.ts";
import { publicationFeature } from "./selection/publication/feature.ts";
import { isPublished } from "./selection/store.ts";
import type { Clock } from "./shared/clock.ts";
import type { Log } from "./shared/log.ts";
import type { Database } from "./storage/database.ts";
import type { Encryption } from "./storage/encryption.ts";
import type { FileStore } from "./storage/files.ts";

import { workReportFeature } from "./work-report/feature.ts";
import { workReportsHandedIn } from "./work-report/store.ts";
import { reportsAction, workReportPart } from "./work-report/views.ts";

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
