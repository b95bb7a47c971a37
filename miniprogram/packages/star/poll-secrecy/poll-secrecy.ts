import { pageStyle } from '../../../state/page-style';

Page({ data: { pageStyle } });
