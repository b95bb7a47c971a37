/** A file of the phone, as text that a call carries. */
export function readBase64(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => {
        resolve(typeof data === 'string' ? data : '');
      },
      fail: ({ errMsg }) => {
        reject(new Error(errMsg));
      },
    });
  });
}
