import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  title: string;
  onClose(): void;
  children: ComponentChildren;
  /** In a narrow window aligned to the top rather than centered. */
  wide?: boolean;
  /** An additional class for another style. */
  look?: string;
}

/** A modal dialog; Escape and a click outside close it, and the focus returns to where it was. */
export function Dialog({ title, onClose, children, wide = false, look }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={`dialog${wide ? " wide" : ""}${look === undefined ? "" : ` ${look}`}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-inner">{children}</div>
    </dialog>
  );
}
