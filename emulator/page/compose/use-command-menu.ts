import { useState } from "preact/hooks";
import { type Command, matchingCommands } from "../text/commands.ts";

export interface CommandChoice {
  open: boolean;
  commands: readonly Command[];
  chosen: number;
  choose(command: Command): void;
  /** @returns whether the list handled the key */
  onKeyDown(event: KeyboardEvent): boolean;
}

/** The list opened by a leading slash. Escape closes it until the text changes. */
export function useCommandMenu(text: string, write: (text: string) => void): CommandChoice {
  const [chosen, setChosen] = useState(0);
  const [awayFor, setAwayFor] = useState<string | undefined>(undefined);
  const commands = /^[/／]\S*$/.test(text) ? matchingCommands(text) : [];
  const open = commands.length > 0 && awayFor !== text;
  const at = Math.min(chosen, Math.max(0, commands.length - 1));
  const choose = (command: Command) => {
    setChosen(0);
    write(command.words);
  };

  function onKeyDown(event: KeyboardEvent): boolean {
    if (!open) return false;
    const command = commands[at];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + commands.length) % commands.length);
    else if (event.key === "Escape") setAwayFor(text);
    else if ((event.key === "Enter" || event.key === "Tab") && command !== undefined) choose(command);
    else return false;
    event.preventDefault();
    return true;
  }
  return { open, commands, chosen: at, choose, onKeyDown };
}
