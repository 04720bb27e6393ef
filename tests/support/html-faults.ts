import { HtmlValidate, type ConfigData } from "html-validate";

/** What a page's HTML is held to: all that html-validate recommends, but for what is named here. */
const config: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // Headlines are the editors' and Vietnamese ones are long; search engines cut them where they like.
    "long-title": "off",
    // A button in a form sends it: that is what HTML says, and what ours do.
    "no-implicit-button-type": "off",
    // A stylesheet keeps telephone numbers on one line, those in articles too.
    "tel-non-breaking": "off",
    // Ids around the page begin with "_", which HTML allows: those of an article's headings never do.
    "valid-id": ["error", { relaxed: true }],
  },
};

const validator = new HtmlValidate(config);

/** What is wrong with a page's HTML: rule, message and element. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`),
  );
}
