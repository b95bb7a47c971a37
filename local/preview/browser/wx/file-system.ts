import { wxCall } from './call';
import { blobOfFile, dropFile, hasFile, listFiles, putFile, USER_DATA_PATH } from './file-store';

interface PathOptions {
  filePath: string;
}

type Content = string | ArrayBuffer;

/** `wx.getFileSystemManager()`: folders exist as soon as a file is in them. */
const manager = {
  access: wxCall('access', ({ path }: { path: string }) => {
    if (!hasFile(path) && listFiles(path).length === 0) {
      throw new Error(`no such file or directory, access "${path}"`);
    }
  }),
  mkdir: wxCall('mkdir', ({ dirPath }: { dirPath: string }) => {
    requireUserPath(dirPath);
  }),
  readdir: wxCall('readdir', ({ dirPath }: { dirPath: string }) => ({ files: listFiles(dirPath) })),
  stat: wxCall('stat', ({ path }: { path: string }) => {
    const { size } = blobOfFile(path);
    return { stats: { size, isFile: () => true, isDirectory: () => false } };
  }),
  getFileInfo: wxCall('getFileInfo', ({ filePath }: PathOptions) => ({
    size: blobOfFile(filePath).size,
  })),
  writeFile: wxCall('writeFile', (options: PathOptions & { data: Content; encoding?: string }) => {
    write(options.filePath, options.data, options.encoding);
  }),
  writeFileSync: (filePath: string, data: Content, encoding?: string) => {
    write(filePath, data, encoding);
  },
  appendFile: wxCall('appendFile', ({ filePath, data }: PathOptions & { data: Content }) => {
    requireUserPath(filePath);
    const before = blobOfFile(filePath);
    putFile(filePath, new Blob([before, data]));
  }),
  readFile: wxCall(
    'readFile',
    async ({ filePath, encoding }: PathOptions & { encoding?: string }) => ({
      data: await read(filePath, encoding),
    }),
  ),
  unlink: wxCall('unlink', ({ filePath }: PathOptions) => {
    blobOfFile(filePath);
    dropFile(filePath);
  }),
  rmdir: wxCall('rmdir', ({ dirPath }: { dirPath: string }) => {
    for (const name of listFiles(dirPath)) dropFile(`${dirPath}/${name}`);
  }),
  copyFile: wxCall('copyFile', ({ srcPath, destPath }: { srcPath: string; destPath: string }) => {
    requireUserPath(destPath);
    putFile(destPath, blobOfFile(srcPath));
  }),
  rename: wxCall('rename', ({ oldPath, newPath }: { oldPath: string; newPath: string }) => {
    requireUserPath(newPath);
    putFile(newPath, blobOfFile(oldPath));
    dropFile(oldPath);
  }),
  saveFile: wxCall('saveFile', ({ tempFilePath, filePath }: SaveOptions) => {
    const blob = blobOfFile(tempFilePath);
    const savedFilePath =
      filePath ?? `${USER_DATA_PATH}/saved/${tempFilePath.split('/').at(-1) ?? ''}`;
    requireUserPath(savedFilePath);
    putFile(savedFilePath, blob);
    dropFile(tempFilePath);
    return { savedFilePath };
  }),
};

interface SaveOptions {
  tempFilePath: string;
  filePath?: string;
}

export const fileSystem = {
  env: { USER_DATA_PATH },
  getFileSystemManager: () => refuseSync(manager),
};

/** Reading synchronously is not possible in a browser; the other calls without a namesake refuse too. */
function refuseSync<T extends object>(given: T): T {
  return new Proxy(given, {
    get(target, name, receiver) {
      if (typeof name === 'symbol' || name in target || name === 'then') {
        return Reflect.get(target, name, receiver) as unknown;
      }
      throw new Error(`FileSystemManager.${name} is not supported by the preview`);
    },
  });
}

function write(filePath: string, data: Content, encoding: string | undefined): void {
  requireUserPath(filePath);
  if (encoding === 'base64' && typeof data === 'string') {
    putFile(filePath, new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
    return;
  }
  putFile(filePath, new Blob([data]));
}

async function read(filePath: string, encoding: string | undefined): Promise<Content> {
  const blob = blobOfFile(filePath);
  if (encoding === undefined) return blob.arrayBuffer();
  if (encoding === 'utf8' || encoding === 'utf-8') return blob.text();
  if (encoding === 'base64') {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }
  throw new Error(`encoding "${encoding}" is not supported by the preview`);
}

function requireUserPath(path: string): void {
  if (!path.startsWith(`${USER_DATA_PATH}/`)) throw new Error(`permission denied, open "${path}"`);
}
