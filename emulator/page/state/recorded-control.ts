import type { Control } from "../api/control.ts";
import { fileOfScenario, type RecordingStore } from "./recording.ts";

/** The control interface with recording: while a recording runs, user actions become steps. */
export function recordedControl(control: Control, recording: () => RecordingStore): Control {
  const during: RecordingStore["record"] = (action, work) => recording().record(action, work);
  return {
    ...control,
    say: (userId, message) => during({ kind: "say", userId, ...message }, () => control.say(userId, message)),
    drop: async (userId, form) => {
      if (recording().current.value === undefined) return control.drop(userId, form);
      const parts = form.getAll("file").filter((part): part is File => part instanceof File);
      const files = await Promise.all(parts.map(fileOfScenario));
      const conversationId = form.get("conversationId");
      const place = typeof conversationId === "string" ? { conversationId } : {};
      const text = String(form.get("text") ?? "");
      return during({ kind: "drop", userId, files, text, ...place }, () => control.drop(userId, form));
    },
    press: (userId, press) => during({ kind: "press", userId, ...press }, () => control.press(userId, press)),
    submit: (userId, form) => during({ kind: "submit", userId, ...form }, () => control.submit(userId, form)),
    follow: (userId, linkId) => during({ kind: "follow", userId, linkId }, () => control.follow(userId, linkId)),
    read: (userId, messageId) => during({ kind: "read", userId }, () => control.read(userId, messageId)),
    recall: (userId, msgId) => during({ kind: "recall", userId, msgId }, () => control.recall(userId, msgId)),
    advance: (step) => during({ kind: "advance", step }, () => control.advance(step)),
  };
}
