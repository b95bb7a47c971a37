import type { FileType } from '../../../domain/content/library/library-rules';
import type { FileFault } from './file-fault';
import { lookAtOle } from './look-at-ole';
import { lookAtPdf } from './look-at-pdf';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');

const PACKAGE_OF = { docx: 'word', xlsx: 'xl', pptx: 'ppt' } as const;

/** Whether the bytes are what the name says, whole, and neither locked nor with macros. */
export async function lookAtFile(type: FileType, content: Buffer): Promise<FileFault> {
  const isOle = content.subarray(0, OLE.length).equals(OLE);
  switch (type) {
    case 'pdf':
      return lookAtPdf(content);
    case 'doc':
    case 'xls':
    case 'ppt':
      return isOle ? lookAtOle(type, content) : 'file-not-what-it-says';
    case 'docx':
    case 'xlsx':
    case 'pptx': {
      // With a password the package stands in the older container, encrypted.
      if (isOle) return lookAtOle(type, content);
      if (!content.subarray(0, ZIP.length).equals(ZIP)) return 'file-not-what-it-says';
      const { lookAtPackage } = await import('./look-at-package.lazy');
      return lookAtPackage(PACKAGE_OF[type], content);
    }
  }
}
