import { z } from "zod";
import { textView, type View } from "../../platform/chat/view.ts";
import { type FoundDate, findDates } from "../../platform/conversation/answers/find-dates.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { workDistrict } from "../application/work-district.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { districtName, districtsOn } from "../definition/districts.ts";
import { deliverableFor, offers, stagesWith } from "../definition/purposes.ts";
import { sourceWords } from "../definition/source-words.ts";
import { dayWordsIn } from "../definition/wording.ts";
import { districtScope, isWithin } from "../directory/scope.ts";
import type { Context, PersonContext } from "../engine/context.ts";
import {
  type CardRenderer,
  type Command,
  type CommandRequest,
  extend,
  type Feature,
  redrawOn,
} from "../engine/feature.ts";
import { deliveryChanged } from "../stage/events.ts";
import { officialCardPart } from "../stage/extension-points.ts";
import { type CheckIn, WAYS, type Way } from "./check-in.ts";
import { checkInPhrases as phrases } from "./phrases.ts";
import { beginsWithDay, problemWith, wayIn } from "./rules.ts";
import { checkInsOf, checkInTable, recordCheckIn } from "./store.ts";

/** Subject: the district. */
const CARD = "check-in.own";
const RECORD = "check-in.record";

const isAsked = (definition: Definition): boolean =>
  offers(definition, "checkIn") && deliverableFor(definition, "checkIn") !== undefined;

const filled = z.object({ on: z.string().optional(), way: z.enum(WAYS).optional() }).catch({});

/** 已汇报 8月15日 书面: the only question of the stage; it is not owed. */
const record: Command = {
  id: RECORD,
  words: [phrases.recordWord(), phrases.recordLabel()],
  capability: "application.fill",
  effect: "write",
  help: { example: phrases.recordWord(), purpose: phrases.recordPurpose(), step: "checkIn" },
  offeredWhen: isAsked,
  onlyIn: "direct",
  owns: beginsWithDay,
  async handle(context, request) {
    const among = districtsOn(context.campaign.definition, dayOf(context.now)).map(({ id }) => id);
    const district = workDistrict(context, request, { word: phrases.recordWord(), among });
    const said = saidIn(context, request);
    if (!said) {
      await context.cards.show(context.person.staffId, { kind: CARD, subject: district });
      return {};
    }
    await recordCheckIn(context, { district, ...said });
    const sentence = phrases.recorded(dayWordsIn(context.campaign.definition, said.on), said.way);
    await context.cards.refresh({ kind: CARD, subject: district });
    const title = phrases.title(districtName(context.campaign.definition, district));
    return { reply: textView(title, sentence, { tone: "done" }), toast: sentence, changed: true };
  },
};

/** @throws {RefusalError} if the day or the way is missing or cannot be; undefined: nothing is said yet */
function saidIn(context: PersonContext, request: CommandRequest): Omit<CheckIn, "district"> | undefined {
  const read = Object.keys(request.values).length > 0 ? fromForm(request) : fromWords(context, request);
  if (!read) return undefined;
  const { definition } = context.campaign;
  if (read.on === undefined) throw new RefusalError("check-in.no-day", phrases.noDay());
  const day = dayWordsIn(definition, read.on);
  const problem = problemWith(read.on, { now: context.now, year: definition.campaign.year.value });
  if (problem) throw new RefusalError(`check-in.${problem}`, phrases[problem](day));
  if (read.way === undefined) throw new RefusalError("check-in.no-way", phrases.noWay());
  return { on: read.on, way: read.way };
}

interface Read {
  on: CivilDate | undefined;
  way: Way | undefined;
}

function fromForm({ values }: CommandRequest): Read {
  const { on = "", way } = filled.parse(values);
  const day = on.slice(0, 10);
  return { on: isCivilDate(day) ? day : undefined, way };
}

function fromWords({ campaign, now }: PersonContext, { verbatim, subject }: CommandRequest): Read | undefined {
  const typed = verbatim.normalize("NFKC");
  const when = { today: dayOf(now), year: campaign.definition.campaign.year.value };
  const found = findDates(typed, when);
  const [first] = found;
  if (first && first.readings.length === 0)
    throw new RefusalError("check-in.no-such-day", phrases.noSuchDay(first.text));
  requireOne(campaign.definition, typed, found);
  const way = wayIn(first ? typed.slice(first.to) : typed);
  if (subject !== undefined || (!first && way === undefined)) return undefined;
  return { on: first?.readings[0], way };
}

/** One day is recorded. @throws {RefusalError} for more than one, with each as it can be sent */
function requireOne(definition: Definition, typed: string, found: readonly FoundDate[]): void {
  const told = found.flatMap(({ readings: [on], to }, at) => {
    const way = wayIn(typed.slice(to, found[at + 1]?.from));
    return on === undefined ? [] : [{ on, way }];
  });
  if (new Set(told.map(({ on }) => on)).size < 2) return;
  const typedFor = told.map(({ on, way }) =>
    [phrases.recordWord(), dayWordsIn(definition, on), way === undefined ? "" : phrases.way(way)].join(" ").trim(),
  );
  throw new RefusalError("check-in.several-days", phrases.severalDays(typedFor), { asks: { typed: typedFor } });
}

/** 汇报情况: who has recorded it. Nobody is said to be missing. */
const list: Command = {
  id: "check-in.list",
  words: [phrases.listWord()],
  capability: "progress.see",
  effect: "read",
  help: { example: phrases.listWord(), purpose: phrases.listPurpose(), step: "checkIn" },
  offeredWhen: isAsked,
  onlyIn: "direct",
  async handle(context) {
    const { definition } = context.campaign;
    const scope = districtScope(definition, context.person, "progress.see");
    const items = [...(await checkInsOf(context)).values()]
      .filter(({ district }) => isWithin(scope, district))
      .map(({ district, on, way }) =>
        phrases.line(districtName(definition, district), dayWordsIn(definition, on), way),
      );
    if (items.length === 0) return { reply: textView(phrases.listTitle(), phrases.none()) };
    return { reply: { ...textView(phrases.listTitle(), ""), body: [{ kind: "list", items }] } };
  },
};

const renderer: CardRenderer = {
  kind: CARD,
  redrawOn: [redrawOn(deliveryChanged, ({ district }) => district ?? [])],
  district: async (_, { subject }) => subject,
  render: (context, { subject }) => ownView(context, subject),
};

async function ownView(context: Context, district: string): Promise<View> {
  const { campaign, cards } = context;
  const { definition } = campaign;
  const known = (await checkInsOf(context)).get(district);
  const day = (on: CivilDate): string => dayWordsIn(definition, on);
  const line = deliverableFor(definition, "checkIn")?.line ?? [];
  const texts = [
    ...(known ? [phrases.recorded(day(known.on), known.way)] : []),
    ...(campaign.closedAt ? [] : [phrases.ask(), phrases.typedHint(day(exampleDay(definition)))]),
  ];
  return {
    title: phrases.title(districtName(definition, district)),
    tone: known ? "done" : "running",
    status: known ? phrases.done() : phrases.open(),
    body: texts.map((text) => ({ kind: "text", text })),
    actions: [],
    ...(cards.interactive && !campaign.closedAt ? { form: formOf(district, known) } : {}),
    footnote: phrases.footnote(sourceWords(definition, line)),
  };
}

/** A day of the stage: the card does not change with the date. */
function exampleDay(definition: Definition): CivilDate {
  const [stage] = stagesWith(definition, "checkIn");
  if (!stage) throw new Error("no stage asks for it");
  return stageWindow(definition, stage).from;
}

const formOf = (district: string, known: CheckIn | undefined): NonNullable<View["form"]> => ({
  id: "check-in",
  action: RECORD,
  subject: district,
  submitLabel: phrases.submit(),
  fields: [
    { name: "on", label: phrases.dayField(), kind: "date", required: true, ...(known ? { value: known.on } : {}) },
    {
      ...{ name: "way", label: phrases.wayField(), kind: "select" as const, required: true },
      options: WAYS.map((value) => ({ value, text: phrases.way(value) })),
      ...(known ? { value: known.way } : {}),
    },
  ],
});

/** On the card that opens the stage. */
const onStageCard = extend(officialCardPart, async (context, { stage, district }) => {
  const { definition, closedAt } = context.campaign;
  if (closedAt || !isAsked(definition) || !stagesWith(definition, "checkIn").some(({ id }) => id === stage))
    return undefined;
  const label = (await checkInsOf(context)).has(district) ? phrases.changeLabel() : phrases.recordLabel();
  return { actions: [{ id: RECORD, label, typed: phrases.recordWord(), look: "primary" as const, subject: district }] };
});

/** 宣传发动: one optional question, whether and when the district told its Party committee and government. */
export const checkInFeature: Feature = {
  commands: [record, list],
  renderers: [renderer],
  tables: [checkInTable],
  extensions: [onStageCard],
};
