import { seededRandom } from './seeded-random';

const SURNAMES = Array.from(
  [
    '赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章',
    '苏潘葛范彭鲁韦马苗方俞任袁柳史唐费薛雷贺倪汤罗郝安常于傅齐顾',
    '孟黄穆萧尹姚邵汪祁毛米贝臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵',
    '席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万',
  ].join(''),
);

const GIVEN_NAMES = [
  ...['建军', '志强', '海峰', '永平', '国梁', '立新', '文博', '宏伟', '少华', '德明', '景明'],
  ...['振宇', '学文', '家骏', '思远', '子昂', '浩然', '一鸣', '长青', '春生', '广林', '向阳'],
  ...['克俭', '守成', '晓燕', '雪梅', '丽华', '婉清', '静怡', '雅文', '思敏', '海燕', '秋月'],
  ...['玉兰', '佳宁', '若彤', '晨曦', '明辉', '东升', '卫东', '新民', '大鹏', '云飞', '铁柱'],
  ...['兴旺', '金山', '立秋', '小满', '冬青', '雨桐', '书琴', '慧敏', '桂芳', '素云', '红霞'],
  ...['俊杰', '培元', '启明', '安康', '致远', '嘉树', '松柏', '庆丰', '正阳', '润泽'],
];

/** Invented names of the usual kind, all different, always in the same order. */
export function inventedNames(count: number): string[] {
  const random = seededRandom('names');
  const given = random.shuffle(GIVEN_NAMES);
  const surnames = random.shuffle(SURNAMES);
  const names = new Set<string>();
  for (let index = 0; names.size < count; index += 1) {
    const surname = surnames[index % surnames.length] ?? '';
    // A second round meets the surnames at other given names.
    const round = Math.floor(index / surnames.length);
    names.add(surname + (given[(index + round * 7) % given.length] ?? ''));
  }
  return [...names];
}
