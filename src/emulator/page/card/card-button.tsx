import { useState } from "preact/hooks";
import type { CardButton } from "../../contract.ts";
import { Dialog } from "../shell/dialog.tsx";
import { useFaceOf } from "./face.ts";

export function CardButtonView({ button }: { button: CardButton }) {
  const { busy, press } = useFaceOf();
  const [asking, setAsking] = useState(false);
  const { confirm } = button;
  return (
    <>
      <button
        type="button"
        class={`button ${button.look}${busy === button.actionId ? " busy" : ""}`}
        disabled={button.disabled || busy !== undefined}
        onClick={() => (confirm === undefined ? press(button) : setAsking(true))}
      >
        {button.label}
      </button>
      {asking && confirm !== undefined && (
        <Dialog title={confirm.title} onClose={() => setAsking(false)}>
          <h2>{confirm.title}</h2>
          <p class="text">{confirm.text}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => setAsking(false)}>
              取消
            </button>
            <button
              type="button"
              class={`button ${button.look === "danger" ? "danger" : "primary"}`}
              onClick={() => {
                setAsking(false);
                press(button);
              }}
            >
              确定
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
