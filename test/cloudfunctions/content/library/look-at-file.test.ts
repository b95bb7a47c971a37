import { lookAtFile } from '../../../../cloudfunctions/content/library/look-at-file';
import type { FileType } from '../../../../domain/content/library/library-rules';
import { aPackage, aPdf, anOldFile } from '../../../builders/office-files';

const MACROS = ['word/vbaProject.bin'];
const lockedWord = Buffer.alloc(32);
lockedWord.writeUInt16LE(0x0100, 10);
const lockedExcel = Buffer.alloc(32);
lockedExcel.writeUInt16LE(16, 2);
lockedExcel.writeUInt16LE(0x002f, 20);

/** As packed pictures are: the letters of any word stand in them by chance, and these surely. */
function aStream(name = '/Type /XObject'): string {
  const noise = Buffer.alloc(3_000_000);
  for (let at = 0, seed = 1; at < noise.length; at += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    noise[at] = seed >>> 24;
  }
  noise.write('\u0000/JS\u0000/Encrypt 5 0 R ', 1_000_000, 'latin1');
  const body = noise.toString('latin1').replaceAll('endstream', '');
  return `4 0 obj\n<< ${name} /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj`;
}

const cut = (file: Buffer) => file.subarray(0, Math.floor(file.length * 0.7));

test.each<[what: string, type: FileType, content: Buffer, fault: string | undefined]>([
  ['a whole PDF', 'pdf', aPdf(), undefined],
  ['a PDF that speaks of locks', 'pdf', aPdf('(/Encrypt is a word)'), undefined],
  ['a PDF with a password', 'pdf', aPdf('<< /Encrypt 5 0 R >>'), 'file-locked'],
  ['a PDF with a script', 'pdf', aPdf('<< /S /JavaScript /JS (app.alert) >>'), 'file-has-macros'],
  ['a PDF with a large picture', 'pdf', aPdf(aStream()), undefined],
  ['a script beside pictures', 'pdf', aPdf(`${aStream()}<< /JS 4 0 R >>`), 'file-has-macros'],
  ['a script that a stream holds', 'pdf', aPdf(aStream('/JS 6 0 R')), 'file-has-macros'],
  ['a script after half a stream', 'pdf', aPdf('<< >> stream\n<< /JS () >>'), 'file-has-macros'],
  ['a PDF that is cut', 'pdf', cut(aPdf()), 'file-cut'],
  ['a page that is called .pdf', 'pdf', Buffer.from('<html></html>'), 'file-not-what-it-says'],
  ['a Word file that is called .pdf', 'pdf', aPackage('word'), 'file-not-what-it-says'],
  ['nothing that is called .pdf', 'pdf', Buffer.alloc(0), 'file-not-what-it-says'],
  ['a .docx', 'docx', aPackage('word'), undefined],
  ['a .xlsx', 'xlsx', aPackage('xl'), undefined],
  ['a .pptx', 'pptx', aPackage('ppt'), undefined],
  ['a .xlsx that is called .docx', 'docx', aPackage('xl'), 'file-not-what-it-says'],
  ['a .docx with macros', 'docx', aPackage('word', MACROS), 'file-has-macros'],
  ['a .docx that is cut', 'docx', cut(aPackage('word')), 'file-cut'],
  ['a .docx with a password', 'docx', anOldFile(['EncryptedPackage']), 'file-locked'],
  ['a PDF that is called .docx', 'docx', aPdf(), 'file-not-what-it-says'],
  ['a .doc', 'doc', anOldFile(['WordDocument']), undefined],
  ['a .xls', 'xls', anOldFile(['Workbook']), undefined],
  ['a .ppt', 'ppt', anOldFile(['PowerPoint Document']), undefined],
  ['a .xls that is called .doc', 'doc', anOldFile(['Workbook']), 'file-not-what-it-says'],
  ['a .doc with macros', 'doc', anOldFile(['WordDocument', 'Macros']), 'file-has-macros'],
  ['a .doc with a password', 'doc', anOldFile(['WordDocument'], lockedWord), 'file-locked'],
  ['a .xls with a password', 'xls', anOldFile(['Workbook'], lockedExcel), 'file-locked'],
  ['a .doc that is cut', 'doc', cut(anOldFile(['WordDocument'])), 'file-cut'],
  ['the first bytes of a .doc', 'doc', anOldFile(['WordDocument']).subarray(0, 20), 'file-cut'],
  ['a .docx that is called .doc', 'doc', aPackage('word'), 'file-not-what-it-says'],
])('%s: what its bytes tell', async (_what, type, content, fault) => {
  expect(await lookAtFile(type, content)).toBe(fault);
});
