import type { TargetedPointerEvent } from "preact";
import { useState } from "preact/hooks";
import { dayNumber, MORNING, momentOn } from "../text/time.ts";
import type { Scale } from "./scale.ts";

/** Days by which a key moves the needle; a week with the page keys. */
const KEYS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 7,
  PageDown: -7,
};

interface DragState {
  /** Days since the epoch. */
  target: number | undefined;
  held: boolean;
  /** The drag goes towards the past. */
  backwards: boolean;
}

const NOT_DRAGGED: DragState = { target: undefined, held: false, backwards: false };

interface NeedleDeps {
  scale: Scale;
  now: string;
  still: boolean;
  onGo(to: string): void;
}

/** Dragging of the needle: with the pointer until it is released, or with keys until Enter. Escape cancels. */
export function useNeedleDrag({ scale, now, still, onGo }: NeedleDeps) {
  const [drawn, setDrawn] = useState(NOT_DRAGGED);
  const today = dayNumber(now);
  const last = scale.firstDay + scale.days - 1;
  const { target } = drawn;
  const draw = (day: number, held: boolean) =>
    setDrawn({ target: Math.min(last, Math.max(today, day)), held, backwards: day < today });
  const rest = () => setDrawn(NOT_DRAGGED);
  const letGo = () => {
    rest();
    if (target !== undefined && target > today) onGo(momentOn(target, MORNING));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const days = KEYS[event.key];
    if (still || (days === undefined && !["Enter", "Escape"].includes(event.key))) return;
    event.preventDefault();
    if (days !== undefined) draw((target ?? today) + days, false);
    else if (event.key === "Enter") letGo();
    else rest();
  };
  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>) => {
    if (still) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrawn({ ...NOT_DRAGGED, held: true });
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLElement>) => {
    const strip = event.currentTarget.parentElement?.getBoundingClientRect();
    if (drawn.held && strip !== undefined) draw(scale.dayAt((event.clientX - strip.left) / strip.width), true);
  };
  const handlers = { onKeyDown, onPointerDown, onPointerMove, onPointerUp: letGo, onPointerCancel: rest, onBlur: rest };
  return { ...drawn, today, last, handlers };
}
