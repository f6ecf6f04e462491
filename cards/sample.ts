/** A template with sample values, shown in the gallery. */
export interface Sample {
  /** Short, unique in its template: it is the sample's address in the gallery. */
  id: string;
  name: string;
  /** One sentence: what to look at. */
  about: string;
  /** Values as the platform carries them: strings. */
  data: Record<string, string>;
  /** The client's own variables to begin with. */
  locals?: Record<string, unknown>;
}

export interface Shown {
  name: string;
  /** What lies in the export file. */
  file: { editorData: string };
  samples: readonly Sample[];
}
