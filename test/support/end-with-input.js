// Required by a cloud that outlives a test file: whatever ends jest closes this pipe, and so ends the cloud.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();
process.stdin.unref();
