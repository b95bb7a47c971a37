Page({
  data: {
    checks: ['a'],
    radio: '',
    switched: false,
    picked: 0,
    time: '08:00',
    range: ['一', '二', '三'],
    level: 30,
    html: '<p style="color:#b8232a">富文本<script>bad()</script></p>',
    swiper: 0,
    box: '',
    pressed: 0,
  },
  onChecks(event) {
    this.setData({ checks: event.detail.value });
  },
  onRadio(event) {
    this.setData({ radio: event.detail.value });
  },
  onSwitch(event) {
    this.setData({ switched: event.detail.value });
  },
  onPick(event) {
    this.setData({ picked: event.detail.value });
  },
  onTime(event) {
    this.setData({ time: event.detail.value });
  },
  onSwiper(event) {
    this.setData({ swiper: event.detail.current });
  },
  onPress() {
    this.setData({ pressed: this.data.pressed + 1 });
  },
  onReady() {
    wx.createSelectorQuery()
      .select('#cv')
      .fields({ node: true, size: true })
      .exec(([{ node, width, height }]) => {
        const context = node.getContext('2d');
        node.width = width;
        node.height = height;
        context.fillStyle = '#b8232a';
        context.fillRect(0, 0, 20, 20);
        this.setData({ box: `${width}×${height}` });
      });
  },
});
