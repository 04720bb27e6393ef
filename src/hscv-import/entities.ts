/** Names that systems write although XML itself does not know them: those of HTML that stand in Vietnamese texts. */
export const entities: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  bull: "•",
  middot: "·",
  deg: "°",
  sect: "§",
  ...Object.fromEntries(
    (
      "Agrave À Aacute Á Acirc Â Atilde Ã Egrave È Eacute É Ecirc Ê Igrave Ì Iacute Í Ograve Ò Oacute Ó Ocirc Ô Otilde Õ " +
      "Ugrave Ù Uacute Ú Yacute Ý agrave à aacute á acirc â atilde ã egrave è eacute é ecirc ê igrave ì iacute í ograve ò " +
      "oacute ó ocirc ô otilde õ ugrave ù uacute ú yacute ý"
    )
      .split(" ")
      .flatMap((name, index, all) => (index % 2 === 0 ? [[name, all[index + 1] ?? ""] as const] : [])),
  ),
};
