import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Call } from "dingtalk-emulator/client/call.ts";
import { openCampaigns } from "../../src/campaign/engine/campaigns.ts";
import { makeDispatcher } from "../../src/campaign/engine/dispatch/dispatch.ts";
import type { Services } from "../../src/campaign/engine/make-context.ts";
import { makeRegistry } from "../../src/campaign/engine/registry.ts";
import { features } from "../../src/campaign/features.ts";
import { rulingsOverTime } from "../../src/campaign/ruling/store.ts";
import { type LiveCard, makeCards } from "../../src/platform/chat/cards.ts";
import { chatOfKey } from "../../src/platform/chat/chat-key.ts";
import { makeDialogues } from "../../src/platform/chat/dialogue.ts";
import { makeOutbox } from "../../src/platform/chat/outbox/outbox.ts";
import type { View, ViewForm } from "../../src/platform/chat/view.ts";
import { makeDrafts } from "../../src/platform/conversation/drafts.ts";
import { CARD_VALUE_BYTES, formBytes, toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import { makePersonalValues } from "../../src/platform/journal/personal-value.ts";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { readPostmaster } from "../../src/platform/storage/embedded/postmaster.ts";
import { makeEncryption, readDataKey } from "../../src/platform/storage/encryption.ts";
import { makeFolderStore } from "../../src/platform/storage/files.ts";
import { staffId } from "../../src/shared/brand.ts";
import { RefusalError } from "../../src/shared/refusal-error.ts";
import type { World } from "./world.ts";

const WITHIN_MS = 5 * 60_000;
/** Told to one person beside the card, not part of what it shows. */
const ANSWERS = ["version", "toast", "notice", "noticeVersion"];
/** Is in every group of the demo. */
const GROUP_READER = "maxiaohan";

const never = () => Promise.reject(new Error("a card that is only drawn sends nothing"));

interface CardRow extends LiveCard {
  refreshDueAt: Date | null;
}

/**
 * Compares every live card with its state drawn anew, by the product's own code on the product's own database.
 */
export async function watchLiveCards(world: World) {
  const { dataDir } = world;
  const postmaster = await readPostmaster(join(dataDir, "postgres"));
  const password = await readFile(join(dataDir, "postgres.password"), "utf8");
  const database = await openDatabase(`postgresql://jiayuan:${password}@127.0.0.1:${postmaster?.port}/postgres`);
  const encryption = makeEncryption(await readDataKey(undefined, dataDir));
  const outbox = makeOutbox({ database, encryption, deliver: never });
  const formRoom = { limit: CARD_VALUE_BYTES, measure: (fields: never) => formBytes({ fields }) };
  const registry = makeRegistry(features({ readUsage: never }));
  const campaigns = await openCampaigns(database, ["shaoxing-2023"]);
  const services: Services = {
    registry,
    campaigns,
    outbox,
    cards: makeCards({ outbox, interactive: true, formRoom }),
    dialogues: makeDialogues(encryption),
    drafts: makeDrafts(encryption),
    personal: makePersonalValues(encryption),
    // What is pressed to see whether it is refused deletes nothing.
    files: { ...makeFolderStore(join(dataDir, "files"), encryption), erase: async () => undefined },
    findByMobile: async () => ({ kind: "unavailable" }),
    readRulings: rulingsOverTime,
  };
  const seen = new Set<string>();
  const crowded = new Set<string>();
  const offered = new Set<string>();

  async function staleCards(): Promise<string[]> {
    const now = new Date(await world.emulator.clock.now());
    const { renderCard } = makeDispatcher(services, { now: () => now });
    const rows = await database.inTransaction((tx) => tx.card.findMany({ where: { state: "live" } }));
    const stale: string[] = [];
    for (const row of rows as CardRow[]) {
      seen.add(row.kind);
      if (row.refreshDueAt && row.refreshDueAt.getTime() <= now.getTime() + WITHIN_MS) continue;
      const view = await database.inTransaction((tx) => renderCard(tx, row));
      if (primaryActs(view) > 1) crowded.add(row.kind);
      const differing = differences(await shownOf(world.emulator.call, row), toCardParams(view, row.version));
      if (differing.length > 0) stale.push(`${row.kind} ${row.subject} ${row.chat}: ${differing.join("; ")}`);
    }
    return stale;
  }

  /** Presses every button of every live card and takes it back. @returns those that are refused, with the sentence */
  async function refusedOffers(): Promise<string[]> {
    const now = new Date(await world.emulator.clock.now());
    const dispatcher = makeDispatcher(services, { now: () => now });
    const rows = await database.inTransaction((tx) => tx.card.findMany({ where: { state: "live" } }));
    const refused: string[] = [];
    for (const row of rows as CardRow[]) {
      const { actions, form } = await database.inTransaction((tx) => dispatcher.renderCard(tx, row));
      const buttons = actions.filter(({ id, disabled }) => id !== "" && !disabled);
      const pressed = [
        ...buttons.map(({ id: action, subject = "", label }) => ({ action, subject, label, form: {} })),
        ...(form && !form.disabled
          ? [{ action: form.action, subject: form.subject ?? "", label: form.submitLabel, form: valuesOf(form) }]
          : []),
      ];
      for (const { label, ...press } of pressed) {
        offered.add(row.kind);
        const said = await refusalOf({ ...press, card: row }, dispatcher);
        // What a form lacks is for whoever fills it in.
        const isOfForm = form?.submitLabel === label && said?.startsWith("campaign.") === false;
        if (said !== undefined && !isOfForm) refused.push(`${row.kind} ${row.chat} ${label}: ${said}`);
      }
    }
    return refused;
  }

  async function refusalOf(
    { card, ...press }: { card: CardRow; action: string; subject: string; form: Record<string, unknown> },
    dispatcher: ReturnType<typeof makeDispatcher>,
  ): Promise<string | undefined> {
    const { id: cardId, version } = card;
    const callback = {
      kind: "callback",
      deliveryId: "",
      cardId,
      version,
      person: staffId(readerOf(card)),
      ...press,
    } as const;
    try {
      return await database.inTransaction(async (tx) => {
        await dispatcher.onPress(tx, { callback, card });
        throw new TakenBack();
      });
    } catch (error) {
      if (error instanceof TakenBack) return undefined;
      if (error instanceof RefusalError) return `${error.code} ${error.message}`;
      throw error;
    }
  }

  return {
    staleCards,
    refusedOffers,
    offered,
    seen,
    crowded,
    kinds: registry.renderers.map(({ kind }) => kind),
    close: () => database.close(),
  };
}

/** A form's own button is one. */
const primaryActs = ({ actions, form }: View): number =>
  actions.filter(({ look }) => look === "primary").length + (form ? 1 : 0);

/** What the form shows, as it is submitted unchanged. */
const valuesOf = ({ fields }: ViewForm): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));

/** Rolls back what a press did. */
class TakenBack extends Error {}

function readerOf({ chat }: LiveCard): string {
  const place = chatOfKey(chat);
  return place.kind === "direct" ? place.person : GROUP_READER;
}

async function shownOf(call: Call, card: LiveCard): Promise<Record<string, unknown>> {
  const { id } = card;
  const reader = readerOf(card);
  return (await call<{ data: Record<string, unknown> }>(`/users/${reader}/cards/${id}`)).data;
}

const differences = (shown: Record<string, unknown>, drawn: Record<string, string>): string[] =>
  Object.keys(drawn)
    .filter((key) => !ANSWERS.includes(key) && String(shown[key] ?? "") !== drawn[key])
    .map((key) => `${key} shows ${JSON.stringify(shown[key])}, should show ${JSON.stringify(drawn[key])}`);
