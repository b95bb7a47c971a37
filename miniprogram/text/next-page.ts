export const NO_MORE_CAME = '没取到，再点一次';
