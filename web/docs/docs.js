/** Starts the API reference, in the reader's theme: Swagger UI has a dark theme but does not ask the system for it. */
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

globalThis.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  // Null keeps the description from being sent to a validator elsewhere.
  validatorUrl: null,
});
