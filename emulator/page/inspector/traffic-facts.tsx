import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { preciseTime } from "../text/time.ts";
import { DIRECTION_LABELS } from "./direction.tsx";
import type { Links } from "./links.ts";
import type { Names } from "./names.ts";
import { outcomeOf } from "./outcome.ts";
import { OutcomeLabel } from "./outcome-label.tsx";

/** Name, way, moment, people and outcome of one entry. */
export function TrafficFacts({ entry, links, names }: { entry: TrafficEntry; links: Links; names: Names }) {
  const outcome = outcomeOf(entry, links);
  return (
    <dl class="facts">
      <dt>名称</dt>
      <dd class="mono">{entry.name}</dd>
      <dt>方向</dt>
      <dd>{DIRECTION_LABELS[entry.way]}</dd>
      <dt>时间</dt>
      <dd>
        {preciseTime(entry.at)}
        {outcome.ms !== undefined && `，用时${outcome.ms}毫秒`}
      </dd>
      {entry.userIds !== undefined && (
        <>
          <dt>相关人员</dt>
          <dd>{entry.userIds.map(names.person).join("、")}</dd>
        </>
      )}
      <dt>结果</dt>
      <dd>
        <OutcomeLabel outcome={outcome} fault={entry.fault} />
      </dd>
    </dl>
  );
}
