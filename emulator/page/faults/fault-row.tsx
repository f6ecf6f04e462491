import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface RowProps {
  label: string;
  /** Renders the control with the id that the label refers to. */
  children(id: string): ComponentChildren;
}

/** A field of a fault's form with its label. */
export function Row({ label, children }: RowProps) {
  const id = useId();
  return (
    <div class="fault-row">
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}
