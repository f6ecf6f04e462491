import type { TrafficEntry } from "../../src/contract/instruments.ts";
import { useStore } from "../state/context.ts";
import { kindOf } from "./kind.ts";
import { callsAfter, type Links } from "./links.ts";
import type { Names } from "./names.ts";
import { TrafficRow } from "./traffic-row.tsx";

/** Related entries: the acknowledgement of a frame or the other way round, and the calls that followed a push. */
export function Related({ entry, links, names }: { entry: TrafficEntry; links: Links; names: Names }) {
  const { traffic } = useStore();
  const partner = partnerOf(entry, links);
  const calls = callsAfter(entry, traffic.entries.value);
  const rows = (entries: readonly TrafficEntry[]) => (
    <ul class="related">
      {entries.map((one) => (
        <li key={one.id}>
          <TrafficRow
            entry={one}
            links={links}
            names={names}
            onOpen={() => {
              traffic.opened.value = one;
            }}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {partner !== undefined && (
        <section class="detail-part" aria-label={kindOf(partner) === "ack" ? "对应的应答" : "对应的帧"}>
          <h3>{kindOf(partner) === "ack" ? "对应的应答" : "对应的帧"}</h3>
          {rows([partner])}
        </section>
      )}
      {calls.length > 0 && (
        <section class="detail-part" aria-label="随后发给此人的调用">
          <h3>随后发给此人的调用</h3>
          {rows(calls)}
        </section>
      )}
    </>
  );
}

function partnerOf(entry: TrafficEntry, links: Links): TrafficEntry | undefined {
  const kind = kindOf(entry);
  if (kind === "call") return undefined;
  return kind === "push" ? links.ackOf(entry) : links.frameOf(entry);
}
