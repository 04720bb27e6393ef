import { Hono } from "hono";
import { mayRead, signedIn } from "./access.ts";
import { revalidate } from "./caching.ts";
import type { ForgeContext, ForgeEnv } from "./context.ts";
import { notFound } from "./refusal.ts";
import { branchRoutes } from "./routes/branches.ts";
import { commitRoutes } from "./routes/commits.ts";
import { contentRoutes } from "./routes/contents.ts";
import { gitObjectRoutes } from "./routes/git-objects.ts";
import { gitRefRoutes } from "./routes/git-refs.ts";
import { issueRoutes } from "./routes/issues.ts";
import { assigneeRoutes } from "./routes/assignees.ts";
import { labelRoutes } from "./routes/labels.ts";
import { pullRoutes } from "./routes/pulls.ts";
import { rateLimitRoute } from "./routes/rate-limit.ts";
import { repositoryRoutes } from "./routes/repository.ts";
import { reviewRoutes } from "./routes/reviews.ts";
import { searchRoutes } from "./routes/search.ts";
import { statusRoutes } from "./routes/statuses.ts";
import { avatarRoute, userRoutes } from "./routes/users.ts";

/** GitHub's REST API, to be mounted at `/api/v3`. */
export function apiRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const repository = new Hono<ForgeEnv>();
  repository
    .use(mayRead(forge))
    .route("/", repositoryRoutes(forge))
    .route("/git", gitObjectRoutes(forge))
    .route("/git", gitRefRoutes(forge))
    .route("/branches", branchRoutes(forge))
    .route("/", commitRoutes(forge))
    .route("/contents", contentRoutes(forge))
    .route("/pulls", pullRoutes(forge))
    .route("/pulls", reviewRoutes(forge))
    .route("/issues", issueRoutes(forge))
    .route("/issues", labelRoutes(forge))
    .route("/issues", assigneeRoutes(forge))
    .route("/statuses", statusRoutes(forge));

  const routes = new Hono<ForgeEnv>();
  routes
    .route("/", avatarRoute())
    .use(revalidate)
    .use(signedIn(forge))
    .route("/", userRoutes(forge))
    .route("/", rateLimitRoute(forge))
    .route("/search", searchRoutes(forge))
    .route("/repos/:owner/:repo", repository)
    .all("*", () => {
      throw notFound();
    });
  return routes;
}
