import type { CardReading } from "../../src/contract/card.ts";
import { Dialog } from "../shell/dialog.tsx";
import { fullMoment } from "../text/time.ts";

/** Earlier versions of the card, newest first. */
export function CardVersions({ card, onClose }: { card: CardReading; onClose(): void }) {
  const earlier = card.versions.filter(({ version }) => version !== card.version).reverse();
  const current = card.versions.find(({ version }) => version === card.version);
  return (
    <Dialog title="卡片历次内容" onClose={onClose} wide>
      <h2>卡片历次内容</h2>
      <p class="meta">
        {card.outTrackId} · 模板 {card.templateId}
      </p>
      <ol class="versions">
        <Version name={`v${card.version}，当前`} about={aboutOf(current)} text={card.text} />
        {earlier.map((version) => (
          <Version key={version.version} name={`v${version.version}`} about={aboutOf(version)} text={version.text} />
        ))}
      </ol>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          关闭
        </button>
      </div>
    </Dialog>
  );
}

const CAUSES: Record<string, string> = { created: "投放", updated: "机器人更新", callback: "因点击更新" };

const aboutOf = (version: CardReading["versions"][number] | undefined): string =>
  version === undefined ? "" : `${fullMoment(version.at)} · ${CAUSES[version.cause] ?? version.cause}`;

function Version({ name, about, text }: { name: string; about: string; text: string }) {
  return (
    <li>
      <p>
        <strong>{name}</strong> <span class="meta">{about}</span>
      </p>
      <pre>{text}</pre>
    </li>
  );
}
