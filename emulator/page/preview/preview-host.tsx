import { useMemo } from "preact/hooks";
import { useStore } from "../state/context.ts";
import { FilePreview } from "./file-preview.tsx";
import { Lightbox } from "./lightbox.tsx";
import { picturesOf } from "./pictures.ts";

/** Shows the opened preview over the page. */
export function PreviewHost() {
  const { preview } = useStore();
  const wanted = preview.value;
  const onClose = () => {
    preview.value = undefined;
  };
  if (wanted === undefined) return null;
  if (wanted.kind === "file") return <FilePreview file={wanted.file} onClose={onClose} />;
  return <Pictures {...wanted} onClose={onClose} />;
}

interface PicturesProps {
  userId: string;
  conversationId: string;
  address: string;
  onClose(): void;
}

function Pictures({ userId, conversationId, address, onClose }: PicturesProps) {
  const { inboxes, control } = useStore();
  const messages = inboxes.of(userId).value.chats.get(conversationId) ?? [];
  const pictures = useMemo(() => picturesOf(messages, control.fileUrl), [messages, control]);
  return <Lightbox pictures={pictures} first={address} onClose={onClose} />;
}
