import { useStore } from "../state/context.ts";
import { copyText } from "../text/copy-text.ts";

/** Copies a text and reports it. */
export function CopyButton({ label, text, quiet = false }: { label: string; text: string; quiet?: boolean }) {
  const { toasts } = useStore();
  const copy = async () => {
    const { sentence, tone } = await copyText(text);
    toasts.say(sentence, { tone });
  };
  return (
    <button type="button" class={`button small${quiet ? " quiet" : ""}`} onClick={() => void copy()}>
      {label}
    </button>
  );
}
