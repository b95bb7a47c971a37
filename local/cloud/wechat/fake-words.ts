/** Words that make the stand-in object; invented, so that no real text trips over them. */
export const CONTENT_WORDS = [
  { word: '假广告词', label: 10001, suggest: 'risky' },
  { word: '假时政词', label: 20001, suggest: 'review' },
  { word: '假色情词', label: 20002, suggest: 'risky' },
  { word: '假辱骂词', label: 20003, suggest: 'risky' },
  { word: '假违法词', label: 20006, suggest: 'risky' },
  { word: '假欺诈词', label: 20008, suggest: 'risky' },
  { word: '假低俗词', label: 20012, suggest: 'review' },
] as const;

/** In a subscribe message: refused with 45168. */
export const MESSAGE_WORD = '假敏感词';

/** In the bytes of a picture: the verdict of mediaCheckAsync. */
export const MEDIA_MARKS = { risky: 'fake-risky-picture', review: 'fake-review-picture' } as const;
