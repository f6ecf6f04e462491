import type { Action, Block, View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import type { Stage } from "../../definition/purposes.ts";
import { mayMember } from "../../directory/member.ts";
import { acceptedNow } from "../../engine/acceptance.ts";
import { type CommandListing, helpWords, isListedFor, isOffered } from "../../engine/command-listing.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { currentStage } from "../../stage/rules.ts";
import { taskActions } from "../../tasks/actions.ts";
import { ownLines } from "../../tasks/lines.ts";
import { tasksOfPerson } from "../../tasks/views.ts";
import { helpPhrases } from "./phrases.ts";

/** Commands for orientation; listed first. */
const FIRST = ["tasks.see", "tasks.approvals", "progress.see", "citation.see"];
const MAX_BUTTONS = 5;
const MAX_WAITING = 3;
const MAX_WAITING_BUTTONS = 2;

const see: Command = {
  id: "help.see",
  words: ["帮助", "菜单", "help"],
  capability: "help.see",
  effect: "read",
  help: { example: "帮助", purpose: helpPhrases.purpose() },
  offeredBy: ["stage"],
  async handle(context, { words }) {
    const topic = await topicCalled(context, words);
    await context.reply(topic ? topicView(context, topic) : await helpView(context, await waitingTasks(context)));
    return {};
  },
};

export const helpFeature: Feature = { commands: [see] };

/** A command with its help line in the campaign's words. */
interface Listed {
  command: CommandListing;
  example: string;
  purpose: string;
}

/** 帮助 初评: what is usually written there. Undefined: the words call nothing that is open to the person. */
async function topicCalled(context: PersonContext, words: string): Promise<Listed | undefined> {
  const plain = words.replaceAll(/\s/gu, "");
  const usable = plain === "" ? [] : await openCommands(context, "ever");
  const called = usable.find(({ command: { words: own = [], alsoCalled = [] } }) =>
    [...own, ...alsoCalled].includes(plain),
  );
  if (called?.command.help?.usual) return called;
  const all = plain === "" ? [] : context.commands;
  const part = (called?.command ?? all.find(({ words: own = [] }) => own.includes(plain)))?.id.split(".")[0];
  return (
    usable.find(({ command: { id, help } }) => part !== undefined && id.startsWith(`${part}.`) && help?.usual) ?? called
  );
}

function topicView(context: PersonContext, { command: { help }, example, purpose }: Listed): View {
  const usual = help?.usual?.(context.campaign.definition) ?? [];
  return {
    title: helpPhrases.topic(example),
    tone: "running",
    body: [
      { kind: "text", text: helpPhrases.line(example, purpose) },
      ...(usual.length === 0
        ? []
        : [{ kind: "list" as const, items: usual.map(({ said, read }) => helpPhrases.usual(said, read)) }]),
    ],
    actions: [{ id: see.id, label: helpPhrases.all(), typed: helpPhrases.all(), look: "default" }],
    ...footnoteOf(context),
  };
}

/** Commands open to the person, in the current stage or ever, each with an example to copy. */
async function openCommands(context: PersonContext, when: "now" | "ever" = "now"): Promise<Listed[]> {
  const isAccepted = await acceptedNow(context);
  const stage = currentStage(context.campaign, dayOf(context.now));
  return usableCommands(context, stage, when).filter(
    ({ command }) => isAccepted(command) && isAccepted({ ...command, ...listedUntil(command) }),
  );
}

async function helpView(context: PersonContext, waiting: Waiting): Promise<View> {
  const { definition } = context.campaign;
  const stage = currentStage(context.campaign, dayOf(context.now));
  const usable = await openCommands(context);
  const roles = context.person.roles.map(
    ({ role }) => definition.campaign.roles.find(({ id }) => id === role)?.name ?? role,
  );
  return {
    title: helpPhrases.title(),
    tone: "running",
    ...statusOf(context, stage),
    body: [
      ...waitingBlocks(waiting),
      { kind: "text", text: helpPhrases.lead(context.person.name, [...new Set(roles)]) },
      { kind: "list", items: usable.map(({ example, purpose }) => helpPhrases.line(example, purpose)) },
      ...yearBlocks(context),
    ],
    actions: actionsOf(context, waiting, usable),
    ...footnoteOf(context),
  };
}

const listedUntil = ({ help, until }: CommandListing): Pick<CommandListing, "until"> => {
  const listed = help?.until ?? until;
  return listed === undefined ? {} : { until: listed };
};

/** What waits for the person; nobody's tasks are shown in a group. */
interface Waiting {
  lines: readonly string[];
  actions: readonly Action[];
}

async function waitingTasks(context: PersonContext): Promise<Waiting> {
  if (context.place === "group") return { lines: [], actions: [] };
  const { state, tasks } = await tasksOfPerson(context, context.person.staffId);
  return { lines: ownLines(state, tasks, context.now), actions: taskActions(state, tasks) };
}

function waitingBlocks({ lines }: Waiting): Block[] {
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: helpPhrases.waitingHeading() },
    { kind: "list", ordered: lines.length > 1, items: lines.slice(0, MAX_WAITING) },
    ...(lines.length > MAX_WAITING
      ? [{ kind: "text" as const, text: helpPhrases.moreWaiting(lines.length - MAX_WAITING) }]
      : []),
  ];
}

/** What waits comes first; only one button is primary. */
function actionsOf({ place }: PersonContext, { actions }: Waiting, usable: readonly Listed[]): Action[] {
  const offered = usable
    .filter(({ command: { id, onlyIn } }) => id !== see.id && (onlyIn ?? place) === place)
    .filter(({ command }) => !command.help?.withoutButton)
    // No buttons for examples of write commands, because a press would run them, nor for words that need an object.
    .filter(({ command, example }) => command.effect === "read" && (command.joined || isWhole(command, example)))
    .slice(0, MAX_BUTTONS)
    .map(actionOf);
  const waiting = actions.slice(0, MAX_WAITING_BUTTONS);
  return [...waiting, ...offered.filter(({ id }) => !waiting.some((one) => one.id === id))]
    .slice(0, MAX_BUTTONS + 1)
    .map((action, at) => (action.look === "danger" ? action : { ...action, look: at === 0 ? "primary" : "default" }));
}

const isWhole = ({ words = [] }: CommandListing, example: string): boolean => words.includes(example);

/** Until the new plan is in, who answers for the definition reads that the year is not the plan's. */
function yearBlocks({ campaign: { definition }, person, place }: PersonContext): Block[] {
  const { year } = definition.campaign;
  const isTold = year.mark === "ours" && place === "direct" && mayMember(definition, person, "definition.decide");
  return isTold ? [{ kind: "text", text: helpPhrases.yearIsOurs(year.value) }] : [];
}

/** The contact is not told to ask the contact. */
function footnoteOf({ campaign, person }: PersonContext): Pick<View, "footnote"> {
  const { contact } = campaign.definition.campaign;
  return person.name === contact.name ? {} : { footnote: helpPhrases.footnote(contact) };
}

function statusOf({ campaign }: PersonContext, stage: Stage | undefined): Pick<View, "status"> {
  if (campaign.closedAt) return { status: helpPhrases.closed() };
  return stage ? { status: helpPhrases.stage(stage.numeral, stage.name) } : {};
}

/** Commands of the current stage come before commands without a stage. */
function usableCommands(
  { commands, campaign, person }: PersonContext,
  stage: Stage | undefined,
  when: "now" | "ever",
): Listed[] {
  const { definition } = campaign;
  return commands
    .flatMap((command) =>
      command.help ? [{ command, help: command.help, steps: [command.help.step ?? []].flat() }] : [],
    )
    .filter(({ steps }) => when === "ever" || steps.length === 0 || steps.some((step) => stage?.steps.includes(step)))
    .filter(({ command }) => isOffered(definition, command) && isListedFor(definition, person, command))
    .map(({ command, help, steps }) => ({
      command,
      example: helpWords(help.example, definition),
      purpose: helpWords(help.purpose, definition),
      rank: FIRST.includes(command.id) ? 0 : steps.length > 0 ? 1 : 2,
    }))
    .sort((a, b) => a.rank - b.rank);
}

/** Button for the command word; a joined command uses its full example. */
function actionOf({ command: { id, words: [word = ""] = [], joined }, example }: Listed): Action {
  const subject = joined ? { subject: example.slice(word.length).trim() } : {};
  return { id, label: word, typed: joined ? example : word, look: "default", ...subject };
}
