import { useStore } from "../state/context.ts";

/** Puts a text on the clipboard and says so. */
export function CopyButton({ label, text, quiet = false }: { label: string; text: string; quiet?: boolean }) {
  const { notices } = useStore();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notices.say("已复制。");
    } catch {
      notices.say("浏览器不允许复制，请在下方选中后复制。", { tone: "trouble" });
    }
  };
  return (
    <button type="button" class={`button small${quiet ? " quiet" : ""}`} onClick={() => void copy()}>
      {label}
    </button>
  );
}
