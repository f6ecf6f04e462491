import { useEffect, useRef } from "preact/hooks";
import type { CommandChoice } from "./use-command-menu.ts";

export function CommandMenu({ id, menu }: { id: string; menu: CommandChoice }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[menu.chosen]?.scrollIntoView({ block: "nearest" });
  }, [menu.chosen]);
  return (
    <div id={id} ref={list} class="command-menu" role="listbox" aria-label="指令" tabIndex={-1}>
      {menu.commands.map((command, place) => (
        <button
          key={command.words}
          id={`${id}-${place}`}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={place === menu.chosen}
          onClick={() => menu.choose(command)}
        >
          <strong>{command.words}</strong>
          <span>{command.what}</span>
        </button>
      ))}
    </div>
  );
}
