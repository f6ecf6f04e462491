import type { Composition } from "./use-composition.ts";

interface TextBoxProps {
  label: string;
  /** The id of the list of commands, while it is open. */
  menuId: string;
  composition: Composition;
  /** Pictures and files from the clipboard. */
  onPaste(files: readonly File[]): void;
}

export function TextBox({ label, menuId, composition, onPaste }: TextBoxProps) {
  const { box, text, menu, onInput, onKeyDown } = composition;
  return (
    <textarea
      ref={box}
      class="field"
      rows={1}
      aria-label={label}
      aria-controls={menu.open ? menuId : undefined}
      aria-activedescendant={menu.open ? `${menuId}-${menu.chosen}` : undefined}
      placeholder="输入消息"
      value={text}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        onPaste(files);
      }}
    />
  );
}
