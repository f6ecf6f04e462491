import type { CardTemplate } from "dingtalk-emulator/card/template.ts";
import { CardInteractionContext } from "dingtalk-emulator/page/card/card-interaction.ts";
import { CardNodes } from "dingtalk-emulator/page/card/card-node.tsx";
import { CardQuestion } from "dingtalk-emulator/page/card/card-question.tsx";
import type { Sample } from "../sample.ts";
import { useExhibitFace } from "./use-exhibit-face.ts";

const FRAMES = [
  { width: "phone", theme: "light", label: "手机，浅色" },
  { width: "desktop", theme: "light", label: "电脑，浅色" },
  { width: "phone", theme: "dark", label: "手机，深色" },
  { width: "desktop", theme: "dark", label: "电脑，深色" },
] as const;

/** One sample, live in four frames: each is a card of its own and keeps its own inputs. */
export function Exhibit({ template, sample }: { template: CardTemplate; sample: Sample }) {
  return (
    <article class="exhibit" id={sample.id}>
      <h3>{sample.name}</h3>
      <p class="meta">{sample.about}</p>
      <div class="frames">
        {FRAMES.map((frame) => (
          <Frame key={frame.label} frame={frame} template={template} sample={sample} />
        ))}
      </div>
    </article>
  );
}

interface FrameProps {
  frame: (typeof FRAMES)[number];
  template: CardTemplate;
  sample: Sample;
}

function Frame({ frame, template, sample }: FrameProps) {
  const { nodes, face, said } = useExhibitFace(template, sample);
  return (
    <section class={`frame ${frame.width} look-${frame.theme}`} aria-label={`${sample.name}：${frame.label}`}>
      <p class="meta">{frame.label}</p>
      <div class="card">
        <CardInteractionContext.Provider value={face}>
          {nodes.length === 0 ? <p class="meta">没有可显示的内容。</p> : <CardNodes nodes={nodes} />}
          {face.question !== undefined && <CardQuestion question={face.question} />}
        </CardInteractionContext.Provider>
      </div>
      <output class="frame-said">{said}</output>
    </section>
  );
}
