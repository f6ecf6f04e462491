import { useState } from "preact/hooks";
import { CopyButton } from "./copy-button.tsx";
import { unfold } from "./json.ts";
import { JsonText } from "./json-text.tsx";

/** A request or a reply as JSON: with JSON in its strings parsed, or as transmitted. */
export function BodyView({ title, value }: { title: string; value: unknown }) {
  const [asSent, setAsSent] = useState(false);
  const sent = JSON.stringify(value, null, 2);
  const unfolded = JSON.stringify(unfold(value), null, 2);
  const text = asSent ? sent : unfolded;
  return (
    <section class="detail-part" aria-label={title}>
      <div class="body-head">
        <h3>{title}</h3>
        {sent !== unfolded && (
          <button
            type="button"
            class="button small quiet"
            aria-pressed={asSent}
            title="字符串里的JSON按内容展开，或按原样显示"
            onClick={() => setAsSent(!asSent)}
          >
            {asSent ? "展开内层" : "显示原文"}
          </button>
        )}
        <CopyButton label="复制" text={text} quiet />
      </div>
      <JsonText text={text} />
    </section>
  );
}
