interface Point {
  readonly x: number;
  readonly y: number;
}

interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The drop target nearest to a point, for targets that are thin lines under each other. How far up or
 * down counts most; being beside a lane only decides between lines at about the same height.
 */
export function closestPlace<Key>(
  point: Point,
  areas: Iterable<readonly [Key, Area]>,
): Key | undefined {
  let closest: Key | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [key, { top, bottom, left, right }] of areas) {
    const distance = outside(point.y, top, bottom) + BESIDE * outside(point.x, left, right);
    if (distance < least) {
      least = distance;
      closest = key;
    }
  }
  return closest;
}

const BESIDE = 0.25;

function outside(at: number, from: number, to: number): number {
  return Math.max(0, from - at, at - to);
}
