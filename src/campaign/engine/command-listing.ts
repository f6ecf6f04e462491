import type { Definition } from "../definition/definition.ts";
import { offers } from "../definition/purposes.ts";
import type { Step } from "../definition/schema/purposes.ts";
import type { Capability } from "../definition/schema/roles.ts";
import { type Member, mayMember } from "../directory/member.ts";
import { districtScope } from "../directory/scope.ts";

/**
 * What is accepted until 公布 only: it leads to a place on the city's list. `listSettled`: it leads to the list itself, and is
 * accepted again once something on the published list has fallen out.
 */
export type AcceptedUntil = "publication" | "listSettled";

/** Description of a command, for 帮助, suggestions and the dispatcher. */
export interface CommandListing {
  /** `<part>.<verb>`; id of the button's action. */
  id: string;
  /** Words to type, the usual one first; undefined: button only. */
  words?: readonly string[];
  /** What people call it besides: these suggest it, and mean it behind the name of its object: 雅苑打分. */
  alsoCalled?: readonly string[];
  /** Letters that stand for it besides the initials of its words: tj for 提交定稿. */
  abbreviations?: readonly string[];
  capability: Capability;
  /** Other capabilities that allow it as well. */
  or?: Capability | readonly Capability[];
  /** `write`: a press requires the card's current version. */
  effect: "read" | "write";
  /** Line in 帮助; undefined: not listed. */
  help?: CommandHelp;
  /** Required step of the campaign, any one if several; default: that of `help`. See {@link isOffered}. */
  step?: Step | readonly Step[];
  /** Further condition. False: the campaign lacks the part, and the command is refused. */
  offeredWhen?(definition: Definition): boolean;
  /** Allows the command in a closed campaign. */
  whenClosed?: boolean;
  /** Until when it is accepted; left out: until the campaign is closed. */
  until?: AcceptedUntil;
  /** Always takes an object, without a blank if desired: 依据要求8. */
  joined?: boolean;
  /** Takes a text of any length after a blank or colon, also while another question is open: 工作报告 …, 广播 …. */
  takesText?: boolean;
  /** What stands behind its words is a case: 初评 雅苑. */
  ofCase?: true;
  /**
   * Reads 八号不对十号 within its words itself, or shows all of them before anything is recorded. Left out: what corrects
   * itself is asked about before the command runs.
   */
  readsCorrections?: true;
  /** Independent of the campaign: members of several are not asked for one. */
  anyCampaign?: boolean;
  /** Says where one stands: suggested where nothing else is near. */
  orients?: true;
  /** Restricts the command to one kind of chat; elsewhere it is refused with a hint. */
  onlyIn?: "direct" | "group";
  /** Earlier parts with its button on their cards. */
  offeredBy?: readonly string[];
}

export interface CommandHelp {
  /** Example to copy, valid in this definition. */
  example: HelpWords;
  purpose: HelpWords;
  /** What people write most in its dialogue, for 帮助 with its name behind it. */
  usual?: (definition: Definition) => readonly UsualWords[];
  /** Not listed for who may use it only by {@link CommandListing.or}. */
  ownOnly?: true;
  /** Not listed for who may use it at assigned sites only, while none is assigned. */
  notAtSites?: true;
  /** Listed for who may use it for all districts only; others are refused. */
  allDistricts?: true;
  /** Without a button in 帮助: it means something only while an answer is awaited or with an object, or is rarely needed. */
  withoutButton?: true;
  /** Listed until then only, though it can be said later. */
  until?: AcceptedUntil;
  /** Listed in stages with this step, any one if several; default: always. */
  step?: Step | readonly Step[];
}

/** Examples as they can be sent, and how they are read. */
export interface UsualWords {
  said: readonly string[];
  read: string;
}

/** Text that can depend on the campaign's nouns. */
export type HelpWords = string | ((definition: Definition) => string);

export const helpWords = (words: HelpWords, definition: Definition): string =>
  typeof words === "string" ? words : words(definition);

/** Whether the person may use the command, in any scope. */
export const mayUseCommand = (
  definition: Definition,
  member: Member,
  { capability, or }: Pick<CommandListing, "capability" | "or">,
): boolean => [capability, or ?? []].flat().some((one) => mayMember(definition, member, one));

/** Whether 帮助 lists it for the person. */
export function isListedFor(definition: Definition, member: Member, command: CommandListing): boolean {
  const { capability, help } = command;
  const hasSites = (member.sites ?? []).length > 0;
  if (help?.notAtSites && !hasSites && districtScope(definition, member, capability).length === 0) return false;
  if (help?.allDistricts && districtScope(definition, member, capability) !== "all") return false;
  return help?.ownOnly ? mayMember(definition, member, capability) : mayUseCommand(definition, member, command);
}

/** False: the campaign lacks the command's part, so it is neither suggested nor accepted. */
export function isOffered(
  definition: Definition,
  { step, help, offeredWhen }: Pick<CommandListing, "step" | "help" | "offeredWhen">,
): boolean {
  const steps = [step ?? help?.step ?? []].flat();
  const hasStep = steps.length === 0 || steps.some((one) => offers(definition, one));
  return hasStep && (offeredWhen?.(definition) ?? true);
}
