export const furtherFilePhrases = {
  join: () => "并入工作报告",
  title: (district: string) => `${district}　工作报告已收到`,
  joined: (file: string, before: number) => `《${file}》与第${before}版合为一份报送，第${before}版留存。`,
  unread: () => "其中有文件的文字无法读取，未能核对。",
  none: () => "目前没有已报送的工作报告，文件未并入。请先以「作为工作报告」报送，再发送其余文件。",
  same: (file: string) => `《${file}》已在报告中，未重复并入，原报告不变。`,
  otherDistrict: (file: string, name: string) =>
    `《${file}》的标题或文件名写的是${name}，不是您所在的辖区，未并入，原报告不变。请核对是否发错。`,
  tooMany: (most: number) => `一份报告至多${most}个文件，未并入，原报告不变。请合并后重新报送。`,
  whichIsWhich: () => "两个文件合为一份报告的，请选择「并入工作报告」。",
  label: () => "其余文件",
  counted: (count: number) => `${count}个`,
  fileName: (district: string, version: number, ordinal: number) =>
    `工作报告_${district}_第${version}版_文件${ordinal}`,
};
