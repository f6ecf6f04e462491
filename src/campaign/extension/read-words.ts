import { z } from "zod";
import { cleanLine } from "../../platform/conversation/plain.ts";
import { type CivilDate, dayOf, isCivilDate } from "../../shared/civil-date.ts";
import { RefusalError } from "../../shared/refusal-error.ts";
import { ownDistricts } from "../application/work-district.ts";
import { districtsOn } from "../definition/districts.ts";
import type { District } from "../definition/purposes.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { PersonContext } from "../engine/context.ts";
import type { CommandRequest } from "../engine/feature.ts";
import { type Extended, ofSubject } from "./extension.ts";
import { extensionPhrases as phrases } from "./phrases.ts";
import { extendable } from "./rules.ts";
import {
  dayFirst,
  labelledReason,
  letterBody,
  linesBeside,
  namedWithin,
  reasonBefore,
  reasonIn,
  untilIn,
  withPlainNumbers,
} from "./said.ts";

/** What is said of an extension: whose, until when, why. */
export interface Said extends Extended {
  until?: CivilDate;
  /** Empty if none is given. */
  reason: string;
  /** 理由：… says itself what it is. */
  isLed?: true;
  /** A letter: how it was read is shown before anything is sent. */
  isLetter?: true;
  /** What was sent with it and is recorded nowhere. */
  beside?: readonly string[];
}

/** 申请延期至…, 申请延期推荐名单到…: said without a pause. */
const RUN_ON = new RegExp(`^\\s*(?:嗯|我们?|想|要|请)*${phrases.askWord()}(?=\\p{Script=Han})`, "u");
/** 我们推荐名单想申请延期到…: the name first. */
const ASKS_FOR =
  /^(?:的|我们?|报送|时间|日期|[，,\s]|想|要|拟|需要?|请|得)*(?:申请)?(?:延期|延|推迟|顺延)(?:报送)?(?:到|至)/u;
const LED = /^(?:[嗯呃额哦那个，,\s]|我们?(?:区|县|市)?|咱们?|请?(?:把|将))*/u;

/** @param names of what can be extended */
export const asksRunOn = (text: string, names: readonly string[]): boolean => {
  const said = text.replace(LED, "");
  const first = names.find((name) => said.startsWith(name));
  if (first !== undefined && ASKS_FOR.test(said.slice(first.length))) return true;
  if (letterBody(text) !== undefined && text.split(CLAUSE).some((clause) => asksWithin(clause, names))) return true;
  const rest = RUN_ON.test(text) ? text.replace(RUN_ON, "") : undefined;
  return rest !== undefined && (UNTIL.test(rest) || names.some((name) => rest.startsWith(name)));
};

/** 至…, 我们材料来不及能不能延到…: the day is named. */
const UNTIL = /^[至到]|(?:延期?|推迟|顺延)(?:到|至)\s*[\d一二三四五六七八九十下]/u;
const CLAUSE = /[，,。；;！!\n]+/u;
const OWN = /^\s*(?:现|特|拟|故|为此)?(?:将|把)?(?:[我本](?:区|县|市)的?)?/u;

/** 我区推荐名单申请延期到…, a clause of a letter. */
function asksWithin(clause: string, names: readonly string[]): boolean {
  const said = clause.replace(OWN, "");
  const name = names.find((one) => said.startsWith(one));
  return name !== undefined && ASKS_FOR.test(said.slice(name.length));
}

const values = z.object({ until: z.string().optional(), reason: z.string().optional() }).catch({});

/**
 * 推荐名单 10月11日 正在盖章; of a card its subject and fields. The organizer names the district, an officer of several
 * too.
 * @param isOpen whether a day can still be put off
 * @throws {RefusalError} if the district is another's, it is not clear which is meant, or there is no such day
 */
export function readSaid(
  context: PersonContext,
  { subject, values: filled, verbatim }: CommandRequest,
  isOpen: (of: Extended) => boolean = () => true,
): Said {
  if (subject !== undefined) {
    const { until = "", reason = "" } = values.parse(filled);
    const day = until.slice(0, 10);
    return { ...ofCard(context, subject), ...(isCivilDate(day) ? { until: day } : {}), reason: cleanLine(reason) };
  }
  const written = dayFirst(withPlainNumbers(verbatim.replace(RUN_ON, "")));
  const labelled = labelledReason(written);
  const letter = labelled ? undefined : letterBody(written);
  const typed = letter ?? written;
  const { until, head, rest } = splitAtDay(context, labelled?.asked ?? typed);
  const district = districtIn(context, head);
  const { id, name, aliases = [] } = deliverableIn(context, district, { head, isOpen });
  const whose = nameOf(context.campaign.definition.campaign.districts, district);
  const before = reasonBefore(head, [whose, whose.replace(/[区县市]$/u, ""), name, ...aliases]);
  const reason = labelled?.reason ?? [before, reasonIn(rest)].filter((one) => one !== "").join("；");
  const beside = linesBeside(withPlainNumbers(verbatim));
  const read = {
    district,
    deliverable: id,
    reason,
    beside,
    ...(labelled ? { isLed: true as const } : {}),
    ...(letter === undefined ? {} : { isLetter: true as const }),
  };
  return until === undefined ? read : { ...read, until };
}

/** @throws {RefusalError} if no card of ours has the subject, or the district is another's */
export function ofCard(context: PersonContext, subject: string): Extended {
  const of = ofSubject(subject);
  if (context.campaign.definition.campaign.deliverables.every(({ id }) => id !== of.deliverable))
    throw new RefusalError("extension.unknown", phrases.none());
  requireOwn(context, of.district);
  return of;
}

/** Whose and which, named anywhere in the words, and what else is said. @throws {RefusalError} as {@link readSaid} */
export function readNames(context: PersonContext, verbatim: string): { of: Extended; rest: string } {
  const district = districtIn(context, verbatim);
  const { id, name, aliases = [] } = deliverableIn(context, district, { head: verbatim });
  const whose = nameOf(context.campaign.definition.campaign.districts, district);
  const said = (words: readonly string[]): string =>
    words.toSorted((a, b) => b.length - a.length).find((word) => verbatim.includes(word)) ?? "";
  const rest = verbatim
    .replace(said([whose, whose.replace(/[区县市]$/u, "")]), "")
    .replace(said([name, ...aliases]), "")
    .replace(/^(?:延期|的|[\s，,。；;：:、])+/u, "");
  return { of: { district, deliverable: id }, rest: rest.trim() };
}

/**
 * @throws {RefusalError} for 9月31日, for a day that can be read in two ways, and for several of which it is not clear
 *   which is meant
 */
function splitAtDay({ campaign, now }: PersonContext, typed: string) {
  const split = untilIn(typed, { today: dayOf(now), year: campaign.definition.campaign.year.value });
  switch (split.kind) {
    case "none":
      return { until: undefined, head: typed, rest: "" };
    case "day":
      return split;
    case "noSuch":
      throw new RefusalError("extension.no-such-day", phrases.noSuchDay(split.said));
    case "unclear":
      throw new RefusalError("extension.unclear-day", phrases.unclearDay(split.said));
    case "several":
      throw new RefusalError("extension.several-days", phrases.severalDays(split.said));
  }
}

function districtIn(context: PersonContext, head: string): string {
  const { definition } = context.campaign;
  const all = districtsOn(definition, dayOf(context.now));
  const named = all.find(({ name }) => head.includes(name) || head.includes(name.replace(/[区县市]$/u, "")));
  const own = ownDistricts(context);
  if (named) {
    requireOwn(context, named.id);
    return named.id;
  }
  const [only, second] = own;
  if (only !== undefined && second === undefined) return only;
  const choices = all.filter(({ id }) => own.length === 0 || own.includes(id)).map(({ name }) => name);
  throw new RefusalError("extension.which-district", phrases.whichDistrict(choices, nounsOf(definition)), { choices });
}

/** Officers ask for the own district only; who has none speaks for the city. */
function requireOwn(context: PersonContext, district: string): void {
  const own = ownDistricts(context);
  if (own.length === 0 || own.includes(district)) return;
  const name = (id: string): string => nameOf(context.campaign.definition.campaign.districts, id);
  throw new RefusalError("extension.not-yours", phrases.notYours(name(district), own.map(name)));
}

const nameOf = (districts: readonly Pick<District, "id" | "name">[], id: string): string =>
  districts.find((one) => one.id === id)?.name ?? "";

/** @param said.isOpen whether it can still be put off: nothing else is offered */
function deliverableIn(
  context: PersonContext,
  district: string,
  { head, isOpen = () => true }: { head: string; isOpen?: (of: Extended) => boolean },
) {
  const known = extendable(context.campaign, district, context);
  const [named, other] = namedWithin(head, known);
  const open = known.filter(({ id }) => isOpen({ deliverable: id, district }));
  const all = open.length > 0 ? open : known;
  // Whose name the day belongs to is not known: none of them is offered with all of the words.
  if (named && other) throw new RefusalError("extension.several", phrases.several(named.name, other.name));
  const [only, second] = all;
  if (!only) throw new RefusalError("extension.nothing-dated", phrases.nothingDated());
  if (named || second === undefined) return named ?? only;
  const choices = all.map(({ name }) => name);
  throw new RefusalError("extension.which", phrases.which(choices), { choices, lacks: "day" });
}
