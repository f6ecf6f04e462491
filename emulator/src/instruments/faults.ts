import type { FaultRule } from "../contract/fault-rule.ts";

/** What a fault rule is matched against: a call from the bot, or a frame to it. */
export interface FaultTarget {
  direction: "toBot" | "fromBot";
  /** Paths of the call, as registered and as called, without its method. */
  apis?: readonly string[];
  method?: string;
  topic?: string;
  userIds?: readonly string[];
}

export interface Faults {
  add(rules: readonly FaultRule[]): void;
  clear(): void;
  rules(): readonly FaultRule[];
  /** The active rules, each with how often it may still apply; Infinity: without limit. */
  active(): readonly { rule: FaultRule; left: number }[];
  /** The first matching rule with one of these actions; uses up one of its times. */
  consume(target: FaultTarget, actions: readonly string[]): FaultRule | undefined;
}

/** @param onChange called when a rule is added, removed or used */
export function makeFaults({ random, onChange }: { random: () => number; onChange: () => void }): Faults {
  let pending: { rule: FaultRule; left: number }[] = [];
  return {
    add: (rules) => {
      pending.push(...rules.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY })));
      onChange();
    },
    clear: () => {
      pending = [];
      onChange();
    },
    rules: () => pending.map(({ rule }) => rule),
    active: () => pending.map((one) => ({ ...one })),
    consume: (target, actions) => {
      if (pending.length === 0) return undefined;
      const found = pending.find(({ rule }) => includesAction(actions, rule.action) && fits(rule.match, target));
      if (found === undefined || random() >= (found.rule.probability ?? 1)) return undefined;
      found.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      if (Number.isFinite(found.left)) onChange();
      return found.rule;
    },
  };
}

const includesAction = (actions: readonly string[], action: string): boolean =>
  actions.includes(action.startsWith("status:") ? "status" : action);

/** `api` and `topic` may end in `*`. A rule with an api never matches a frame, and vice versa. */
function fits(match: FaultRule["match"], target: FaultTarget): boolean {
  const { api, topic, userId, direction } = match;
  return (
    (api === undefined || (target.apis ?? []).some((path) => matchesCall(api, path, target.method))) &&
    (topic === undefined || matchesName(topic, target.topic)) &&
    (userId === undefined || (target.userIds ?? []).includes(userId)) &&
    (direction === undefined || direction === target.direction)
  );
}

/** @param wanted a path, optionally preceded by a method */
function matchesCall(wanted: string, path: string, method: string | undefined): boolean {
  const [, verb, name] = /^([A-Z]+) (.*)$/.exec(wanted) ?? [];
  return (verb === undefined || verb === method) && matchesName(name ?? wanted, path);
}

function matchesName(wanted: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  return wanted.endsWith("*") ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}
