// Its rule lets no phone call it.
exports.main = () => 'secret';
