import { ITEMS, useCloud } from './use-cloud';

const cloud = useCloud();
const items = () => cloud.db.collection(ITEMS);
const point = (lng: number, lat: number) => new cloud.db.Geo.Point(lng, lat);
const idsOf = (rows: readonly { readonly _id?: unknown }[]) => rows.map((row) => row._id).join('');

// One thousandth of a degree of latitude is about 111 metres.
beforeEach(async () => {
  await items().add([
    { _id: 'b', place: point(116.4, 39.902) },
    { _id: 'a', place: point(116.4, 39.9) },
    { _id: 'c', place: point(116.4, 39.95) },
    { _id: 'x' },
  ]);
});

test('geoNear finds the nearest first, within the distances', async () => {
  const near = async (limits: object) =>
    idsOf(
      (
        await items()
          .where({ place: cloud._.geoNear({ geometry: point(116.4, 39.9), ...limits }) })
          .get()
      ).data,
    );
  expect(await near({})).toBe('abc');
  expect(await near({ maxDistance: 300 })).toBe('ab');
  expect(await near({ minDistance: 100, maxDistance: 300 })).toBe('b');
});

test('geoWithin a polygon and a circle', async () => {
  const corners = [
    [116, 39.89],
    [117, 39.89],
    [117, 39.91],
    [116, 39.91],
    [116, 39.89],
  ] as const;
  const ring = new cloud.db.Geo.LineString(corners.map(([lng, lat]) => point(lng, lat)));
  const geometry = new cloud.db.Geo.Polygon([ring]);
  const inside = await items()
    .where({ place: cloud._.geoWithin({ geometry }) })
    .get();
  expect(idsOf(inside.data)).toBe('ba');
  const radians = 300 / 6_378_100;
  const circle = cloud._.geoWithin({ centerSphere: [point(116.4, 39.9), radians] });
  expect(idsOf((await items().where({ place: circle }).get()).data)).toBe('ba');
});

test('the stage geoNear gives distances in metres', async () => {
  const { data } = await items()
    .aggregate()
    .geoNear({
      near: point(116.4, 39.9),
      spherical: true,
      distanceField: 'metres',
      maxDistance: 1000,
      key: 'place',
    })
    .project({ metres: 1 })
    .end();
  expect(idsOf(data)).toBe('ab');
  expect(data[0]).toEqual({ _id: 'a', metres: 0 });
  expect(data[1]?.['metres']).toBeCloseTo(222.6, 0);
});

test('a point comes back as a point', async () => {
  const [row] = (await items().doc('a').get()).data;
  expect(JSON.parse(JSON.stringify(row))).toEqual({
    _id: 'a',
    place: { type: 'Point', coordinates: [116.4, 39.9] },
  });
});
