import { withoutFillers } from "../../../platform/conversation/spoken.ts";
import { RefusalError } from "../../../shared/refusal-error.ts";
import type { CommandListing } from "../command-listing.ts";
import type { PersonContext } from "../context.ts";
import type { Command } from "../feature.ts";
import { casesNamed } from "./extension-points.ts";
import { plainText } from "./match-command.ts";
import type { Suggestion } from "./suggest.ts";

/** In characters. */
const [MIN_WORDS, LONGEST, MIN_CONTENT, LABEL] = [2, 400, 6, 24];
/** So many signs of a command are no word of a sentence. */
const SURE = 4;

export interface Named {
  command: Pick<CommandListing, "words" | "alsoCalled" | "takesText" | "ofCase"> & Pick<Partial<Command>, "checks">;
  /** What is sent for it. */
  word: string;
  /** Signs of the words that were said. */
  said: number;
  from: number;
  to: number;
}

type Known = readonly Named["command"][];

/** What confirms something shown means nothing by itself. */
const CONFIRMS = /^确认/u;
/** 名单撤, 登记一下意见: the first sign of what is done stands for it, or the last one. */
const DONE_TO: readonly (readonly [verb: string, said: string])[] = [
  ["撤回", "撤回?"],
  ["登记", "登记|登"],
  ["修改", "修?改"],
  ["恢复", "恢复"],
  ["查看", "查?看"],
  ["提交", "提交"],
];
/** What is done comes before what is only named. */
const DOES = /^(?:申请|撤回|登记|修改|恢复|提交|报送|重新|删除)/u;
/** Between the two parts. */
const APART = "[^，,。；;\\n不没别未]{0,4}?";
const NOT_DONE = /(?:不|没有?|未|别|不用|不要|无需|无须)$/u;
const NOT_BEHIND = /^(?:不|没|未|过了|里|中的|上的)/u;

/** The commands whose words stand in the text, what says most first; of words within others the longer. */
export function namedIn(commands: Known, said: string): readonly Named[] {
  const all = commands.flatMap((command) => {
    const [usual] = command.words ?? [];
    if (usual === undefined) return [];
    const own = [...(command.words ?? []), ...(command.alsoCalled ?? [])].filter(
      (word) => word.length >= MIN_WORDS && !CONFIRMS.test(word),
    );
    const spans = own.flatMap((word) => {
      const from = said.indexOf(word);
      if (from >= 0) return [{ from, to: from + word.length, word }];
      const apart = apartIn(said, word);
      return apart ? [{ ...apart, word }] : [];
    });
    return spans.map(
      ({ from, to, word }): Named => ({
        ...{ command, from, to },
        said: word.length,
        // 再报一个 as it was said; 定稿吧 is none of the words that are shown.
        word: word.length >= SURE && command.words?.includes(word) && !word.endsWith("吧") ? word : usual,
      }),
    );
  });
  const isSaid = ({ from, to }: Named): boolean =>
    !NOT_DONE.test(said.slice(0, from)) && !NOT_BEHIND.test(said.slice(to));
  const longest = all.filter(
    (one) => isSaid(one) && !all.some((other) => lengthOf(other) > lengthOf(one) && overlaps(one, other)),
  );
  return longest
    .filter((one, at) => longest.findIndex(({ command }) => command === one.command) === at)
    .toSorted(
      (one, other) =>
        Number(DOES.test(other.word)) - Number(DOES.test(one.word)) ||
        lengthOf(other) - lengthOf(one) ||
        one.from - other.from,
    );
}

const lengthOf = ({ said }: Named): number => said;
const overlaps = (one: Named, other: Named): boolean => one.from < other.to && other.from < one.to;

/** 名单…撤, 登记一下意见: what is done, and to what, in either order. */
function apartIn(said: string, word: string): { from: number; to: number } | undefined {
  const [verb, verbSaid] = DONE_TO.find(([one]) => word.startsWith(one)) ?? [];
  const object = verb === undefined ? "" : word.slice(verb.length);
  if (verbSaid === undefined || object.length < MIN_WORDS) return undefined;
  const found = new RegExp(`(?:${verbSaid})${APART}${object}|${object}${APART}(?:${verbSaid})`, "u").exec(said);
  return found ? { from: found.index, to: found.index + found[0].length } : undefined;
}

/** Words that are a command beyond doubt stand in the sentence. */
export const namesCommand = (commands: Known, text: string): boolean =>
  namedIn(commands, plainText(withoutFillers(text))).some(({ said }) => said >= SURE);

const LEADS = /^(?:[\s，,。:：、的了吧]|一下|那个|这个)+/u;
const ENDS = /[\s，,。！!]+$/u;

/**
 * What a sentence that nothing took is for, by the words of commands and the names of cases in it: each command with
 * the case and the text that it takes, to be sent.
 */
export async function namedOffers(
  context: PersonContext,
  text: string,
  commands: Known,
): Promise<readonly (Suggestion & { isSure: boolean })[]> {
  const said = plainText(withoutFillers(text));
  if ([...said].length > LONGEST) return [];
  const cases = (await context.contributions(casesNamed, { text: said, asker: context })).flat();
  const [only, second] = cases;
  const name = second === undefined ? only : undefined;
  const offers: (Suggestion & { isSure: boolean })[] = [];
  for (const one of namedIn(commands, said)) {
    const offer = offerOf(one, said, name);
    const more = name === undefined ? undefined : behindCase(one, said, name);
    const meant = more !== undefined && (await isTaken(context, one, more)) ? labelled(one.word, more) : offer;
    offers.push({ ...meant, isSure: one.said >= SURE || meant.typed !== one.word });
  }
  return offers;
}

/** 初评鹿山 3-4 2: the name in full, and what stands behind the part of it. */
function behindCase({ command, to }: Named, said: string, name: string): string | undefined {
  if (!command.ofCase || !command.takesText) return undefined;
  const behind = said.slice(to).replace(LEADS, "");
  const length = Array.from(name).findIndex((sign, at) => behind[at] !== sign);
  const rest = length < 0 ? behind.slice(name.length) : behind.slice(length);
  const text = rest.replace(LEADS, "").replace(ENDS, "");
  return (length >= 0 && length < MIN_WORDS) || text === "" ? undefined : `${name} ${text}`;
}

/** Whether the command would carry it out. */
async function isTaken(context: PersonContext, { command: { checks } }: Named, words: string): Promise<boolean> {
  if (!checks) return false;
  try {
    await checks(context, words);
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

const labelled = (word: string, behind: string): Suggestion => {
  const typed = `${word} ${behind}`;
  const signs = [...typed];
  return { label: signs.length > LABEL ? `${signs.slice(0, LABEL).join("")}……` : typed, typed };
};

function offerOf({ command, word, to }: Named, said: string, name: string | undefined): Suggestion {
  if (command.ofCase) {
    const typed = name === undefined ? word : `${word} ${name}`;
    return { label: typed, typed };
  }
  const behind = said.slice(to).replace(LEADS, "").replace(ENDS, "");
  const isContent = command.takesText && behind.length >= MIN_CONTENT && !/[?？]|怎么|如何/u.test(behind);
  return isContent ? labelled(word, behind) : { label: word, typed: word };
}
