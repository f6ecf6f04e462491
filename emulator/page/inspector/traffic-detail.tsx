import { useEffect, useRef } from "preact/hooks";
import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { Icon } from "../shell/icon.tsx";
import { useStore } from "../state/context.ts";
import { BodyView } from "./body-view.tsx";
import { CopyButton } from "./copy-button.tsx";
import { curlOf } from "./curl.ts";
import { kindOf } from "./kind.ts";
import type { Links } from "./links.ts";
import type { Names } from "./names.ts";
import { Related } from "./related.tsx";
import { summaryOf } from "./summary.ts";
import { TrafficFacts } from "./traffic-facts.tsx";

interface DetailProps {
  entry: TrafficEntry;
  links: Links;
  names: Names;
}

/** One frame or call in full. Escape and the arrow go back to the list. */
export function TrafficDetail({ entry, links, names }: DetailProps) {
  const { traffic } = useStore();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const close = () => {
    traffic.opened.value = undefined;
  };
  const curl = curlOf(entry, location.origin);
  return (
    <article
      class="traffic-detail"
      aria-label="流量详情"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <header class="detail-head">
        <button ref={back} type="button" class="icon-button" aria-label="返回列表" title="返回列表" onClick={close}>
          <Icon name="back" />
        </button>
        <h2>{summaryOf(entry, names, links).title}</h2>
      </header>
      <TrafficFacts entry={entry} links={links} names={names} />
      <div class="detail-actions">
        {curl !== undefined && <CopyButton label={copyLabel(entry)} text={curl} />}
        <CopyButton label="复制为 JSON" text={JSON.stringify(entry, null, 2)} />
      </div>
      <Related entry={entry} links={links} names={names} />
      <BodyView title={entry.kind === "http" ? "请求" : "帧"} value={entry.request} />
      {entry.response !== undefined && <BodyView title={answerWord(entry)} value={entry.response} />}
    </article>
  );
}

const answerWord = (entry: TrafficEntry): string => (kindOf(entry) === "call" ? "答复" : "应答");

const copyLabel = (entry: TrafficEntry): string =>
  kindOf(entry) === "call" ? "复制为 curl" : "复制为 curl（重做此人操作）";
