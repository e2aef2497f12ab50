// A film's picture, asked for when it comes into sight; a sign of a film where there is none yet.
import { useEffect, useRef, useState } from 'react';
import { useCall } from '../api/queries.ts';
import { Sign } from './Sign.tsx';
import css from './Thumbnail.module.css';

export function Thumbnail({ clipId }: { readonly clipId: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '200px',
    });
    if (place.current) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, []);
  const { data: film } = useCall('clips.film', { clipId }, { enabled: seen });
  return (
    <span ref={place} className={css.place}>
      {film?.hasThumbnail ? <img src={film.thumbnailPath} alt="" className={css.picture} /> : <Sign name="film" />}
    </span>
  );
}
