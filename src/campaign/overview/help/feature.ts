import type { Action, View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { mayMember } from "../../directory/member.ts";
import type { CommandHelp, CommandListing } from "../../engine/command-listing.ts";
import type { PersonContext } from "../../engine/context.ts";
import type { Command, Feature } from "../../engine/feature.ts";
import { currentStage } from "../../stage/rules.ts";
import { helpPhrases } from "./phrases.ts";

/** For finding one's way: listed before everything else. */
const FIRST = ["progress.see", "citation.see"];
const MAX_BUTTONS = 4;

const see: Command = {
  id: "help.see",
  words: ["帮助", "菜单", "help"],
  capability: "help.see",
  effect: "read",
  help: { example: "帮助", purpose: "查看现在能办理的事项" },
  offeredBy: ["stage"],
  async handle(context) {
    await context.reply(helpView(context));
    return {};
  },
};

export const helpFeature: Feature = { commands: [see] };

type Listed = CommandListing & { help: CommandHelp };

/** What this person can do in this stage, each line with words to copy. */
function helpView(context: PersonContext): View {
  const { definition } = context.campaign;
  const stage = currentStage(context.campaign, dayOf(context.now));
  const usable = usableCommands(context, stage?.id);
  const roles = context.person.roles.map(
    ({ role }) => definition.campaign.roles.find(({ id }) => id === role)?.name ?? role,
  );
  return {
    title: helpPhrases.title(),
    tone: "running",
    ...(stage ? { status: helpPhrases.stage(stage.numeral, stage.name) } : {}),
    body: [
      { kind: "text", text: helpPhrases.lead(context.person.name, [...new Set(roles)]) },
      { kind: "list", items: usable.map(({ help }) => helpPhrases.line(help.example, help.purpose)) },
    ],
    actions: usable
      .filter(({ id, onlyIn }) => id !== see.id && (onlyIn ?? context.place) === context.place)
      // An example that changes something is to be read, not pressed.
      .filter(({ effect }) => effect === "read")
      .slice(0, MAX_BUTTONS)
      .map(actionOf),
    footnote: helpPhrases.footnote(definition.campaign.contact),
  };
}

/** What the stage asks for comes before what is offered all year. */
function usableCommands({ commands, campaign, person }: PersonContext, stage: string | undefined): Listed[] {
  const rankOf = ({ id, help }: Listed): number => (FIRST.includes(id) ? 0 : help.stages ? 1 : 2);
  return commands
    .filter((command): command is Listed => command.help !== undefined)
    .filter(({ help }) => !help.stages || (stage !== undefined && help.stages.includes(stage)))
    .filter(({ capability }) => mayMember(campaign.definition, person, capability))
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** Types the command's word; one that always has an object takes that of its example. */
function actionOf({ id, words: [word = ""] = [], help: { example }, joined }: Listed, index: number): Action {
  const look = index === 0 ? "primary" : "default";
  const subject = joined ? { subject: example.slice(word.length).trim() } : {};
  return { id, label: word, typed: joined ? example : word, look, ...subject };
}
