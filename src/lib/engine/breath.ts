/** Leaves a thread to itself for a moment; a timer would wait for minutes where the page is hidden. */
export const breath = (): Promise<void> =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
