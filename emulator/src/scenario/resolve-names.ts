import type { EmulatorState } from "../contract/control.ts";
import { nearest } from "./nearest.ts";
import { type PlacedStep, type Problem, type Scenario, ScenarioError } from "./scenario.ts";

/** Resolves the names of a scenario in a running emulator. */
export interface ResolvedNames {
  userId(who: string): string;
  conversationId(group: string): string;
  /** The text without a leading @ of a bot, and whether there was one. */
  withoutMention(text: string): { text: string; at: boolean };
}

/** @throws ScenarioError naming every unknown person and group, with the closest known name */
export function resolveNames(
  { people, steps }: Scenario,
  { users, conversations, robots }: EmulatorState,
): ResolvedNames {
  const groups = conversations.filter(({ type }) => type === "group");
  const findUser = (who: string) => users.find(({ name, userId }) => name === who || userId === who);
  const findGroup = (group: string) =>
    groups.find(({ title, conversationId }) => title === group || conversationId === group);
  const names = users.flatMap(({ name, userId }) => [name, userId]);
  const titles = groups.map(({ title }) => title);
  const noPerson = (who: string, line: number): Problem[] =>
    findUser(who) === undefined ? [{ line, message: unknown("人员", who, names) }] : [];
  const problems = [
    ...people.flatMap((who) => noPerson(who, 1)),
    ...steps.flatMap(({ line, step }: PlacedStep): Problem[] => {
      if (!("who" in step)) return [];
      const noGroup = step.in !== undefined && findGroup(step.in) === undefined;
      return [
        ...noPerson(step.who, line),
        ...(noGroup ? [{ line, message: unknown("群", step.in ?? "", titles) }] : []),
      ];
    }),
  ];
  if (problems.length > 0) throw new ScenarioError(problems);
  return {
    userId: (who) => findUser(who)?.userId ?? who,
    conversationId: (group) => findGroup(group)?.conversationId ?? group,
    withoutMention: (text) => {
      const call = robots.map(({ name }) => `@${name}`).find((one) => text.startsWith(one));
      return call === undefined ? { text, at: false } : { text: text.slice(call.length).trim(), at: true };
    },
  };
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const alike = nearest(name, known);
  return `没有${what}「${name}」${alike === undefined ? "" : `，最接近的是「${alike}」`}。`;
}
