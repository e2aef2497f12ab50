// How a line looks says what it is: sides by their colours everywhere, two times of one leg as pale and strong.
export type LineLook = 'left' | 'right' | 'earlier' | 'later';
