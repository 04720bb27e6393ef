import { atom } from "../../../../feed.ts";
import { sectionFeed, sectionPaths } from "../../../../section-feeds.ts";

export const getStaticPaths = sectionPaths;

export const GET = sectionFeed(atom);
