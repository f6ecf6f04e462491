import { useStore } from "../state/context.ts";
import { readableSize } from "../text/size.ts";

/** The emulator's limit for one file; the real client's is not known. */
const MAX_BYTES = 25 * 1024 * 1024;

/** Accepts files that can be sent and reports the others. */
export function useAcceptFiles(userId: string, onFiles: (files: readonly File[]) => void) {
  const { toasts } = useStore();
  return (files: readonly File[]) => {
    const refused = files.filter(({ size }) => size > MAX_BYTES);
    for (const { name, size } of refused)
      toasts.say(`“${name}”有${readableSize(size)}，超过模拟器接收的25 MB，未添加。`, { userId, tone: "trouble" });
    const taken = files.filter((file) => !refused.includes(file));
    if (taken.length > 0) onFiles(taken);
  };
}
