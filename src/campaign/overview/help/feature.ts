import type { Action, View } from "../../../platform/chat/view.ts";
import { dayOf } from "../../../shared/civil-date.ts";
import { mayMember } from "../../directory/member.ts";
import type { Command, Feature, PersonTurn } from "../../engine/feature.ts";
import { currentStage } from "../../stage/rules.ts";
import { helpPhrases } from "./phrases.ts";

/** @param features all others: 帮助 lists what they offer */
export function helpFeature(features: readonly Feature[]): Feature {
  const offered = () =>
    [...features.flatMap(({ commands = [] }) => commands), help].filter((one) => one.offered !== false);
  const help: Command = {
    id: "help.see",
    words: ["帮助", "菜单", "help"],
    capability: "help.see",
    effect: "look",
    example: "帮助",
    purpose: "查看现在能办理的事项",
    async run(turn) {
      await turn.reply(helpView(turn, offered()));
      return {};
    },
  };
  return { commands: [help] };
}

/** What this person can do in this stage, each line with words to copy. */
function helpView(turn: PersonTurn, commands: readonly Command[]): View {
  const { definition } = turn.campaign;
  const stage = currentStage(turn.campaign, dayOf(turn.now));
  const usable = commands.filter(
    ({ capability, stages }) =>
      mayMember(definition, turn.person, capability) && (!stages || (stage !== undefined && stages.includes(stage.id))),
  );
  const roles = turn.person.roles.map(
    ({ role }) => definition.campaign.roles.find(({ id }) => id === role)?.name ?? role,
  );
  return {
    title: helpPhrases.title(),
    tone: "running",
    ...(stage ? { status: helpPhrases.stage(stage.numeral, stage.name) } : {}),
    body: [
      { kind: "text", text: helpPhrases.lead(turn.person.name, [...new Set(roles)]) },
      { kind: "list", items: usable.map(({ example, purpose }) => helpPhrases.line(example, purpose)) },
    ],
    actions: usable
      .filter(({ id, onlyIn }) => id !== "help.see" && (onlyIn ?? turn.place) === turn.place)
      // An example that changes something is to be read, not pressed.
      .filter(({ effect }) => effect === "look")
      .slice(0, 4)
      .map(actionOf),
    footnote: helpPhrases.footnote(definition.campaign.contact),
  };
}

/** Types the command's word; one that always has an object takes that of its example. */
function actionOf({ id, words: [word = ""], example, joined }: Command, index: number): Action {
  const look = index === 0 ? "primary" : "default";
  const subject = joined ? example.slice(word.length).trim() : "";
  return { id, subject, label: word, typed: joined ? example : word, look };
}
