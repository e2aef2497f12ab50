// How each number is made: from which landmarks, by which formula, at which moment, and where the method comes from.

import type { ParameterId } from '../../types.ts';
import { FEET_ANGLES, LEGS, TRUNK_AND_BACK } from './angleRecipes.ts';
import type { Recipe } from './recipe.ts';
import { DISTANCES, TIMES } from './timeRecipes.ts';

/** Every variable there is. */
export const RECIPES: Readonly<Record<ParameterId, Recipe>> = {
  ...TIMES,
  ...DISTANCES,
  ...FEET_ANGLES,
  ...LEGS,
  ...TRUNK_AND_BACK,
};
