// The arrows of docs/decisions/0002: scripts → operations → publishing → editorial, forge, rendering, site → content-store → content-model, git → foundation.
const layers = [
  ["foundation"],
  ["content-model", "git"],
  ["content-store"],
  ["editorial", "forge", "rendering", "site"],
  ["publishing", "hscv-import"],
  ["operations"],
];
const upward = layers.flatMap((names, level) =>
  names.map((name) => ({
    name: `${name}-imports-only-downward`,
    severity: "error",
    comment: "A module may import from its own folder and from the layers below it.",
    from: { path: `^src/${name}/` },
    to: {
      path: "^(src|scripts|admin|tests|bench)/",
      pathNot: [
        `^src/${name}/`,
        ...layers
          .slice(0, level)
          .flat()
          .map((below) => `^src/${below}/`),
      ],
    },
  })),
);

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    ...upward,
    {
      name: "admin-loads-only-browser-safe-layers",
      severity: "error",
      from: { path: "^admin/" },
      to: { path: "^src/", pathNot: "^src/(content-model|editorial)/" },
    },
    {
      name: "only-the-git-folder-runs-git",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/git/" },
      to: { path: "node_modules/isomorphic-git" },
    },
    {
      name: "one-zod",
      severity: "error",
      comment:
        "Schemas are made with the package zod; the site takes values and types from the content model.",
      from: { path: "^src/" },
      to: { path: "node_modules/astro/dist/zod" },
    },
    {
      name: "nothing-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(astro:|astro/|virtual:)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // The benches' peers are projects of their own, with their own idea of where things are.
    exclude: { path: "\\.astro$|^bench/peers/(?:astro|eleventy)/" },
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
