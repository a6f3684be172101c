/** The week that the sample logs show. Milliseconds since the epoch, UTC. */

/** Monday. */
export const WEEK_START_MS = Date.UTC(2026, 9, 5);
export const WEEK_DAYS = 7;

/** Cheap seats for half an hour on Wednesday evening. */
export const FLASH_SALE = {
  fromMs: Date.UTC(2026, 9, 7, 18),
  untilMs: Date.UTC(2026, 9, 7, 18, 30),
  factor: 25,
};

/** On Thursday a new version of reserve-booking goes live: slower, and with a mistake in it. */
export const RESERVE_RELEASE_MS = Date.UTC(2026, 9, 8, 9, 30);

/** All chance in the sample logs comes from it. */
export const SAMPLE_SEED = "lambent airline 1";
