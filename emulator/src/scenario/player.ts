import type { EmulatorClient } from "../client/client.ts";
import { type ExpectedMessages, watchMessages } from "./expected-messages.ts";
import { breaksConnections, faultRuleFor } from "./fault-labels.ts";
import { performActionStep, type ReadFile } from "./perform-action.ts";
import { type ResolvedNames, resolveNames } from "./resolve-names.ts";
import { isActionStep, type PlacedStep, type Scenario, ScenarioError } from "./scenario.ts";
import { lineOfStep, momentText } from "./write-step.ts";

/** Plays one scenario on one emulator, step by step. Timing is up to the caller. */
export interface Player {
  names: ResolvedNames;
  /** Moves the clock to the start of the scenario. */
  begin(): Promise<void>;
  /** @throws ScenarioError with the step's line and a sentence */
  perform(placed: PlacedStep): Promise<void>;
}

export interface PlayerDeps {
  client: EmulatorClient;
  readFile: ReadFile;
}

/** @throws ScenarioError when a person or group does not exist */
export async function makePlayer(scenario: Scenario, { client, readFile }: PlayerDeps): Promise<Player> {
  const names = resolveNames(scenario, await client.state());
  const expectations = await watchMessages(client);
  const perform = (placed: PlacedStep) => performStep(placed, { client, readFile, names, expectations });
  return {
    names,
    begin: () => inStep({ line: 1, about: "开始时间" }, () => goToStart(client, scenario.start)),
    perform: (placed) =>
      inStep({ line: placed.line, about: shortened(lineOfStep(placed.step)) }, () => perform(placed)),
  };
}

/** Plays all steps. @param before called before each step; playing waits for it */
export async function playScenario(
  scenario: Scenario,
  deps: PlayerDeps & { before?: (placed: PlacedStep) => unknown },
): Promise<void> {
  const player = await makePlayer(scenario, deps);
  await player.begin();
  for (const placed of scenario.steps) {
    await deps.before?.(placed);
    await player.perform(placed);
  }
}

async function goToStart({ clock }: EmulatorClient, start: string | undefined): Promise<void> {
  if (start === undefined) return;
  const now = await clock.now();
  const ahead = Date.parse(start) - Date.parse(now);
  if (ahead < 0) throw new Error(`现在已是${momentText(now)}，晚于开始时间，请先恢复到初始状态。`);
  if (ahead > 0) await clock.advanceTo(start);
}

interface StepContext extends PlayerDeps {
  names: ResolvedNames;
  expectations: ExpectedMessages;
}

async function performStep(
  { step }: PlacedStep,
  { client, readFile, names, expectations }: StepContext,
): Promise<void> {
  if (isActionStep(step)) {
    await expectations.markAction(names.userId(step.who));
    return performActionStep(step, { client, readFile, names });
  }
  switch (step.kind) {
    case "see":
      return expectations.check(step, {
        userId: names.userId(step.who),
        ...(step.in === undefined ? {} : { conversationId: names.conversationId(step.in) }),
      });
    case "caption":
      return;
    case "fault":
      return injectFault(client, step);
    case "calm":
      return client.clearFaults();
    case "goTo":
      await expectations.markClockMove();
      await client.clock.advanceTo(step.moment);
      return;
    case "advance":
      await expectations.markClockMove();
      await client.clock.advance(step.span);
      return;
    case "next":
      await expectations.markClockMove();
      await client.clock.next();
      return;
  }
}

const MAX_LENGTH = 40;

const shortened = (line: string): string => (line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}……` : line);

async function inStep({ line, about }: { line: number; about: string }, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = error instanceof TypeError ? "模拟器没有应答。" : error instanceof Error ? error.message : "";
    throw new ScenarioError([{ line, message: `「${about}」未能完成。${sentence}` }], { cause: error });
  }
}

const MAX_WAIT_MS = 15_000;
const POLL_MS = 50;

/**
 * Injects the fault. After one that breaks connections it waits until the bots are connected again, as people would:
 * messages to a bot that is not connected are lost.
 * @throws Error with a sentence when a bot does not reconnect
 */
export async function injectFault(client: EmulatorClient, { name, times }: { name: string; times?: number }) {
  const before = await connectedBots(client);
  await client.injectFaults([faultRuleFor(name, times)]);
  if (!breaksConnections(name)) return;
  const until = Date.now() + MAX_WAIT_MS;
  while ((await connectedBots(client)) < before) {
    if (Date.now() > until) throw new Error("机器人没有重新连接。");
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

const connectedBots = async (client: EmulatorClient): Promise<number> =>
  (await client.state()).robots.filter(({ connections }) => connections > 0).length;
