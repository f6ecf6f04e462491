import { useId, useRef, useState } from "preact/hooks";
import { MAX_ROWS, MAX_SHEET_COLUMNS, type Sheet } from "./sheet.ts";
import { SheetView } from "./sheet-view.tsx";

/** The sheets of a workbook with tabs. */
export function WorkbookView({ sheets }: { sheets: readonly Sheet[] }) {
  const [open, setOpen] = useState(0);
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const sheet = sheets[open];
  if (sheet === undefined) return <p class="nothing">工作簿中没有可显示的工作表。</p>;
  const select = (step: number) => {
    const next = (open + step + sheets.length) % sheets.length;
    setOpen(next);
    const tab = tabs.current?.children[next];
    if (tab instanceof HTMLElement) tab.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select(step);
  };
  return (
    <div class="workbook">
      <SheetView key={sheet.name} sheet={sheet} />
      {sheet.cut && (
        <p class="meta cut">
          仅显示前{MAX_ROWS}行、{MAX_SHEET_COLUMNS}列，完整内容请下载查看。
        </p>
      )}
      <div ref={tabs} class="sheet-tabs" role="tablist" aria-label="工作表" onKeyDown={onKeyDown}>
        {sheets.map(({ name }, place) => (
          <button
            key={name}
            id={`${id}-${place}`}
            type="button"
            role="tab"
            tabIndex={place === open ? 0 : -1}
            aria-selected={place === open}
            onClick={() => setOpen(place)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
