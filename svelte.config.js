import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// a build beside the linter writes elsewhere than what the linter reads
		outDir: process.env['KIT_OUT'] ?? '.svelte-kit',
		adapter: adapter({ fallback: 'index.html', strict: false, precompress: true }),
		paths: { relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'worker-src': ['self', 'blob:'],
				'connect-src': ['self', 'blob:', 'data:'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['none']
			}
		},
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
