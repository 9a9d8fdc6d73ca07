const SCALE = 2;

/** A chart's SVG as a PNG on the page's surface, twice its size. */
export async function chartPng(svg: SVGSVGElement, background: string): Promise<Blob> {
	const { width, height } = svg.getBoundingClientRect();
	const copy = svg.cloneNode(true) as SVGSVGElement;
	copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
	const text = new XMLSerializer().serializeToString(copy);
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
	await image.decode();
	const canvas = Object.assign(document.createElement('canvas'), {
		width: width * SCALE,
		height: height * SCALE
	});
	const context = canvas.getContext('2d')!;
	context.fillStyle = background;
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
	);
}
