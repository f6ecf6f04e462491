import type { Face } from "../world/records.ts";

/** What people read on earlier faces. A face never changes, so each is worked out once a person. */
export function makeEarlierTexts(read: (face: Face, userId: string) => string) {
  const known = new WeakMap<Face, Map<string, string>>();
  return (face: Face, userId: string): string => {
    const texts = known.get(face) ?? new Map<string, string>();
    known.set(face, texts);
    const text = texts.get(userId) ?? read(face, userId);
    texts.set(userId, text);
    return text;
  };
}
