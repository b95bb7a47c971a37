import { LEAST_SHOWN } from '../../../../domain/star/ballot/poll-rules';
import { ABLE_BEYOND, LEAST_ENTITLED } from '../../../../domain/star/ballot/roll-size';
import { pageStyle } from '../../../state/page-style';

Page({
  data: {
    pageStyle,
    leastEntitled: LEAST_ENTITLED,
    ableBeyond: ABLE_BEYOND,
    leastCounted: LEAST_SHOWN,
  },
});
