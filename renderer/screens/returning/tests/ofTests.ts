// What a changed test is seen on.

export const OF_TESTS = ['tests.list'] as const;
