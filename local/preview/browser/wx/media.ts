import { tellDesk } from '../desk-link';
import { packageUrl } from '../package-url';
import { requireTap } from '../tap-state';
import { wxCall } from './call';
import { afterClick, openLayer, textElement } from './dialogs';
import { blobOfFile, newTempFile, urlOfFile } from './file-store';
import { requirePermission } from './permissions';
import { requirePrivacy } from './privacy';

/** Pictures and documents: chosen from the computer, shown in a layer, or handed to the page around. */
export const media = {
  chooseMedia: wxCall('chooseMedia', async ({ count = 9 }: { count?: number }) => {
    await requirePrivacy('chooseMedia');
    const files = await chooseFiles('image/*', count);
    const tempFiles = await Promise.all(
      files.map(async (file) => ({
        tempFilePath: newTempFile(file, suffixOf(file.name)),
        size: file.size,
        fileType: 'image',
        ...(await sizeOfPicture(file)),
      })),
    );
    return { tempFiles, type: 'image' };
  }),
  chooseMessageFile: wxCall('chooseMessageFile', async ({ count = 1 }: { count?: number }) => {
    await requirePrivacy('chooseMessageFile');
    const files = await chooseFiles('', count);
    const tempFiles = files.map((file) => ({
      path: newTempFile(file, suffixOf(file.name)),
      name: file.name,
      size: file.size,
      type: 'file',
      time: Math.round(file.lastModified / 1000),
    }));
    return { tempFiles };
  }),
  getImageInfo: wxCall('getImageInfo', async ({ src }: { src: string }) => {
    const response = await fetch(packageUrl(src, ''));
    if (!response.ok) throw new Error(`no such file or directory, open "${src}"`);
    const blob = await response.blob();
    const { width, height } = await sizeOfPicture(blob);
    return { width, height, path: src, type: blob.type.split('/')[1] ?? '', orientation: 'up' };
  }),
  compressImage: wxCall('compressImage', async (options: CompressOptions) => {
    const picture = await createImageBitmap(blobOfFile(options.src));
    const width = Math.min(picture.width, options.compressedWidth ?? picture.width);
    const canvas = new OffscreenCanvas(width, Math.round((picture.height * width) / picture.width));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const quality = (options.quality ?? 80) / 100;
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    return { tempFilePath: newTempFile(blob, '.jpg') };
  }),
  previewImage: wxCall(
    'previewImage',
    async ({ urls, current }: { urls: string[]; current?: string }) => {
      await afterClick();
      showPicture(current ?? urls[0] ?? '', '预览图片');
    },
  ),
  openDocument: wxCall('openDocument', async ({ filePath }: { filePath: string }) => {
    const blob = blobOfFile(filePath);
    await afterClick();
    const { element, box } = openLayer('phone-document', 'dialog');
    const link = document.createElement('a');
    link.href = urlOfFile(filePath) ?? '';
    link.download = filePath.split('/').at(-1) ?? '';
    link.textContent = `打开文件（${Math.ceil(blob.size / 1024)} KB）`;
    const close = textElement('button', '关闭');
    close.addEventListener('click', () => element.remove());
    box.append(link, close);
    tellDesk('document', { filePath });
  }),
  shareFileMessage: wxCall('shareFileMessage', ({ filePath, fileName }: ShareFileOptions) => {
    requireTap();
    const { size } = blobOfFile(filePath);
    tellDesk('share-file', { fileName: fileName ?? filePath.split('/').at(-1), size });
  }),
  showShareImageMenu: wxCall('showShareImageMenu', async ({ path }: { path: string }) => {
    blobOfFile(path);
    await afterClick();
    showPicture(path, '发送或保存图片');
    tellDesk('share-image', { path });
  }),
  saveImageToPhotosAlbum: wxCall(
    'saveImageToPhotosAlbum',
    async ({ filePath }: { filePath: string }) => {
      await requirePrivacy('saveImageToPhotosAlbum');
      await requirePermission('scope.writePhotosAlbum');
      tellDesk('save-image', { size: blobOfFile(filePath).size });
    },
  ),
};

interface CompressOptions {
  src: string;
  quality?: number;
  compressedWidth?: number;
}

interface ShareFileOptions {
  filePath: string;
  fileName?: string;
}

function chooseFiles(accept: string, count: number): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.multiple = count > 1;
  return new Promise((resolve, reject) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => reject(new Error('cancel')));
    input.click();
  });
}

function suffixOf(name: string): string {
  return /\.[a-z0-9]+$/i.exec(name)?.[0] ?? '';
}

async function sizeOfPicture(blob: Blob): Promise<{ width: number; height: number }> {
  const { width, height } = await createImageBitmap(blob);
  return { width, height };
}

function showPicture(source: string, label: string): void {
  const { element, box } = openLayer('phone-picture', 'dialog');
  box.setAttribute('aria-label', label);
  const image = document.createElement('img');
  image.src = packageUrl(source, '');
  image.alt = label;
  box.append(image);
  element.addEventListener('click', () => element.remove());
}
