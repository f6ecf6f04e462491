import { useLayoutEffect, useState } from "preact/hooks";
import { Dialog } from "../shell/dialog.tsx";
import { Icon, type IconName } from "../shell/icon.tsx";
import type { ShownPicture } from "./pictures.ts";

interface LightboxProps {
  pictures: readonly ShownPicture[];
  /** The address of the first picture to show. */
  first: string;
  onClose(): void;
}

/** An enlarged picture, with navigation to the others of its chat. */
export function Lightbox({ pictures, first, onClose }: LightboxProps) {
  const [place, setPlace] = useState(Math.max(0, pictures.map(({ address }) => address).lastIndexOf(first)));
  const picture = pictures[place] ?? { address: first, name: "图片" };
  const step = (by: number) => setPlace((at) => Math.min(pictures.length - 1, Math.max(0, at + by)));
  // Before the first paint, so that no key press is missed.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      step(by);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [pictures]);
  return (
    <Dialog title={`图片：${picture.name}`} onClose={onClose} look="lightbox">
      <header class="preview-head">
        <h2>{picture.name}</h2>
        <span class="meta" role="status">
          {place + 1}/{Math.max(1, pictures.length)}
        </span>
        <a class="button small" href={picture.address} download={picture.name}>
          <Icon name="download" />
          下载
        </a>
        <button type="button" class="icon-button" aria-label="关闭图片" title="关闭" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="lightbox-body">
        <Picture key={picture.address} picture={picture} />
        <StepButton label="上一张" icon="back" hidden={place === 0} onClick={() => step(-1)} />
        <StepButton label="下一张" icon="next" hidden={place >= pictures.length - 1} onClick={() => step(1)} />
      </div>
    </Dialog>
  );
}

function Picture({ picture: { address, name } }: { picture: ShownPicture }) {
  const [broken, setBroken] = useState(false);
  if (broken) return <p class="waiting">图片无法显示，请下载后查看。</p>;
  return <img src={address} alt={name} onError={() => setBroken(true)} />;
}

interface StepButtonProps {
  label: string;
  icon: IconName;
  hidden: boolean;
  onClick(): void;
}

function StepButton({ label, icon, hidden, onClick }: StepButtonProps) {
  if (hidden) return null;
  return (
    <button type="button" class={`turn ${icon}`} aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
