import type { EmulatedMessage } from "../../src/contract/control.ts";
import { Markdown } from "./markdown.tsx";
import { useOpenLink } from "./use-open-link.ts";

export function ActionCard({ message, userId }: { message: EmulatedMessage; userId: string }) {
  const openLink = useOpenLink(userId);
  const links = message.links ?? [];
  return (
    <section class="card" aria-label={message.title ?? "链接卡片"}>
      {message.title !== undefined && <h3 class="action-title">{message.title}</h3>}
      <Markdown source={message.text ?? ""} links={links} userId={userId} />
      <div class="action-links">
        {links.map((link) => (
          <button key={link.linkId} type="button" onClick={() => openLink(link)}>
            {link.label}
          </button>
        ))}
      </div>
    </section>
  );
}
