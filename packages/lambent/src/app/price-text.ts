import type { ListedPrices, PriceListing } from "../pricing/price-listing.ts";
import type { YuanPrices } from "../pricing/yuan-prices.ts";
import { renderPriceTable } from "../render/price-table.ts";
import type { PriceTable } from "../render/price-table.ts";

const UNKNOWN = "?";
const CONFIDENCE: Readonly<Record<ListedPrices["confidence"], string>> = {
  "price-list": "AWS's own price list",
  "calculator-copy": "copies of AWS's pricing calculator",
  "secondary-only": "third-party tables only, not verified",
};

/** A price listing for a terminal: one region in full, or a line for each region. */
export function priceText(listing: PriceListing, region: string | null, columns: number): string {
  if (region === null) return renderPriceTable(allRegions(listing), columns);
  const table =
    listing.prices.length > 0 ? oneRegion(region, listing) : oneYuanRegion(region, listing);
  return renderPriceTable(table, columns);
}

function allRegions(listing: PriceListing): PriceTable {
  const regions = [...new Set(listing.prices.map((prices) => prices.region))];
  const architectures = [...new Set(listing.prices.map((prices) => prices.architecture))];
  const provisionedOf = architectures[0] ?? "x86_64";
  return {
    title:
      "AWS Lambda prices in US dollars, first volume tier, before the free tier. " +
      "Req.: per million requests. All others: per million GB-seconds.",
    columns: [
      { heading: "Region", align: "left" },
      { heading: "Req.", align: "right" },
      ...architectures.map((heading) => ({ heading, align: "right" as const })),
      { heading: "Ready", align: "right" },
      { heading: "Running", align: "right" },
      { heading: "Pays at", align: "right" },
      { heading: "As of", align: "left" },
    ],
    rows: regions.map((region) => {
      const of = listing.prices.filter((prices) => prices.region === region);
      const main = of.find((prices) => prices.architecture === provisionedOf);
      const unverified = main?.confidence === "secondary-only";
      return [
        unverified ? `${region}*` : region,
        perMillion(main?.requestUsd, 2),
        ...architectures.map((architecture) =>
          perMillion(of.find((prices) => prices.architecture === architecture)?.gbSecondUsd[0], 4),
        ),
        perMillion(main?.provisionedGbSecondUsd, 4),
        perMillion(main?.provisionedDurationGbSecondUsd, 4),
        percent(main?.provisionedBreakEven),
        main === undefined ? UNKNOWN : shortDate(main),
      ];
    }),
    notes: [
      `${UNKNOWN} Not known; never guessed.`,
      "* Third-party tables only, not verified. Dates with + are of undated copies, which are no " +
        "older than that; us-east-1 is AWS's own price list.",
      `Ready, Running: provisioned concurrency on ${provisionedOf}. Pays at: the share of its time that ` +
        "must be in use before it costs less than on demand; at 100 % and over it never does.",
      freeTierNote(listing),
      `In yuan: ${unique(listing.yuanPrices).join(", ")} (use --region).`,
      `No price found: ${listing.unpricedRegions.join(", ")}.`,
    ],
  };
}

function oneRegion(region: string, listing: PriceListing): PriceTable {
  const { prices } = listing;
  const row = (name: string, of: (one: ListedPrices) => string): string[] => [
    name,
    ...prices.map(of),
  ];
  const limit = (tier: 0 | 1): string =>
    prices.map((one) => one.tierGbSeconds[tier] / 1e9).join(" / ");
  const derived = prices.some((one) => one.tierBasis === "derived");
  const [first] = prices;
  return {
    title: `AWS Lambda prices in ${region}, US dollars, before the free tier`,
    columns: [
      { heading: "", align: "left" },
      ...prices.map((one) => ({ heading: one.architecture, align: "right" as const })),
    ],
    rows: [
      row("Requests, per million", (one) => perMillion(one.requestUsd, 2, "$")),
      row("Duration, per GB-second", (one) => usd(one.gbSecondUsd[0])),
      row(`  over ${limit(0)} billion GB-s a month`, (one) => tierUsd(one, 1)),
      row(`  over ${limit(1)} billion GB-s a month`, (one) => tierUsd(one, 2)),
      row("Provisioned, kept ready, per GB-second", (one) => usd(one.provisionedGbSecondUsd)),
      row("Provisioned, running, per GB-second", (one) => usd(one.provisionedDurationGbSecondUsd)),
      row("  costs less when in use for", (one) => breakEven(one.provisionedBreakEven)),
      row("Storage over 512 MB, per GB-second", (one) => usd(one.ephemeralGbSecondUsd)),
      row("SnapStart, snapshot kept, per GB-second", (one) => usd(one.snapStartCacheGbSecondUsd)),
      row("SnapStart, restore, per GB", (one) => usd(one.snapStartRestoreGbUsd)),
      row("Streaming over 6 MB a response, per GB", (one) => usd(one.streamingGbUsd)),
    ],
    notes: [
      ...(prices.some((one) => Object.values(one).includes(null) || one.gbSecondUsd.includes(null))
        ? [`${UNKNOWN} Not known; never guessed.`]
        : []),
      ...(derived ? ["* Derived: 0.9 and 0.8 of the first tier, as published for us-east-1."] : []),
      "SnapStart costs this for Python and .NET; it is free for Java.",
      freeTierNote(listing),
      ...(first === undefined
        ? []
        : [
            `As of ${first.asOf}${first.asOfExact ? "" : " or later (the main source has no date)"}; ` +
              `from ${CONFIDENCE[first.confidence]}.`,
          ]),
      ...sourceNotes(listing),
    ],
  };
}

function oneYuanRegion(region: string, listing: PriceListing): PriceTable {
  const prices = listing.yuanPrices;
  const row = (name: string, of: (one: YuanPrices) => string): string[] => [
    name,
    ...prices.map(of),
  ];
  return {
    title: `AWS Lambda prices in ${region}, yuan (CNY)`,
    columns: [
      { heading: "", align: "left" },
      ...prices.map((one) => ({ heading: one.architecture, align: "right" as const })),
    ],
    rows: [
      row("Requests, per million", (one) => perMillion(one.requestCny, 2, "¥")),
      row("Duration, per GB-second", (one) => cny(one.gbSecondCny)),
      row("Storage over 512 MB, per GB-second", (one) => cny(one.ephemeralGbSecondCny)),
    ],
    notes: [
      ...(prices.some((one) => one.gbSecondCny === null)
        ? [`${UNKNOWN} Not known; never guessed.`]
        : []),
      "Volume tiers and the other components are not known. Lambent never adds yuan to dollars.",
      `As of ${prices[0]?.asOf ?? UNKNOWN} or later (the source has no date).`,
      ...sourceNotes(listing),
    ],
  };
}

function sourceNotes(listing: PriceListing): readonly string[] {
  return [
    "Sources:",
    ...Object.values(listing.sources).map((source) => `- ${source.what} (${source.dated})`),
  ];
}

function freeTierNote({ freeTier }: PriceListing): string {
  return (
    `Free tier, once an account and month: ${freeTier.requests / 1e6} million requests, ` +
    `${freeTier.gbSeconds.toLocaleString("en-US")} GB-seconds and ${freeTier.streamingGb} GB streamed; ` +
    "not for provisioned concurrency."
  );
}

function unique(prices: readonly YuanPrices[]): readonly string[] {
  return [...new Set(prices.map((one) => one.region))];
}

function shortDate(prices: ListedPrices): string {
  return prices.asOfExact ? prices.asOf : `${prices.asOf.slice(0, 7)}+`;
}

function perMillion(price: number | null | undefined, digits: number, sign = ""): string {
  return price === null || price === undefined
    ? UNKNOWN
    : `${sign}${(price * 1e6).toFixed(digits)}`;
}

function usd(price: number | null): string {
  return price === null ? UNKNOWN : `$${price.toFixed(10)}`;
}

function cny(price: number | null): string {
  return price === null ? UNKNOWN : `¥${price.toFixed(10)}`;
}

function tierUsd(prices: ListedPrices, tier: 1 | 2): string {
  const text = usd(prices.gbSecondUsd[tier]);
  return prices.tierBasis === "derived" ? `*${text}` : text;
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? UNKNOWN : `${Math.round(share * 100)} %`;
}

function breakEven(share: number | null): string {
  if (share === null) return UNKNOWN;
  return share >= 1 ? `never (${percent(share)})` : percent(share);
}
