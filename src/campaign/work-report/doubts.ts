import { correctionIn as correctionWithin } from "../../platform/conversation/correction-in-text.ts";
import { countWords } from "../../platform/conversation/count-words.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { contentsOf } from "./contents/contents.ts";
import { partsOfReport, reportAsked } from "./rules.ts";

/** A text below this length, in words, is asked about: 收到 is no report. */
export const SENSIBLE_WORDS = 30;

/** Why something is asked about before it counts as the report. */
export type Doubt =
  | { kind: "short"; words: number }
  /** Its stage has not begun. */
  | { kind: "early"; from: CivilDate }
  /** It is named after another paper of the campaign. */
  | { kind: "otherPaper"; paper: string }
  /** Much less than the version in force, whose place it would take. */
  | { kind: "less"; words: number; before: number }
  /** It has fewer of the parts than the version in force, whose place it would take. */
  | { kind: "fewerParts"; lacking: readonly string[] }
  /** 三十二个不对是三十六个: what is meant, the person has to write. */
  | { kind: "corrected"; said: string }
  /** Its title or file name has another district's name and not the own one. */
  | { kind: "otherDistrict"; name: string };

/** What was sent, as far as it can be told from its name and title. */
export interface Sent {
  /** Whose report it is to be, by id. */
  district: string;
  /** The text; of a file, what was read from it. */
  text?: string | undefined;
  fileName?: string;
  /** The text of the version in force. */
  before?: string | undefined;
}

/** Of the words of the version in force: a text with less is hardly a better one. */
const MOST_LEFT_OUT = 0.5;

/** A longer first line is no title. */
const MOST_OF_TITLE = 60;

export function doubtsAbout(definition: Definition, sent: Sent, now: Date): readonly Doubt[] {
  const report = reportAsked(definition);
  const { from } = stageWindow(definition, stageById(definition, report.stage));
  const { fileName, text = "" } = sent;
  const words = fileName === undefined ? countWords(text) : undefined;
  const before = sent.before === undefined ? 0 : countWords(sent.before);
  const [title = ""] = text.trim().split("\n");
  const named = fileName ?? title;
  const lacking = fileName === undefined ? lackingOf(definition, text, sent.before) : [];
  const elsewhere = otherDistrictIn(definition, sent.district, [
    ...(fileName === undefined ? [] : [fileName]),
    ...([...title].length <= MOST_OF_TITLE ? [title] : []),
  ]);
  const others = definition.campaign.deliverables.filter(({ id, owedBy }) => id !== report.id && owedBy === "district");
  const other = named.includes(report.name) ? undefined : others.find(({ name }) => named.includes(name));
  return [
    ...(words !== undefined && words < SENSIBLE_WORDS ? [{ kind: "short" as const, words }] : []),
    ...(words !== undefined && words < before * MOST_LEFT_OUT ? [{ kind: "less" as const, words, before }] : []),
    ...(lacking.length > 0 ? [{ kind: "fewerParts" as const, lacking }] : []),
    ...(fileName === undefined ? correctionIn(text) : []),
    ...(dayOf(now) < from ? [{ kind: "early" as const, from }] : []),
    ...(other && (words === undefined || named.startsWith(other.name))
      ? [{ kind: "otherPaper" as const, paper: other.name }]
      : []),
    ...(elsewhere === undefined ? [] : [{ kind: "otherDistrict" as const, name: elsewhere }]),
  ];
}

/** Behind it stands what was meant: 不对是三十六个, 说错了应该是. */
const CORRECTED =
  /[^。；\n，,]{0,12}(?:不对|(?:说|写|讲)错了|错了)[，,\s]*(?:不对[，,\s]*)?(?:[应还]该?是|是|应为)[^。；\n，,]{1,12}/u;

/** 更正：参加创建23个应为26个, on a line of its own. */
const NOTICE = /^[^\S\n]*(?:特此)?(?:更正|勘误|订正)(?:一下|如下)?\s*[:：][^\n]*$/mu;

/** Words that take back others within the text. */
export const takenBackIn = (text: string): string | undefined =>
  CORRECTED.exec(text)?.[0] ?? NOTICE.exec(text)?.[0].trim() ?? correctionWithin(text)?.said;

function correctionIn(text: string): Doubt[] {
  const said = takenBackIn(text);
  return said === undefined ? [] : [{ kind: "corrected", said }];
}

/** Of the parts of the version in force. */
const MOST_LACKING = 0.5;

/** Parts that the version in force has and the new one has not; one of several may only be called otherwise. */
function lackingOf(definition: Definition, text: string, before: string | undefined): readonly string[] {
  const written = (one: string): readonly string[] =>
    contentsOf(one, partsOfReport(definition)).flatMap(({ name, state }) => (state === "missing" ? [] : [name]));
  const now = written(text);
  const had = before === undefined ? [] : written(before);
  const lacking = had.filter((name) => !now.includes(name));
  return lacking.length < had.length * MOST_LACKING ? [] : lacking;
}

/** Another district that is named where the own one is not; 诸暨 for 诸暨市 too. */
function otherDistrictIn({ campaign }: Definition, own: string, places: readonly string[]): string | undefined {
  const names = (name: string, place: string) =>
    place.includes(name) || ([...name].length > 2 && place.includes([...name].slice(0, -1).join("")));
  const ownName = campaign.districts.find(({ id }) => id === own)?.name ?? "";
  const strange = places.filter((place) => !names(ownName, place));
  return campaign.districts.find(({ id, name }) => id !== own && strange.some((place) => names(name, place)))?.name;
}
