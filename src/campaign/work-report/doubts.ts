import { countWords } from "../../platform/conversation/count-words.ts";
import { type CivilDate, dayOf } from "../../shared/civil-date.ts";
import { stageById } from "../definition/deadlines.ts";
import { type Definition, stageWindow } from "../definition/definition.ts";
import { reportAsked } from "./rules.ts";

/** A text below this length, in words, is asked about: 收到 is no report. */
export const SENSIBLE_WORDS = 30;

/** Why something is asked about before it counts as the report. */
export type Doubt =
  | { kind: "short"; words: number }
  /** Its stage has not begun. */
  | { kind: "early"; from: CivilDate }
  /** It is named after another paper of the campaign. */
  | { kind: "otherPaper"; paper: string }
  /** Its title or file name has another district's name and not the own one. */
  | { kind: "otherDistrict"; name: string };

/** What was sent, as far as it can be told from its name and title. */
export interface Sent {
  /** Whose report it is to be, by id. */
  district: string;
  /** The text; of a file, what was read from it. */
  text?: string | undefined;
  fileName?: string;
}

/** A longer first line is no title. */
const MOST_OF_TITLE = 60;

export function doubtsAbout(definition: Definition, sent: Sent, now: Date): readonly Doubt[] {
  const report = reportAsked(definition);
  const { from } = stageWindow(definition, stageById(definition, report.stage));
  const { fileName, text = "" } = sent;
  const words = fileName === undefined ? countWords(text) : undefined;
  const [title = ""] = text.trim().split("\n");
  const named = fileName ?? title;
  const elsewhere = otherDistrictIn(definition, sent.district, [
    ...(fileName === undefined ? [] : [fileName]),
    ...([...title].length <= MOST_OF_TITLE ? [title] : []),
  ]);
  const others = definition.campaign.deliverables.filter(({ id, owedBy }) => id !== report.id && owedBy === "district");
  const other = named.includes(report.name) ? undefined : others.find(({ name }) => named.includes(name));
  return [
    ...(words !== undefined && words < SENSIBLE_WORDS ? [{ kind: "short" as const, words }] : []),
    ...(dayOf(now) < from ? [{ kind: "early" as const, from }] : []),
    ...(other && (words === undefined || named.startsWith(other.name))
      ? [{ kind: "otherPaper" as const, paper: other.name }]
      : []),
    ...(elsewhere === undefined ? [] : [{ kind: "otherDistrict" as const, name: elsewhere }]),
  ];
}

/** Another district that is named where the own one is not; 诸暨 for 诸暨市 too. */
function otherDistrictIn({ campaign }: Definition, own: string, places: readonly string[]): string | undefined {
  const names = (name: string, place: string) =>
    place.includes(name) || ([...name].length > 2 && place.includes([...name].slice(0, -1).join("")));
  const ownName = campaign.districts.find(({ id }) => id === own)?.name ?? "";
  const strange = places.filter((place) => !names(ownName, place));
  return campaign.districts.find(({ id, name }) => id !== own && strange.some((place) => names(name, place)))?.name;
}
