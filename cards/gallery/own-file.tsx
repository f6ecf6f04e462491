import { mockDataOf } from "dingtalk-emulator/card/mock-data.ts";
import { parseTemplate } from "dingtalk-emulator/card/template.ts";
import { useState } from "preact/hooks";
import { z } from "zod";
import type { Shown } from "../sample.ts";

const fileSchema = z.object({ editorData: z.string() });

/** An export of anybody's, drawn with the example data it carries. @throws when it is none */
function openExport(name: string, text: string): Shown {
  const file = fileSchema.parse(JSON.parse(text));
  parseTemplate(file);
  const about = "您打开的导出文件，数据为其自带的模拟数据。文件不会上传。";
  return { name, file, samples: [{ id: "own-file", name, about, ...mockDataOf(file) }] };
}

/** Takes a file by choosing or by dropping it on the button. */
export function OwnFile({ onOpen }: { onOpen(shown: Shown): void }) {
  const [trouble, setTrouble] = useState("");
  async function take(files: FileList | null | undefined): Promise<void> {
    const file = files?.[0];
    if (file === undefined) return;
    try {
      onOpen(openExport(file.name, await file.text()));
      setTrouble("");
    } catch {
      setTrouble(`${file.name} 不是卡片平台导出的文件。`);
    }
  }
  return (
    <div class="own-file">
      <label
        class="button"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take(event.dataTransfer?.files);
        }}
      >
        打开导出文件
        <input
          class="unseen"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void take(currentTarget.files)}
        />
      </label>
      <p role="alert">{trouble}</p>
    </div>
  );
}
