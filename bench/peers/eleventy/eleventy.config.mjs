// People, places and sections are grouped once; every template takes what it needs from there.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.addGlobalData("site", {
    title: "Generated archive",
    description: "Articles that nobody wrote.",
    publisher: "The Generator",
    url: "https://example.org",
  });

  const articles = (api) => {
    const found = api.getFilteredByTag("article");
    found.forEach((item, at) => {
      item.data.earlier = found[at - 1];
      item.data.later = found[at + 1];
    });
    return found;
  };
  const grouped = (api, names) => {
    const groups = new Map();
    for (const item of articles(api).toReversed()) {
      for (const name of names(item.data)) {
        if (!groups.has(name)) groups.set(name, { name, slug: slug(name), items: [] });
        groups.get(name).items.push(item);
      }
    }
    return [...groups.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  };
  const slugify = config.getFilter("slugify");
  const slugs = new Map();
  const slug = (name) => {
    if (!slugs.has(name)) slugs.set(name, slugify(name));
    return slugs.get(name);
  };
  const kinds = { people: "people", places: "places", sections: "section" };

  config.addCollection("articles", articles);
  for (const [kind, key] of Object.entries(kinds)) {
    config.addCollection(kind, (api) => grouped(api, (data) => [data[key]].flat()));
  }
  config.addCollection("terms", (api) =>
    Object.entries(kinds).flatMap(([kind, key]) =>
      grouped(api, (data) => [data[key]].flat()).map((term) => ({
        ...term,
        url: `/${kind}/${term.slug}/`,
      })),
    ),
  );
  config.addFilter("named", slug);
  config.addFilter("newest", (items, count) => items.slice(-count).reverse());
  config.addFilter("first", (items, count) => items.slice(0, count));
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("day", (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`);
  config.addFilter("year", (date) => date.getUTCFullYear());
  config.addFilter("rfc822", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("plain", (html, most) => {
    const text = html.replace(/<[^>]*>/g, "");
    return text.length > most ? `${text.slice(0, text.lastIndexOf(" ", most))} …` : text;
  });
  config.addFilter("years", (items) => {
    const years = new Map();
    for (const item of items) {
      const year = item.date.getUTCFullYear();
      if (!years.has(year)) years.set(year, []);
      years.get(year).push(item);
    }
    return [...years];
  });
  config.addFilter("json_ld", (data, url, date) => {
    const address = data.site.url + url;
    const thing = (type, kind) => (name) => ({
      "@type": type, "@id": `${data.site.url}/${kind}/${slug(name)}/`, name,
    });
    return JSON.stringify({
      "@context": "https://schema.org", "@type": "NewsArticle", "@id": address,
      headline: data.title, url: address, datePublished: date.toISOString().slice(0, 10),
      articleSection: data.section, inLanguage: "en",
      publisher: { "@type": "Organization", name: data.site.publisher },
      mentions: [
        ...data.people.map(thing("Person", "people")),
        ...data.places.map(thing("Place", "places")),
      ],
    }).replaceAll("<", "\\u003c");
  });

  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
    dir: { input: ".", output: "_site", includes: "_includes" },
  };
}
