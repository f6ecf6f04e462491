import type { Call } from "dingtalk-emulator/client/call.ts";
import { makeDispatcher } from "../../src/campaign/engine/dispatch/dispatch.ts";
import type { LiveCard } from "../../src/platform/chat/cards.ts";
import { chatOfKey } from "../../src/platform/chat/chat-key.ts";
import type { View, ViewForm } from "../../src/platform/chat/view.ts";
import { toCardParams } from "../../src/platform/dingtalk/render/index.ts";
import { staffId } from "../../src/shared/brand.ts";
import { RefusalError } from "../../src/shared/refusal-error.ts";
import { ownServices, TakenBack } from "./own-services.ts";
import type { World } from "./world.ts";

const WITHIN_MS = 5 * 60_000;
/** Told to one person beside the card, not part of what it shows. */
const ANSWERS = ["version", "toast", "notice", "noticeVersion"];
/** Is in every group of the demo. */
const GROUP_READER = "maxiaohan";

interface CardRow extends LiveCard {
  refreshDueAt: Date | null;
}

/**
 * Compares every live card with its state drawn anew, by the product's own code on the product's own database.
 */
export async function watchLiveCards(world: World) {
  const { database, services } = await ownServices(world);
  const { registry } = services;
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
    /** What the journal calls everything that was done with cases. */
    async actionsOnCases(): Promise<string[]> {
      const text = "select distinct action from journal_entry where case_id is not null order by action";
      return (await database.query<{ action: string }>(text, [])).map(({ action }) => action);
    },
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
