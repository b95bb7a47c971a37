import { LEAST_ENTITLED } from '../../../../domain/star/ballot/roll-size';
import { pageStyle } from '../../../state/page-style';

Page({ data: { pageStyle, leastEntitled: LEAST_ENTITLED } });
