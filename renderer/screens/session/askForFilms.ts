// Presses the button that asks for films, for the key and the menu that do the same.

/** The id of that button. */
export const CHOOSE_FILMS = 'choose-films';

/** Does nothing while the button is not there. */
export function askForFilms(): void {
  document.getElementById(CHOOSE_FILMS)?.click();
}
