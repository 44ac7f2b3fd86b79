/* Shows the OpenAPI document of this hub, and nothing from anywhere else. */
(() => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', follow);
  follow();
  window.ui = SwaggerUIBundle({
    url: '/api/docs/openapi',
    domNode: document.getElementById('docs'),
    presets: [SwaggerUIBundle.presets.apis],
    layout: 'BaseLayout',
    deepLinking: true,
    defaultModelsExpandDepth: 0,
    docExpansion: 'list',
    validatorUrl: null,
    tryItOutEnabled: false,
    persistAuthorization: false,
    withCredentials: false,
  });
})();
