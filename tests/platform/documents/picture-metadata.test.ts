import { expect, test } from "vitest";
import { withoutMetadata } from "../../../src/platform/documents/picture-metadata.ts";

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(" ", ""), "hex");

/** A marker segment of a JPEG. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const START = hex("ffd8");
const END = hex("ffd9");
const jfif = segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"));
const profile = segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"));
const panorama = segment(0xe2, Buffer.from("MPF\0II*\0", "latin1"));
const comment = segment(0xfe, Buffer.from("三单元501室"));
const table = segment(0xdb, Buffer.alloc(65, 1));
/** With an ff that is data, and a restart. */
const scan = Buffer.concat([segment(0xda, Buffer.alloc(10, 2)), hex("12 ff00 34 ffd0 56")]);

/** EXIF with the orientation and the time of day of the picture. */
function exif(orientation: number, taken: string, order: "II" | "MM" = "MM"): Buffer {
  const tiff = Buffer.alloc(78);
  const little = order === "II";
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(order, 0, "latin1");
  short(42, 2);
  long(8, 4);
  short(2, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  short(0x8769, 22);
  short(4, 24);
  long(1, 26);
  long(38, 30);
  short(1, 38);
  short(0x9003, 40);
  short(2, 42);
  long(20, 44);
  long(56, 48);
  tiff.write(`${taken}\0`, 56, "latin1");
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]));
}

test("of what the camera wrote only the day is kept, and how the picture is turned", () => {
  const picture = [START, jfif, exif(6, "2023:09:05 08:15:30"), profile, panorama, comment, table, scan, END];

  const { bytes, takenOn } = withoutMetadata(Buffer.concat([...picture, Buffer.from("a second picture")]));

  expect(takenOn).toBe("2023-09-05");
  const turned = bytes.subarray(2, 2 + 36);
  expect(turned.toString("latin1")).not.toContain("2023");
  expect(bytes).toEqual(Buffer.concat([START, turned, jfif, profile, table, scan, END]));
  expect(withoutMetadata(bytes).bytes).toEqual(bytes);
});

test.each(["II", "MM"] as const)("both orders of bytes are read: %s", (order) => {
  const { takenOn } = withoutMetadata(Buffer.concat([START, exif(1, "2023:08:31 23:59:59", order), table, scan, END]));

  expect(takenOn).toBe("2023-08-31");
});

test("a camera without a clock gives no day", () => {
  expect(withoutMetadata(Buffer.concat([START, exif(1, "0000:00:00 00:00:00"), scan, END])).takenOn).toBeUndefined();
});

test("a picture that is not turned keeps nothing of EXIF", () => {
  const { bytes } = withoutMetadata(Buffer.concat([START, exif(1, "2023:09:05 08:15:30"), table, scan, END]));

  expect(bytes).toEqual(Buffer.concat([START, table, scan, END]));
});

test.each([
  ["a second start", START],
  ["what belongs to nothing", hex("ff00 12 34")],
  ["restarts and the marker of arithmetic coding, which have no length either", hex("ffd0 ffd7 ff01")],
])("%s before the rest hides nothing: the camera's notes behind it go", (_, before) => {
  const picture = Buffer.concat([START, before, exif(1, "2023:09:05 08:15:30"), comment, table, scan, END]);

  const { bytes, takenOn } = withoutMetadata(picture);

  expect(takenOn).toBe("2023-09-05");
  expect(bytes).toEqual(Buffer.concat([START, table, scan, END]));
});

test("a segment that claims to reach behind the end of the picture makes it a broken one", () => {
  const bytes = Buffer.concat([START, table, hex("ffe0 ffff 00"), exif(1, "2023:09:05 08:15:30"), END]);

  expect(withoutMetadata(bytes)).toEqual({ bytes });
});

test.each([
  ["a broken JPEG", Buffer.concat([START, table, Buffer.from("????????")])],
  ["a broken PNG", hex("89504e470d0a1a0a 000000ff 49484452")],
  ["a PDF", Buffer.from("%PDF-1.7")],
])("%s stays as it is", (_, bytes) => {
  expect(withoutMetadata(bytes).bytes).toEqual(bytes);
});

test("a PNG loses its texts and times", () => {
  const chunk = (name: string, content: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length);
    return Buffer.concat([size, Buffer.from(name, "latin1"), content, Buffer.alloc(4, 9)]);
  };
  const signature = hex("89504e470d0a1a0a");
  const [header, data, end] = [chunk("IHDR", Buffer.alloc(13)), chunk("IDAT", Buffer.alloc(5)), chunk("IEND", hex(""))];
  const personal = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"].map((name) => chunk(name, Buffer.from("张三")));

  expect(withoutMetadata(Buffer.concat([signature, header, ...personal, data, end])).bytes).toEqual(
    Buffer.concat([signature, header, data, end]),
  );
});
