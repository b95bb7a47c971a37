/** An icon of icons/ in the colour of the text around it. Without a label it is decoration. */
Component({
  properties: {
    name: { type: String, value: '' },
    /** 'inline' 32rpx, 'row' 40rpx, 'large' 48rpx, 'badge' 28rpx, 'logo' 64rpx, 'drawing' 160rpx. */
    size: { type: String, value: 'inline' },
    label: { type: String, value: '' },
  },
});
