import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { filterTraffic } from "./filters.ts";
import type { Links } from "./links.ts";
import type { Names } from "./names.ts";
import { TrafficRow } from "./traffic-row.tsx";
import { useWindow } from "./use-window.ts";

/** Must match the styles. */
const ROW_PX = 48;

interface ListProps {
  links: Links;
  names: Names;
  /** The entry opened last, to which the list returns. */
  returnTo: number | undefined;
}

/** Newest last. Only visible rows are rendered; the arrow keys move between rows. */
export function TrafficList({ links, names, returnTo }: ListProps) {
  const { traffic } = useStore();
  const entries = traffic.entries.value;
  const filters = traffic.filters.value;
  const shown = useMemo(() => filterTraffic(entries, filters, { links, names }), [entries, filters, links, names]);
  const ids = useMemo(() => shown.map(({ id }) => id), [shown]);
  const { list, onScroll, first, end } = useWindow({ ids, rowPx: ROW_PX, returnTo });
  const focused = useRef<number | undefined>(undefined);
  // The row is rendered only once the list knows which rows are visible.
  useLayoutEffect(() => {
    if (returnTo === undefined || focused.current === returnTo) return;
    const row = rowWith(list.current, returnTo);
    row?.focus();
    if (row) focused.current = returnTo;
  }, [list, returnTo, first, end]);
  return (
    <>
      <div class="traffic-list" ref={list} onScroll={onScroll}>
        <ul style={{ height: `${shown.length * ROW_PX}px` }}>
          {shown.slice(first, end).map((entry, index) => (
            <li key={entry.id} style={{ top: `${(first + index) * ROW_PX}px` }}>
              <TrafficRow
                entry={entry}
                links={links}
                names={names}
                onOpen={() => {
                  traffic.opened.value = entry;
                }}
              />
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="nothing">{entries.length === 0 ? "尚无流量。" : "没有符合条件的流量。"}</p>}
      </div>
      <p class="traffic-count meta" role="status">
        {shown.length === entries.length ? `共${entries.length}条` : `共${entries.length}条，显示${shown.length}条`}
        {traffic.paused.value && "，已暂停"}
      </p>
    </>
  );
}

const rowWith = (list: HTMLElement | null, id: number): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-entry="${id}"]`) ?? null;
