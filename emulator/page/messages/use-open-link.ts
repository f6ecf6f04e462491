import type { Link } from "../../src/contract/card.ts";
import { useStore } from "../state/context.ts";

/** Opens a link as the client does: a `dtmd` link sends its text, any other opens a window. */
export function useOpenLink(userId: string): (link: Link) => void {
  const { control, attempt, catchUp } = useStore();
  return (link) =>
    void attempt(async () => {
      const opened = await control.follow(userId, link.linkId);
      if (opened.kind === "opened") window.open(opened.url, "_blank", "noopener");
      else await catchUp();
    }, userId);
}
