import { useState } from "preact/hooks";
import type { Problem } from "../../src/scenario/scenario.ts";
import { useStore } from "../state/context.ts";
import { copyText } from "../text/copy-text.ts";
import { BackToList } from "./back-to-list.tsx";

/** A scenario as editable text, to be saved or played. */
export function ScenarioWriter({ text, problems }: { text: string; problems: readonly Problem[] }) {
  const { library, toasts, attempt } = useStore();
  const [typed, setTyped] = useState({ over: text, words: text });
  const written = typed.over === text ? typed.words : text;
  const copy = async () => {
    const { sentence, tone } = await copyText(written);
    toasts.say(sentence, { tone });
  };
  return (
    <form
      class="scenario-writer"
      aria-label="场景文件"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(() => library.open(written));
      }}
    >
      <BackToList />
      <textarea
        class="field"
        aria-label="场景文件的内容"
        spellcheck={false}
        value={written}
        onInput={(event) => setTyped({ over: text, words: event.currentTarget.value })}
      />
      <Problems problems={problems} />
      <div class="scenario-actions">
        <button type="submit" class="button small primary">
          打开
        </button>
        <button type="button" class="button small" onClick={() => void copy()}>
          复制
        </button>
        <button type="button" class="button small" onClick={() => download(written)}>
          下载
        </button>
      </div>
    </form>
  );
}

export function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="scenario-problems" role="alert">
      {problems.map(({ line, message }) => (
        <p key={`${line} ${message}`}>
          第{line}行：{message}
        </p>
      ))}
    </div>
  );
}

function download(text: string): void {
  const title = /^标题:\s*(.+)$/m.exec(text)?.[1]?.trim() ?? "场景";
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${title}.yaml`;
  link.click();
  URL.revokeObjectURL(address);
}
