/** Two weeks in bins of four hours. */
export const START_MS: number = Date.UTC(2026, 9, 26);
export const BINS = 84;
export const BIN_MS = 14_400_000;
export const DAYS = 14;
