module.exports = {
  layout: "article.njk",
  tags: ["article"],
  permalink: (data) => `/articles/${data.slug}/`,
};
