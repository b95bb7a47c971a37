export { readSheet } from '../../_kit/sheet/read-sheet';
