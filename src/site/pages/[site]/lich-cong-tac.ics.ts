import type { APIRoute } from "astro";
import { calendarFile, file, staticPaths, view } from "../../content.ts";

export const getStaticPaths = () => staticPaths("/lich-cong-tac.ics");

export const GET: APIRoute = async ({ params }) =>
  file("text/calendar; charset=utf-8", await view(params, calendarFile));
