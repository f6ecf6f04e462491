import { parseTemplate } from "dingtalk-emulator/card/template.ts";
import { useState } from "preact/hooks";
import type { Shown } from "../sample.ts";
import { Exhibit } from "./exhibit.tsx";
import { OwnFile } from "./own-file.tsx";

const SIZES = { standard: "标准", large: "大", largest: "特大" } as const;
type TextSize = keyof typeof SIZES;

/** Every template with its samples, on both widths, light and dark at once. */
export function Gallery({ own }: { own: readonly Shown[] }) {
  const [opened, setOpened] = useState<Shown | undefined>(undefined);
  const [size, setSize] = useState<TextSize>("standard");
  const shown = opened === undefined ? own : [opened, ...own];
  return (
    <div class="gallery" data-text={size}>
      <header class="gallery-head">
        <div>
          <h1>卡片模板</h1>
          <p class="meta">由本地模拟器按模板绘制，非钉钉官方界面。按钮不会回传，只显示将回传的内容。</p>
        </div>
        <TextSizes chosen={size} onChoose={setSize} />
        <OwnFile onOpen={setOpened} />
      </header>
      <nav class="gallery-index" aria-label="样例">
        {shown.map(({ name, samples }) => (
          <section key={name}>
            <h2>{name}</h2>
            <ul>
              {samples.map((sample) => (
                <li key={sample.id}>
                  <a href={`#${sample.id}`}>{sample.name}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <main>
        {shown.map((template) => (
          <Template key={template.name} shown={template} />
        ))}
      </main>
    </div>
  );
}

function Template({ shown: { name, file, samples } }: { shown: Shown }) {
  const [template] = useState(() => parseTemplate(file));
  return (
    <section class="gallery-template" aria-label={name}>
      {samples.map((sample) => (
        <Exhibit key={sample.id} template={template} sample={sample} />
      ))}
    </section>
  );
}

function TextSizes({ chosen, onChoose }: { chosen: TextSize; onChoose(size: TextSize): void }) {
  return (
    <fieldset class="segments">
      <legend>字号</legend>
      {(["standard", "large", "largest"] as const).map((size) => (
        <label key={size} class={size === chosen ? "chosen" : ""}>
          <input type="radio" name="size" checked={size === chosen} onChange={() => onChoose(size)} />
          {SIZES[size]}
        </label>
      ))}
    </fieldset>
  );
}
