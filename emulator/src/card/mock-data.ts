import { z } from "zod";

const record = z.record(z.string(), z.unknown()).default({});

const editorSchema = z.object({
  mockData: z.object({ cardData: record, cardPrivateData: record, localData: record }).optional(),
  localList: z.array(z.object({ name: z.string() })).default([]),
});

/** A card's values and the client's own variables. */
interface MockData {
  data: Record<string, string>;
  locals: Record<string, unknown>;
}

/** Editor values in the form the platform transports: everything but text as JSON. */
const asCardData = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );

/** The example data of an export: private values over public ones; of the local ones those that are declared. */
export function mockDataOf(exportFile: { editorData: string }): MockData {
  const { mockData, localList } = editorSchema.parse(JSON.parse(exportFile.editorData));
  const declared = new Set(localList.map(({ name }) => name));
  const { cardData = {}, cardPrivateData = {}, localData = {} } = mockData ?? {};
  return {
    data: { ...asCardData(cardData), ...asCardData(cardPrivateData) },
    locals: Object.fromEntries(Object.entries(localData).filter(([name, value]) => declared.has(name) && value !== "")),
  };
}
