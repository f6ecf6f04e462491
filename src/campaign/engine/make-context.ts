import type { Cards } from "../../platform/chat/cards.ts";
import { chatKey } from "../../platform/chat/chat-key.ts";
import type { Dialogues } from "../../platform/chat/dialogue.ts";
import type { Outbox } from "../../platform/chat/outbox/outbox.ts";
import type { AskReaders, Chat, FindByMobile } from "../../platform/chat/ports.ts";
import type { View } from "../../platform/chat/view.ts";
import type { Draft, Drafts } from "../../platform/conversation/drafts.ts";
import type { LookBack } from "../../platform/journal/look-back.ts";
import type { PersonalValues } from "../../platform/journal/personal-value.ts";
import { withJournal } from "../../platform/journal/with-journal.ts";
import type { Transaction } from "../../platform/storage/database.ts";
import type { FileStore } from "../../platform/storage/files.ts";
import type { StaffId } from "../../shared/brand.ts";
import { dayOf } from "../../shared/civil-date.ts";
import { type RulingsOverTime, rulingsAt } from "../definition/rulings-in-force.ts";
import type { RunningCampaign } from "../definition/running-campaign.ts";
import { type Member, peopleOn } from "../directory/member.ts";
import { type ActsFor, asOfDistrict, onBehalfOf, withActing } from "../directory/on-behalf.ts";
import { acceptedView } from "./accepted-view.ts";
import { chatOf, outboxOf } from "./campaign-outbox.ts";
import { type Campaigns, campaignThen } from "./campaigns.ts";
import type { CampaignCards, CampaignDrafts, Context, PersonContext, PersonDialogue } from "./context.ts";
import { draftChanged } from "./draft-changed.ts";
import { contributed } from "./extension-point.ts";
import { doneOnBehalf, sentOnBehalf } from "./on-behalf.ts";
import type { Registry } from "./registry.ts";
import type { Rehearsed } from "./rehearsal.ts";
import { requireOpen } from "./require-open.ts";
import { type EmittedEvent, runEvents } from "./run-events.ts";
import { planMoments } from "./schedule/schedule.ts";

/** Dependencies of every context. */
export interface Services {
  registry: Registry;
  campaigns: Campaigns;
  outbox: Outbox;
  cards: Cards;
  dialogues: Dialogues;
  drafts: Drafts;
  personal: PersonalValues;
  files: FileStore;
  /** Calls `then` once the transaction has committed. */
  afterCommit(tx: Transaction, then: () => void): void;
  findByMobile: FindByMobile;
  lookBack: LookBack;
  askReaders: AskReaders;
  /** Address of a page about something; left out: phones reach no page. */
  linkTo?(about: object): string;
  /** DING may be sent. */
  hasDing?: boolean;
  /** In the transaction, from and until these moments of campaign time. */
  rehearse<Result>(
    tx: Transaction,
    when: { campaignId: string; from: Date; until: Date },
    work: (then: Context) => Promise<Result>,
  ): Promise<Rehearsed<Result>>;
  readRulings(tx: Transaction, campaign: RunningCampaign): Promise<RulingsOverTime>;
}

export interface Binding {
  campaign: RunningCampaign;
  /** Campaign time. */
  now: Date;
  actor?: StaffId;
  /** 代填, as it was asked for; without effect for who may not. */
  actsFor?: ActsFor | undefined;
  /** Pressed card. The press answers it; refreshes skip it. */
  pressedCard?: string;
}

/** Runs work on a campaign with the rulings in force at `now`, then its events. */
export async function inContext<Result>(
  tx: Transaction,
  binding: Binding,
  services: Services,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  return withEvents(tx, binding, services, (bound) => work(bind(tx, bound, services)));
}

async function withEvents<Result>(
  tx: Transaction,
  binding: Binding,
  services: Services,
  work: (bound: Bound) => Promise<Result>,
): Promise<Result> {
  const rulings = await services.readRulings(tx, binding.campaign);
  const emitted: EmittedEvent[] = [];
  const result = await work({ ...binding, rulings, emitted });
  await runEvents(emitted, services.registry);
  return result;
}

interface PersonBinding extends Omit<Binding, "actor"> {
  person: Member;
  chat: Chat;
  groupTitle?: string;
}

/** For work requested by a person. */
export const inPersonContext = <Result>(
  tx: Transaction,
  binding: PersonBinding,
  services: Services,
  work: (context: PersonContext) => Promise<Result>,
): Promise<Result> => {
  const { person, chat, groupTitle, ...rest } = binding;
  return withEvents(tx, { ...rest, actor: person.staffId }, services, (bound) =>
    work(bindPerson(tx, { ...bound, person, chat, ...(groupTitle === undefined ? {} : { groupTitle }) }, services)),
  );
};

function bindPerson(tx: Transaction, bound: Bound & PersonBinding, services: Services): PersonContext {
  const { person: own, chat, groupTitle, actsFor, campaign } = bound;
  const context = bind(tx, bound, services);
  const { onBehalf } = context;
  const { staffId } = own;
  const person: PersonContext = {
    ...context,
    person: onBehalf ? asOfDistrict(own, onBehalf.district) : own,
    chat,
    ...(groupTitle === undefined ? {} : { groupTitle }),
    place: chat.kind,
    dialogue: dialogueOf(tx, { ...bound, person: staffId, actsFor: onBehalf?.district }, services.dialogues),
    async reply(view) {
      const accepted = await acceptedView(context, view);
      await context.outbox.say(chat, ofCampaign(onBehalf ? sentOnBehalf(context, accepted) : accepted, campaign.id));
    },
    inPlaceOf: (district) =>
      actsFor || !onBehalfOf(campaign.definition, context.people, { person: staffId, district })
        ? person
        : bindPerson(tx, { ...bound, actsFor: { person: staffId, district } }, services),
  };
  return person;
}

/** An answer that quotes the question finds the campaign by it. */
const ofCampaign = (view: View, campaignId: string): View =>
  view.asks ? { ...view, asks: { ...view.asks, campaignId } } : view;

type Bound = Binding & { rulings: RulingsOverTime; rulingsAsOf?: Date; emitted: EmittedEvent[] };

function bind(tx: Transaction, bound: Bound, services: Services): Context {
  const { campaign, now, rulings, emitted, actsFor } = bound;
  const actor = bound.actor ?? "system";
  const people = peopleOn(services.campaigns.membershipsOf(campaign.id), dayOf(now));
  const onBehalf = actsFor && onBehalfOf(campaign.definition, people, actsFor);
  const context: Context = {
    tx,
    now,
    campaign,
    rulings: rulingsAt(rulings, bound.rulingsAsOf ?? now),
    rulingsOverTime: rulings,
    people: onBehalf && actsFor ? withActing(people, actsFor) : people,
    actor,
    ...(onBehalf ? { onBehalf } : {}),
    outbox: outboxOf(tx, { campaign, now }, services),
    cards: cardsOf(tx, { ...bound, actsFor: onBehalf && actsFor }, services.cards),
    drafts: draftsOf(tx, {
      campaign,
      drafts: services.drafts,
      changed: ({ kind, district }) => context.emit(draftChanged, { kind, district }),
    }),
    personal: {
      store: (value) => services.personal.store(tx, campaign.id, value),
      read: (refs) => services.personal.read(tx, refs),
    },
    files: services.files,
    eraseFiles: (hashes) =>
      services.afterCommit(tx, () => {
        for (const hash of hashes) void services.files.erase(hash).catch(() => undefined);
      }),
    findByMobile: services.findByMobile,
    askReaders: services.askReaders,
    ...pageOf(campaign, services),
    endTalk: async (person) => {
      await dialogueOf(tx, { person, campaign, now }, services.dialogues).close();
    },
    commands: services.registry.commands,
    enforces: services.registry.enforces,
    withJournal(entry, work) {
      // Reads have no rows.
      const isChange = (entry.rows ?? []).length > 0;
      if (actor !== "system" && isChange && !entry.whenClosed) requireOpen(campaign);
      const { whenClosed: _, ...act } = entry;
      if (onBehalf && isChange) context.emit(doneOnBehalf, { ...onBehalf, action: act.action, caseId: act.caseId });
      return withJournal(tx, { ...act, campaignId: campaign.id, at: now, actor }, work);
    },
    emit: ({ name }, payload) => void emitted.push({ context, name, payload }),
    async contributions(point, input) {
      const parts = services.registry.extensionsOf(point.name).map(
        ({ contribute }) =>
          () =>
            contribute(context, input),
      );
      // `extend` ties the types of point and contribution; the registry stores only the name.
      return (await contributed(point, parts)) as never[];
    },
    replan: (under = {}) =>
      planMoments(tx, under.campaign ?? campaign, {
        kinds: services.registry.dueKinds,
        now,
        rulings: under.rulings ?? rulings,
        memberships: services.campaigns.membershipsOf(campaign.id),
      }),
    underRulings: (steps, at) =>
      bind(tx, { ...bound, rulings: steps, ...(at === undefined ? {} : { rulingsAsOf: at }) }, services),
    rehearse: (until, work) => services.rehearse(tx, { campaignId: campaign.id, from: now, until }, work),
    reload: () => services.campaigns.sync(tx),
    lookBack: (at, caseId, work) =>
      services.lookBack({ campaignId: campaign.id, until: at, caseId }, async (past) => {
        const then = await campaignThen(past, campaign, at);
        const rulings = await services.readRulings(past, then);
        return work(bind(past, { campaign: then, now: at, rulings, emitted: [] }, services));
      }),
  };
  return context;
}

const pageOf = ({ id }: RunningCampaign, { linkTo }: Services): Pick<Context, "pageOf"> =>
  linkTo ? { pageOf: (person, until) => linkTo({ campaign: id, person, until: until.toISOString() }) } : {};

function cardsOf(tx: Transaction, { campaign, now, pressedCard, actsFor }: Binding, cards: Cards): CampaignCards {
  const campaignId = campaign.id;
  /** Only the card of who acts is used for the district. */
  const forDistrict = (to: Chat | StaffId) => (to === actsFor?.person ? { actsFor: actsFor.district } : {});
  const when = pressedCard === undefined ? { now } : { now, except: pressedCard };
  return {
    interactive: cards.interactive,
    formRoom: cards.formRoom,
    show: (to, card) => cards.show(tx, chatOf(to), { campaignId, ...card, ...forDistrict(to) }),
    showAll: (to, card) => cards.showAll(tx, to, { campaignId, ...card }),
    async withdraw(card) {
      await cards.withdrawUnsent(tx, { campaignId, ...card });
      await cards.refresh(tx, campaignId, [card], when);
    },
    showOnce: (to, card) => cards.showOnce(tx, chatOf(to), { campaignId, ...card, ...forDistrict(to) }),
    refresh: (...choices) => cards.refresh(tx, campaignId, choices, when),
    // Also the pressed card: the press may have changed what it shows without being its own act.
    refreshLater: (...choices) => cards.refreshLater(tx, campaignId, choices, { now }),
    wasShown: async (which) => (await tx.card.findFirst({ where: { campaignId, ...which } })) !== null,
    async refreshAllOf(person) {
      const own = { campaignId, chat: chatKey(chatOf(person)), state: "live" };
      await tx.card.updateMany({ where: { ...own, deliveredVersion: 0 }, data: { state: "retired" } });
      await cards.refresh(tx, campaignId, await tx.card.findMany({ where: own }), when);
    },
  };
}

interface DraftsOf {
  campaign: RunningCampaign;
  drafts: Drafts;
  changed(draft: Pick<Draft, "kind" | "district">): void;
}

const draftsOf = (tx: Transaction, { campaign, drafts, changed }: DraftsOf): CampaignDrafts => ({
  async start(draft) {
    requireOpen(campaign);
    const started = await drafts.start(tx, { campaignId: campaign.id, ...draft });
    changed(started);
    return started;
  },
  async read(id) {
    const draft = await drafts.read(tx, id);
    return draft?.campaignId === campaign.id ? draft : undefined;
  },
  unfinished: (draft) => drafts.unfinished(tx, { campaignId: campaign.id, ...draft }),
  async save(draft, change) {
    requireOpen(campaign);
    changed(draft);
    return drafts.save(tx, draft, change);
  },
});

function dialogueOf(
  tx: Transaction,
  {
    person,
    campaign,
    now,
    actsFor,
  }: { person: StaffId; actsFor?: string | undefined } & Pick<Binding, "campaign" | "now">,
  dialogues: Dialogues,
): PersonDialogue {
  const campaignId = campaign.id;
  const current = async () => {
    const open = await dialogues.current(tx, person);
    return (open?.campaignId ?? campaignId) === campaignId ? open : undefined;
  };
  return {
    current,
    async open(kind, state) {
      requireOpen(campaign);
      const inPlaceOf = actsFor === undefined ? {} : { actsFor };
      await dialogues.open(tx, person, { kind, state, campaignId, answeredAt: now, ...inPlaceOf });
    },
    touch: () => dialogues.touch(tx, person, now),
    close: async (kind) => ((await current()) ? dialogues.close(tx, person, kind) : false),
  };
}
