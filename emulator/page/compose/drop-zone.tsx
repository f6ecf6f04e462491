import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface DropZoneProps {
  disabled: boolean;
  onFiles(files: readonly File[]): void;
  children: ComponentChildren;
}

/** Accepts files dropped on the chat. */
export function DropZone({ disabled, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => !disabled && (event.dataTransfer?.types ?? []).includes("Files");
  return (
    <section
      class={`chat${over ? " over" : ""}`}
      aria-label="会话内容"
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const inside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {children}
      {over && <p class="drop-hint">松开即可发送文件</p>}
    </section>
  );
}
