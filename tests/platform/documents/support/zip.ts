import { crc32, deflateRawSync } from "node:zlib";

export interface Part {
  name: string;
  content: Buffer | string;
  /** What the zip file says of the unpacked size, when it is to lie. */
  declared?: number;
}

interface Packed {
  name: Buffer;
  sums: Buffer;
  packed: Buffer;
}

function pack({ name, content, declared }: Part): Packed {
  const bytes = Buffer.from(content);
  const packed = deflateRawSync(bytes);
  const sums = Buffer.alloc(12);
  sums.writeUInt32LE(crc32(bytes), 0);
  sums.writeUInt32LE(packed.length, 4);
  sums.writeUInt32LE(declared ?? bytes.length, 8);
  return { name: Buffer.from(name), sums, packed };
}

function header({ name, sums }: Packed): Buffer {
  const start = Buffer.alloc(14);
  start.writeUInt32LE(0x04034b50, 0);
  start.writeUInt16LE(20, 4);
  start.writeUInt16LE(8, 8);
  const lengths = Buffer.alloc(4);
  lengths.writeUInt16LE(name.length, 0);
  return Buffer.concat([start, sums, lengths, name]);
}

function record({ name, sums }: Packed, at: number): Buffer {
  const start = Buffer.alloc(16);
  start.writeUInt32LE(0x02014b50, 0);
  start.writeUInt16LE(20, 4);
  start.writeUInt16LE(20, 6);
  start.writeUInt16LE(8, 10);
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(name.length, 0);
  rest.writeUInt32LE(at, 14);
  return Buffer.concat([start, sums, rest, name]);
}

/** A zip file of these parts, as hostile as they are. */
export function zipOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const records: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = pack(part);
    const body = Buffer.concat([header(packed), packed.packed]);
    bodies.push(body);
    records.push(record(packed, at));
    at += body.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The parts of a workbook with one sheet of this content. */
export const workbookParts = (sheet: string): Part[] => [
  { name: "[Content_Types].xml", content: `<Types xmlns="${PACKAGE}/content-types"/>` },
  {
    name: "_rels/.rels",
    content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  { name: "xl/worksheets/sheet1.xml", content: `<worksheet xmlns="${MAIN}">${sheet}</worksheet>` },
];
