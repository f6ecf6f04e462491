import { Dialog } from "../shell/dialog.tsx";
import type { Question } from "./card-interaction.ts";

/** A question before a press continues. Closing it cancels the press. */
export function CardQuestion({ question }: { question: Question }) {
  const { kind, title, text, options, answer } = question;
  const isAsk = kind === "ask";
  return (
    <Dialog title={title || "请选择"} onClose={() => answer(undefined)}>
      {title !== "" && <h2>{title}</h2>}
      {text !== "" && <p class="text">{text}</p>}
      <div class={isAsk ? "dialog-actions" : "dialog-choices"}>
        {options.map((option, place) => (
          <button
            key={option.label}
            type="button"
            class={`button ${isAsk && place === options.length - 1 ? "primary" : ""}${option.danger ? "danger" : ""}`}
            onClick={() => answer(option)}
          >
            {option.label}
          </button>
        ))}
        {!isAsk && (
          <button type="button" class="button quiet" onClick={() => answer(undefined)}>
            取消
          </button>
        )}
      </div>
    </Dialog>
  );
}
