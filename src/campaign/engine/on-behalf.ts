import type { LiveCard } from "../../platform/chat/cards.ts";
import { chatOfKey } from "../../platform/chat/chat-key.ts";
import type { Action, View } from "../../platform/chat/view.ts";
import type { StaffId } from "../../shared/brand.ts";
import { mayUse } from "../definition/capabilities.ts";
import type { Definition } from "../definition/definition.ts";
import { districtName } from "../definition/districts.ts";
import { type Member, memberOf } from "../directory/member.ts";
import { type ActsFor, mayActForDistricts, type OnBehalf } from "../directory/on-behalf.ts";
import { namesOf } from "../directory/store.ts";
import type { Context, PersonContext } from "./context.ts";
import { matchCommand } from "./dispatch/match-command.ts";
import { event } from "./events.ts";
import type { Command } from "./feature.ts";
import { onBehalfPhrases } from "./on-behalf-phrases.ts";

/** Something was changed for a district by who is not of it. `action`: of the journal entry, e.g. review.scored. */
export const doneOnBehalf = event<OnBehalf & { action: string; caseId: string | undefined }>("engine.done-on-behalf");

/** Whose work the card in somebody's direct chat is used for. */
export function actsForOf({ chat, actsFor }: Pick<LiveCard, "chat" | "actsFor">): ActsFor | undefined {
  const place = chatOfKey(chat);
  return place.kind === "direct" && actsFor !== null ? { person: place.person, district: actsFor } : undefined;
}

/** A command that districts type, said by who may do it for them. */
export const isForDistricts = (definition: Definition, person: Member, command: Command): boolean =>
  command.words !== undefined &&
  mayActForDistricts(definition, person) &&
  mayUse(definition, "districtOfficer", command.capability);

/** Districts whose work may be a person's; undefined: of who may act for them, every district's. */
export function workDistrictsOf({ campaign, people }: Pick<Context, "campaign" | "people">, person: StaffId) {
  const member = memberOf(people, person);
  if (member && mayActForDistricts(campaign.definition, member)) return undefined;
  return member?.roles.flatMap(({ district }) => district ?? []) ?? [];
}

/** Who answers for what is stored, where the actor enters it for the district; null: who enters it. */
export const responsibleIn = ({ onBehalf }: Pick<Context, "onBehalf">): StaffId | null => onBehalf?.responsible ?? null;

/** Who entered something for a district without being of it, and who answers for it. */
export interface EnteredFor {
  by: string;
  responsible: string;
}

export const enteredFor = (
  by: string | null | undefined,
  responsible: string | null | undefined,
): EnteredFor | undefined => (by && responsible ? { by, responsible } : undefined);

/** 由马小涵代填，由柯桥区经办人1负责: beside what was entered for a district. None for what a district entered itself. */
export async function onBehalfLine(
  { tx, people }: Pick<Context, "tx" | "people">,
  entered: EnteredFor | undefined,
): Promise<string | undefined> {
  if (!entered) return undefined;
  const known = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]));
  const ids = [entered.by, entered.responsible];
  const names = ids.every((id) => known.has(id)) ? known : await namesOf(tx, ids as StaffId[]);
  const [by = "", responsible = ""] = ids.map((id) => names.get(id) ?? id);
  return onBehalfPhrases.by(by, responsible);
}

/** A message to who acts for a district: the commands that its buttons send, and an answer that quotes it, are too. */
export function sentOnBehalf({ campaign, commands, onBehalf }: Context, view: View): View {
  if (!onBehalf) return view;
  const { district } = onBehalf;
  const name = districtName(campaign.definition, district);
  const isCommand = (typed: string) =>
    commands.some(({ words = [] }) => words.some((word) => typed === word || typed.startsWith(`${word} `)));
  const forDistrict = (action: Action): Action =>
    isCommand(action.typed) ? { ...action, typed: onBehalfPhrases.typed(name, action.typed) } : action;
  return {
    ...view,
    actions: view.actions.map(forDistrict),
    ...(view.asks ? { asks: { ...view.asks, actsFor: district } } : {}),
  };
}

/** Words of a command as they are sent for the district. */
export const wordsFor = ({ campaign, onBehalf }: Context, words: string): string =>
  onBehalf ? onBehalfPhrases.typed(districtName(campaign.definition, onBehalf.district), words) : words;

/** A card of who acts for a district says so. */
export function actingView({ campaign, people, onBehalf }: Context, view: View): View {
  if (!onBehalf) return view;
  const responsible = memberOf(people, onBehalf.responsible)?.name ?? "";
  const line = onBehalfPhrases.acting(districtName(campaign.definition, onBehalf.district), responsible);
  return { ...view, footnote: [line, view.footnote].filter(Boolean).join("") };
}

/** What was said, and in which context it is done. */
export interface Delegated<Spoken> {
  context: PersonContext;
  spoken: Spoken;
}

interface Spoken {
  command: Command;
  rest: string;
  verbatim: string;
  words?: string;
}

/**
 * 代填 柯桥区 初评 锦绣花园: the command behind the district, done for it. Without a command behind it it
 * is the usual one, without a district the words stay as they are.
 */
export function delegated(context: PersonContext, spoken: Spoken, commands: readonly Command[]): Delegated<Spoken> {
  const named = spoken.command.delegates ? districtFirst(context.campaign.definition, spoken.verbatim) : undefined;
  if (!named) return { context, spoken };
  const own = context.inPlaceOf(named.district);
  const inner = matchCommand(commands, named.rest);
  if (inner && !inner.command.delegates) return { context: own, spoken: inner };
  const known = commands.find(({ recognises }) => recognises?.(own, named.rest));
  if (known) return { context: own, spoken: { command: known, rest: named.rest, verbatim: named.rest } };
  const usual = commands.find(({ id }) => id === spoken.command.delegates) ?? spoken.command;
  return { context: own, spoken: { ...spoken, command: usual, rest: named.rest, verbatim: named.rest } };
}

/** The district that the words begin with, and what follows. */
function districtFirst({ campaign }: Definition, words: string): { district: string; rest: string } | undefined {
  const said = words.trim();
  const [found] = campaign.districts
    .filter(({ name }) => said.startsWith(name))
    .toSorted((one, other) => other.name.length - one.name.length);
  return found && { district: found.id, rest: said.slice(found.name.length).replace(/^[\s:,;、，：；。]+/u, "") };
}
