import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ fallback: 'index.html', strict: false }),
		paths: { relative: true },
		alias: { $data: 'data' },
		typescript: {
			config: (config) => {
				config.include = [...config.include, '../scripts/**/*', '../tests/**/*', '../eslint.config.js'];
			}
		}
	},
	vitePlugin: {
		dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? undefined : { runes: true })
	}
};
