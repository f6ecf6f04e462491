import type { CardButton } from "../../src/contract/card.ts";
import { CardIcon } from "./card-icon.tsx";
import { useCardInteraction } from "./card-interaction.ts";

export function CardButtonView({ button, small = false }: { button: CardButton; small?: boolean }) {
  const { busy, press } = useCardInteraction();
  const look = `button ${button.look}${small ? " small" : ""}${busy === button.actionId ? " busy" : ""}`;
  return (
    <button type="button" class={look} disabled={button.disabled || busy !== undefined} onClick={() => press(button)}>
      {button.icon !== undefined && <CardIcon name={button.icon} />}
      {button.label}
    </button>
  );
}

/** Covers an area so that a press anywhere in it counts, except on a child that takes the press. */
export function AreaPress({ press: button }: { press: CardButton }) {
  const { busy, press } = useCardInteraction();
  return (
    <button
      type="button"
      class="area-press"
      aria-label={button.label}
      disabled={button.disabled || busy !== undefined}
      onClick={() => press(button)}
    />
  );
}
