import { useRef } from "preact/hooks";
import { useStore } from "../state/context.ts";

const BLANK = `标题: 我的场景
人员: [马小涵, 柯桥区经办人1]
步骤:
  - 说明: 先看帮助
  - 柯桥区经办人1 说: 帮助
  - 应看到 柯桥区经办人1: 您可以办理以下事项
`;

export function ScenarioList() {
  const { library, attempt } = useStore();
  const { value: shipped } = library.shipped;
  return (
    <>
      <ul class="scenario-list">
        {(shipped ?? []).map(({ file, text, title, about }) => (
          <li key={file}>
            <button type="button" class="scenario-entry" onClick={() => void attempt(() => library.open(text))}>
              <strong>{title}</strong>
              <span>{about}</span>
            </button>
          </li>
        ))}
      </ul>
      {shipped === undefined && <p class="scenario-note">正在读取场景……</p>}
      <ListActions />
    </>
  );
}

function ListActions() {
  const { library, recording, attempt } = useStore();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="scenario-actions">
      <button type="button" class="button small" onClick={() => input.current?.click()}>
        打开文件
      </button>
      <input
        ref={input}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="打开场景文件"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          void attempt(() => library.openFiles(files));
        }}
      />
      <button type="button" class="button small" onClick={() => library.edit(BLANK)}>
        粘贴或编写
      </button>
      <button
        type="button"
        class="button small"
        disabled={recording.current.value !== undefined}
        onClick={recording.begin}
      >
        开始录制
      </button>
      <p class="scenario-note">
        录制会记下各列人员此后说的话、点的按钮、填的表、发的文件和时间的变动；无法录制的操作会提示。也可以把场景文件拖到这里。
      </p>
    </div>
  );
}
