import { useEffect, useMemo, useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { linkTraffic } from "./links.ts";
import { namesOf } from "./names.ts";
import { TrafficDetail } from "./traffic-detail.tsx";
import { TrafficFilterBar } from "./traffic-filter-bar.tsx";
import { TrafficList } from "./traffic-list.tsx";

/** 流量: frames and calls both ways as they happen; a press opens one. */
export function Inspector() {
  const { traffic, world } = useStore();
  useEffect(() => traffic.watch(), [traffic]);
  const entries = traffic.entries.value;
  const links = useMemo(() => linkTraffic(entries), [entries]);
  const names = useMemo(() => namesOf(world.value), [world.value]);
  const opened = traffic.opened.value;
  const lastOpened = useRef<number | undefined>(undefined);
  if (opened !== undefined) lastOpened.current = opened.id;
  return (
    <div class="inspector">
      {opened === undefined ? (
        <>
          <TrafficFilterBar />
          <TrafficList links={links} names={names} returnTo={lastOpened.current} />
        </>
      ) : (
        <TrafficDetail key={opened.id} entry={opened} links={links} names={names} />
      )}
    </div>
  );
}
