import { askPrivacy } from './privacy';

/** A chosen workbook; its path lasts until the app is closed. */
export interface ChosenWorkbook {
  path: string;
  name: string;
}

/** Lets the person choose an .xlsx from a chat (on a PC from the disk); undefined when they turned back. */
export async function chooseWorkbook(): Promise<ChosenWorkbook | undefined> {
  if (!(await askPrivacy())) return undefined;
  try {
    const { tempFiles } = await wx.chooseMessageFile({
      ...{ count: 1, type: 'file', extension: ['xlsx'] },
    });
    const [file] = tempFiles;
    return file && { path: file.path, name: file.name };
  } catch {
    // Turning back and a refused permission both mean: nothing was chosen.
    return undefined;
  }
}

/** Opens an .xlsx in WeChat's viewer, from where it can be sent on to a computer. */
export async function openWorkbook({
  name,
  base64,
}: {
  name: string;
  base64: string;
}): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      ...{ filePath, data: base64, encoding: 'base64' },
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
