import type { Link } from "../../src/contract/card.ts";
import { useStore } from "../state/context.ts";

/** Opens a link as the client does: a `dtmd` link sends its text, any other opens a window. */
export function useOpenLink(userId: string): (link: Link) => void {
  const { control, attempt, catchUp } = useStore();
  return (link) =>
    void attempt(async () => {
      const followed = await control.follow(userId, link.linkId);
      if (followed.kind === "opened") window.open(followed.url, "_blank", "noopener");
      else await catchUp();
    }, userId);
}
