/** Of what is laid out below the title bar, and of its title. */
export const placeId = 'place';
export const titleId = 'title';
