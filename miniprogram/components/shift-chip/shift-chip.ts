/** A shift as one character on its colour; never colour alone. */
Component({
  properties: {
    /** 'day' | 'evening' | 'night' | 'rest' | 'study-day'; '' when nothing is known of the day. */
    kind: { type: String, value: '' },
    character: { type: String, value: '' },
    /** Solid: today. */
    solid: { type: Boolean, value: false },
    /** 'row' 56, 'strip' 72, 'legend' 48. */
    size: { type: String, value: 'row' },
    label: { type: String, value: '' },
  },
});
