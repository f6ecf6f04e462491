import { join } from "node:path";
import { openCampaigns } from "../../src/campaign/engine/campaigns.ts";
import type { Services } from "../../src/campaign/engine/make-context.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { rehearse } from "../../src/campaign/engine/schedule/rehearse.ts";
import { features } from "../../src/campaign/features.ts";
import { rulingsOverTime } from "../../src/campaign/ruling/store.ts";
import { makeCards } from "../../src/platform/chat/cards.ts";
import { makeDialogues } from "../../src/platform/chat/dialogue.ts";
import { makeOutbox, type Outbox } from "../../src/platform/chat/outbox/outbox.ts";
import { makeDrafts } from "../../src/platform/conversation/drafts.ts";
import { CARD_VALUE_BYTES, formBytes } from "../../src/platform/dingtalk/render/index.ts";
import { makeLookBack } from "../../src/platform/journal/look-back.ts";
import { makePersonalValues } from "../../src/platform/journal/personal-value.ts";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { makeFolderStore } from "../../src/platform/storage/files.ts";
import { RefusalError } from "../../src/shared/refusal-error.ts";
import { databaseOf } from "./database.ts";
import type { World } from "./world.ts";

const never = () => Promise.reject(new Error("what is taken back sends nothing"));

/** 用量 is asked of the platform. */
const noUsage = () => Promise.reject(new RefusalError("usage.none", ""));

/**
 * The product's own code on the world's own database, beside the running bot: for what is drawn or done and taken back.
 * @param around the outbox, e.g. to see what would be sent
 */
export async function ownServices(world: World, around: (outbox: Outbox) => Outbox = (outbox) => outbox) {
  const { dataDir } = world;
  const database = await databaseOf(world);
  const encryption = makeEncryption(await readDataKey(undefined, dataDir));
  const outbox = around(makeOutbox({ database, encryption, deliver: never }));
  const formRoom = { limit: CARD_VALUE_BYTES, measure: (fields: never) => formBytes({ fields }) };
  const registry = makeRegistry(features({ readUsage: noUsage }));
  const services: Services = {
    registry,
    lookBack: makeLookBack(database, registry.journal),
    campaigns: await openCampaigns(database, ["shaoxing-2023"]),
    outbox,
    cards: makeCards({ outbox, interactive: true, formRoom }),
    dialogues: makeDialogues(encryption),
    drafts: makeDrafts(encryption),
    personal: makePersonalValues(encryption),
    // What is pressed to see what it would do deletes nothing.
    files: { ...makeFolderStore(join(dataDir, "files"), encryption), erase: async () => undefined },
    afterCommit: database.afterCommit,
    findByMobile: async () => ({ kind: "unavailable" }),
    askReaders: async () => undefined,
    rehearse: (tx, when, work) => rehearse(tx, when, services, work),
    readRulings: rulingsOverTime,
  };
  return { database, services };
}

/** Rolls back what was done. */
export class TakenBack extends Error {}
