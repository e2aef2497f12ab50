// The square, turned window around one person that the landmark network looks at.

/** A region of interest in pixels of some frame: centre, side of the square, and its turn (radians, clockwise on screen). */
export interface Region {
  readonly centreXPx: number;
  readonly centreYPx: number;
  readonly sidePx: number;
  readonly rotationRad: number;
}

/** How much larger than the circle through mid-hip and body end the region is. Source: MediaPipe pose_detection_to_roi, 1.25. */
const REGION_MARGIN = 1.25;

/**
 * The region a detection asks for: centred on the mid-hip, reaching the body's end, upright along the body.
 * @param midHip and bodyEnd the detector's first two key points, px
 */
export function regionFromBody(
  midHip: { readonly x: number; readonly y: number },
  bodyEnd: { readonly x: number; readonly y: number },
): Region {
  const dx = bodyEnd.x - midHip.x;
  const dy = bodyEnd.y - midHip.y;
  return {
    centreXPx: midHip.x,
    centreYPx: midHip.y,
    sidePx: 2 * Math.hypot(dx, dy) * REGION_MARGIN,
    rotationRad: Math.atan2(dx, -dy),
  };
}

/** The same region on a frame of another size. @param factor new width ÷ old width */
export function scaleRegion(region: Region, factor: number): Region {
  return {
    centreXPx: region.centreXPx * factor,
    centreYPx: region.centreYPx * factor,
    sidePx: region.sidePx * factor,
    rotationRad: region.rotationRad,
  };
}
