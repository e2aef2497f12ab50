// OpenStride's sign: two strides, left solid and right dashed.
import css from './Mark.module.css';

export function Mark() {
  return (
    <svg viewBox="0 0 32 18" className={css.mark} aria-hidden="true">
      <path className={css.left} d="M2 14C7 14 9 3 16 3s9 11 14 11" />
      <path className={css.right} d="M2 4c5 0 7 11 14 11s9-11 14-11" />
    </svg>
  );
}
